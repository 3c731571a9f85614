import { type Problem, placed } from "@osteon/codebook";
import type { CsvRecord } from "./csv-records.ts";
import { refused } from "./file-problem.ts";

/** What is wrong with a record of a file whose header names these columns. */
export function recordProblems(file: string, record: CsvRecord, names: readonly string[]): readonly Problem[] {
  const { row, cells, broken, swallowed } = record;
  const width = names.length;
  if (swallowed !== undefined) {
    const { place, rows } = swallowed;
    const where = { file, row, column: names[place] ?? "", value: (cells[place] ?? "").slice(0, 80) };
    return [placed(refused("rows-in-a-cell", { rows }), where)];
  }
  if (broken) {
    return [placed(refused("broken-csv"), { file, row, value: cells.join(",").slice(0, 80) })];
  }
  if (cells.length === width) return [];
  const more = cells.length > width ? "more" : "fewer";
  return [placed(refused("ragged-row", { cells: cells.length, width, more }), { file, row })];
}
