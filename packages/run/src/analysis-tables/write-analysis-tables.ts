import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Results, rCall } from "@osteon/estimate";
import { csvLine, dtaFile, type LabelledTable, savFile, shortNames, xptFile } from "@osteon/interop";
import { readStageFile } from "../folders.ts";
import { studyOfRun } from "../study.ts";
import { wholeFolder } from "../whole-folder.ts";
import { analysisTables } from "./read-analysis-tables.ts";

/** What was written: how many tables, and how many numbers have a call. */
export interface WrittenTables {
  readonly tables: readonly LabelledTable[];
  readonly calls: number;
  readonly numbers: number;
}

/** An analysis table as the R calls read it: codes as they are, blank where there is none. */
export const tableCsv = ({ columns, rows }: LabelledTable): string =>
  [
    columns.map(({ name }) => name),
    ...Array.from({ length: rows }, (_, row) => columns.map(({ values }) => String(values[row] ?? ""))),
  ]
    .map(csvLine)
    .join("");

/**
 * The analysis tables of a run for statistics programs: each as CSV, for SPSS, for Stata and as a SAS transport file, a codebook of all, and
 * for each number of the report the R call that gives it from these files. The folder appears whole or not at all.
 */
export async function writeAnalysisTables(run: string, out: string): Promise<WrittenTables> {
  const tables = await analysisTables(run);
  const results = await readStageFile<Results>(join(run, "results.json"), "study run");
  const { protocol } = studyOfRun(run);
  const calls = results.results.map((result) => ({ result, made: rCall(protocol, result) }));
  return await wholeFolder(
    out,
    async (folder) => {
      await mkdir(folder, { recursive: true });
      for (const table of tables) {
        const files = { csv: tableCsv(table), sav: savFile(table), dta: dtaFile(table), xpt: xptFile(table) };
        for (const [ending, content] of Object.entries(files))
          await writeFile(join(folder, `${table.name}.${ending}`), content);
      }
      await writeFile(join(folder, "codebook.csv"), codebook(tables));
      const lines = calls.map(({ result, made }) => [
        result.id,
        result.value === null ? "" : String(result.value),
        result.unit,
        made?.table ?? "",
        made?.needs.join(" ") ?? "",
        made?.call ?? "",
      ]);
      const head = ["result", "value", "unit", "table", "needs_package", "r_call"];
      await writeFile(join(folder, "numbers.csv"), [head, ...lines].map(csvLine).join(""));
      await writeFile(join(folder, "readme.txt"), readme(results));
      return { tables, calls: calls.filter(({ made }) => made !== undefined).length, numbers: calls.length };
    },
    () => true,
  );
}

/** One row per column of each table. */
function codebook(tables: readonly LabelledTable[]): string {
  const head = ["table", "column", "label", "kind", "values", "known", "missing", "sas_name"];
  const rows = tables.flatMap(({ name, columns }) => {
    const short = shortNames(columns.map((column) => column.name));
    return columns.map(({ name: column, label, kind, labels, values }, place) => {
      const missing = values.filter((value) => value === null).length;
      const told = labels.map(([value, says], at) =>
        kind === "number" ? `${value} = ${says}` : `${at + 1} = ${value}${says === value ? "" : `: ${says}`}`,
      );
      return [
        name,
        column,
        label,
        kind,
        told.join("; "),
        String(values.length - missing),
        String(missing),
        short[place] ?? "",
      ];
    });
  });
  return [head, ...rows].map(csvLine).join("");
}

const readme = ({
  inputs,
}: Results): string => `${inputs.notice === undefined ? "" : `${inputs.notice}\n\n`}Analysis tables of ${inputs.study}, charts ${inputs.freezeHash.slice(0, 12)}, Osteon ${inputs.version}.

.csv   codes and whole numbers as the models gave them; a blank is a missing value
.sav   SPSS and R (foreign, haven): each column a number, codes numbered from 1 as codebook.csv says, with labels of columns and values
.dta   Stata 14 and later, R (haven), pandas: the same
.xpt   SAS transport, version 5: codes as texts, names of 8 letters (sas_name in codebook.csv), no labels of values, ASCII alone;
       codes that ASCII would make one end in their number of codebook.csv, "?? #2"

codebook.csv   each column: what it holds, what its values mean, how many are known
numbers.csv    each number of the report with the R call that gives it from the .csv files in this folder
`;
