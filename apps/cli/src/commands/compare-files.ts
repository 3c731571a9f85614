import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "@osteon/interop";
import { tableCsv } from "@osteon/publish";
import type { Command } from "commander";
import { rowsWhere } from "../data-analysis/columns.ts";
import { compareColumn } from "../data-analysis/compare-columns.ts";
import { sayCompared } from "../data-analysis/compare-text-output.ts";
import { groupsOf } from "../data-analysis/group-columns.ts";
import { readDataFile } from "../data-analysis/read-data-file.ts";
import { splitNames } from "../data-analysis/survival-variables.ts";
import { tableOne } from "../data-analysis/table-one.ts";
import { EXIT } from "../exit-code.ts";
import { bold, dim, say, sayJson, tell } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";
import { rowsText, tableLines } from "../terminal/text-table.ts";

interface Options {
  readonly where: readonly string[];
  readonly json?: true;
}

/** `osteon test` and `osteon table1`: a column, or all of them, compared between the groups of any file. */
export function addComparisons(program: Command, finish: (code: number) => void): void {
  shared(program.command("test"), "describe a column in each group, and test it, both by means and by ranks")
    .requiredOption("--value <column>", "what is compared")
    .requiredOption("--group <column>", "the groups")
    .action(async (file: string, options: Options & { value: string; group: string }) => {
      const data = await rowsOf(file, options, finish);
      if (data === undefined) return;
      const groups = groupsOf(data, options.group);
      const compared = compareColumn(data, options.value, groups);
      if (options.json === true) return sayJson({ by: groups.column, missingGroup: groups.missing, ...compared });
      sayCompared(compared, groups.column);
      if (groups.missing > 0) say(dim(`\n${rowsText(groups.missing)} without ${groups.column} left out.`));
    });
  shared(program.command("table1"), "the table of characteristics by group, as a paper prints it")
    .requiredOption("--by <column>", "the groups")
    .option("--columns <list>", "only these columns, in this order, separated by commas")
    .option("--out <folder>", "write table1.csv there")
    .action(async (file: string, options: Options & { by: string; columns?: string; out?: string }) => {
      const data = await rowsOf(file, options, finish);
      if (data === undefined) return;
      const names = options.columns === undefined ? undefined : splitNames(options.columns);
      const { table, compared } = tableOne(data, names, groupsOf(data, options.by));
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
    .option("--json", "answer in JSON");
}

async function rowsOf(
  file: string,
  { where, json }: Options,
  finish: (code: number) => void,
): Promise<DataFile | undefined> {
  const read = await readDataFile(file);
  if (read.ok) return rowsWhere(read.data, where);
  showProblems(read.problems, json === true);
  finish(EXIT.problems);
  return undefined;
}
