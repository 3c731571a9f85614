import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { tableCsv } from "@osteon/publish";
import { EXIT, Stop } from "@osteon/run";
import type { Command } from "commander";
import { columnList } from "../data-analysis/column-list.ts";
import { columnNamed, missingNotes } from "../data-analysis/columns.ts";
import { allTests, compareColumn, comparedShown, type SaidKinds } from "../data-analysis/compare-columns.ts";
import { sayCompared } from "../data-analysis/compare-text-output.ts";
import { effectsOf } from "../data-analysis/effects.ts";
import { groupsOf } from "../data-analysis/group-columns.ts";
import { readDataFile } from "../data-analysis/read-data-file.ts";
import { rowsWhere } from "../data-analysis/rows-where.ts";
import { tableOne } from "../data-analysis/table-one.ts";
import { bold, dim, say, sayJson, tell } from "../terminal/say.ts";
import { shareOf } from "../terminal/share-option.ts";
import { showProblems } from "../terminal/show-problems.ts";
import { rowsText, tableLines } from "../terminal/text-table.ts";

interface Options {
  readonly where: readonly string[];
  readonly factor?: string;
  readonly numeric?: string;
  readonly json?: true;
}

/** `osteon test` and `osteon table1`: a column, or all of them, compared between the groups of any file. */
export function addComparisons(program: Command, finish: (code: number) => void): void {
  shared(
    program.command("test"),
    "describe a column in each group, test it both by means and by ranks, and estimate how far two groups are apart",
  )
    .requiredOption("--value <column>", "what is compared")
    .requiredOption("--group <column>", "the groups")
    .option("--level <share>", "confidence level of the estimates", shareOf, 0.95)
    .action(async (file: string, options: Options & { value: string; group: string; level: number }) => {
      const data = await rowsOf(file, options, finish);
      if (data === undefined) return;
      const kinds = kindsOf(data, options, [columnNamed(data, options.value).name]);
      const groups = groupsOf(data, options.group);
      const problems: Problem[] = [];
      const compared = compareColumn(data, options.value, groups, kinds, problems);
      if (problems.length > 0) return refuse(problems, options, finish);
      const effects = effectsOf(compared, groups, options.level);
      const notes = missingNotes(data, [options.value]);
      if (options.json === true) {
        const shown = comparedShown(compared, allTests(compared));
        return sayJson({ by: groups.column, missingGroup: groups.missing, ...shown, effects, notes });
      }
      sayCompared(compared, groups.column, effects, options.level);
      const left = groups.missing > 0 ? [`${rowsText(groups.missing)} without ${groups.column} left out.`] : [];
      for (const note of [...left, ...notes]) say(dim(`\n${note}`));
    });
  shared(program.command("table1"), "the table of characteristics by group, as a paper prints it")
    .requiredOption("--by <column>", "the groups")
    .option("--columns <list>", "only these columns, in this order, separated by commas")
    .option("--out <folder>", "write table1.csv there")
    .action(async (file: string, options: Options & { by: string; columns?: string; out?: string }) => {
      const data = await rowsOf(file, options, finish);
      if (data === undefined) return;
      const names = options.columns === undefined ? undefined : columnList(data, options.columns);
      const kinds = kindsOf(
        data,
        options,
        names?.map((name) => columnNamed(data, name).name),
      );
      const problems: Problem[] = [];
      const { table, compared } = tableOne(data, names, groupsOf(data, options.by), kinds, problems);
      if (problems.length > 0) return refuse(problems, options, finish);
      if (options.json === true) sayJson({ table, compared });
      else {
        say(bold(table.title));
        const indented = table.rows.map(({ label, level = 0, cells }) => [
          "  ".repeat(level) + label,
          ...cells.map(({ text }) => text),
        ]);
        for (const line of tableLines([table.heads, ...indented])) say(`  ${line}`);
        for (const note of table.notes) say(dim(`  ${note}`));
      }
      if (options.out === undefined) return;
      await mkdir(options.out, { recursive: true });
      await writeFile(join(options.out, "table1.csv"), tableCsv(table));
      (options.json === true ? tell : say)(`\nWrote table1.csv into ${options.out}`);
    });
}

function shared(command: Command, description: string): Command {
  return command
    .description(description)
    .argument("<file>", ".csv, .parquet, or .json (Dataset-JSON)")
    .option(
      "--where <condition>",
      "COLUMN=VALUE: only these rows; may be repeated",
      (text, all: readonly string[]) => [...all, text],
      [],
    )
    .option("--factor <columns>", "numbers that are codes: categories, separated by commas")
    .option("--numeric <columns>", "numbers that look like codes and are none, separated by commas")
    .option("--json", "answer in JSON");
}

/** What the columns are said to be; a column that is not among those compared is refused. */
function kindsOf(data: DataFile, { factor, numeric }: Options, compared: readonly string[] | undefined): SaidKinds {
  const named = (list: string | undefined, option: string) =>
    columnList(data, list).map((name) => {
      const column = columnNamed(data, name).name;
      if (compared === undefined || compared.includes(column)) return column;
      throw new Stop(EXIT.usage, `${option} ${column}: it is not among the columns that are compared.`);
    });
  const kinds = { factor: named(factor, "--factor"), numeric: named(numeric, "--numeric") };
  const both = kinds.factor.find((name) => kinds.numeric.includes(name));
  if (both === undefined) return kinds;
  throw new Stop(EXIT.usage, `${both} cannot be both --factor and --numeric.`);
}

function refuse(problems: readonly Problem[], { json }: Options, finish: (code: number) => void): void {
  showProblems(problems, json === true);
  finish(EXIT.problems);
}

async function rowsOf(file: string, options: Options, finish: (code: number) => void): Promise<DataFile | undefined> {
  const read = await readDataFile(file);
  if (read.ok) return rowsWhere(read.data, options.where).data;
  refuse(read.problems, options, finish);
  return undefined;
}
