import type { Problem } from "@osteon/codebook";
import type { CsvRecord } from "./csv-records.ts";
import { fileProblem } from "./file-problem.ts";

/** What is wrong with a record of a file whose header has so many columns. */
export function recordProblems(file: string, { row, cells, broken }: CsvRecord, width: number): readonly Problem[] {
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
