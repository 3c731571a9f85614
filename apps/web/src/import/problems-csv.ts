import type { Problem } from "@osteon/codebook";

/** A cell that a spreadsheet would run as a formula; a negative number is none. */
const FORMULA = /^[=+@\t\r]|^-(?![\d.,])/;

/** The list of problems as a file for a spreadsheet, one a line; the reader of CSV writes it too. */
export async function problemsCsv(
  problems: readonly Problem[],
  ownNames: ReadonlyMap<string, string> | undefined,
  inWords: (problem: Problem) => { readonly says: string; readonly fix: string },
): Promise<Blob> {
  const { default: papa } = await import("papaparse");
  const lines = problems.map((problem) => {
    const { file = "", row = "", column = "", value = "" } = problem.where;
    const own = ownNames?.get(column) ?? column;
    const { says, fix } = inWords(problem);
    return [file, row, column, own, value, problem.severity, problem.code, says, fix];
  });
  const header = ["file", "row", "column", "column_in_file", "value", "severity", "code", "rule", "fix"];
  const text = papa.unparse([header, ...lines], { newline: "\r\n", escapeFormulae: FORMULA });
  // The mark in front lets spreadsheets read the letters rightly.
  return new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" });
}

/** Hands a file to the person. */
export function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
