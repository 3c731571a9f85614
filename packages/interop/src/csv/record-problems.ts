import type { Problem } from "@osteon/codebook";
import type { CsvRecord } from "./csv-records.ts";
import { fileProblem } from "./file-problem.ts";

/** What is wrong with a record of a file whose header names these columns. */
export function recordProblems(file: string, record: CsvRecord, names: readonly string[]): readonly Problem[] {
  const { row, cells, broken, swallowed } = record;
  const width = names.length;
  if (swallowed !== undefined) {
    const { place, rows } = swallowed;
    const says = `This cell holds ${rows === 1 ? "the row" : `the ${rows} rows`} after it: a quotation mark is open in it and closed in a later row.`;
    const fix = "Close the quotation mark in this row, and double one that belongs to the text.";
    const where = { file, row, column: names[place] ?? "", value: (cells[place] ?? "").slice(0, 80) };
    return [fileProblem("rows-in-a-cell", where, says, fix)];
  }
  if (broken) {
    const says = "The quotation marks of this row do not pair.";
    const fix = "Close every quotation mark, and double one that belongs to the text.";
    return [fileProblem("broken-csv", { file, row, value: cells.join(",").slice(0, 80) }, says, fix)];
  }
  if (cells.length === width) return [];
  const says = `The row has ${cells.length} cells, the header has ${width}.`;
  const fix =
    cells.length > width
      ? "Put cells that hold a comma between quotation marks; write numbers with a decimal point."
      : "Fill the row up to the last column; blank cells count.";
  return [fileProblem("ragged-row", { file, row }, says, fix)];
}
