import type { Problem } from "@osteon/codebook";

/** A column of a rectangular file. Numbers where every value is one; texts otherwise. Null is missing. */
export type DataColumn =
  | { readonly name: string; readonly kind: "number"; readonly values: readonly (number | null)[] }
  | { readonly name: string; readonly kind: "text"; readonly values: readonly (string | null)[] };

/** A file of rows and named columns, of whatever format it came. */
export interface DataFile {
  readonly file: string;
  readonly columns: readonly DataColumn[];
  readonly rowCount: number;
  /** Row of the file that a row stands on, as a spreadsheet counts. */
  readonly rowNumbers: readonly number[];
}

/** A file, or everything that is wrong with it. */
export type ReadData =
  | { readonly ok: true; readonly data: DataFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What programs write for a missing value: R, SAS, and spreadsheets. */
const MISSING = new Set(["", "NA", "."]);

/** A number as programs write it; with a decimal comma where the file separates by semicolons. */
export function numberOf(text: string, decimalComma: boolean): number | undefined {
  const plain = decimalComma ? text.replace(",", ".") : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The column of some texts: numbers if each that is not missing is one. */
export function columnOfTexts(name: string, texts: readonly string[], decimalComma = false): DataColumn {
  const trimmed = texts.map((text) => text.trim());
  const numbers = trimmed.map((text) => (MISSING.has(text) ? null : numberOf(text, decimalComma)));
  if (numbers.every((value) => value !== undefined)) return { name, kind: "number", values: numbers };
  return { name, kind: "text", values: trimmed.map((text) => (MISSING.has(text) ? null : text)) };
}
