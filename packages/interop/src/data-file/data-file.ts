import type { Problem } from "@osteon/codebook";

/** A column of a rectangular file. Numbers where every value is one; texts otherwise. Null is missing. */
export type DataColumn = NumberColumn | TextColumn;

export interface TextColumn {
  readonly name: string;
  readonly kind: "text";
  readonly values: Texts;
  /** The sign before the decimals of what numbers stand among the texts; a point where nothing is said. */
  readonly decimal?: DecimalSign;
  readonly takenForMissing?: readonly string[];
}

type Texts = readonly (string | null)[];

export interface NumberColumn {
  readonly name: string;
  readonly kind: "number";
  readonly values: readonly (number | null)[];
  /** As the file writes them: 01 is not 1 where they are names, and a number has no more than sixteen digits. */
  readonly written?: Texts;
  /** Words for a missing number that are not those of R, SAS and spreadsheets, such as NaN and NULL; said to the reader. */
  readonly takenForMissing?: readonly string[];
}

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

/** The sign before the decimals. */
export type DecimalSign = "point" | "comma";

/** What programs write for a missing value: R, SAS, and spreadsheets. */
const MISSING = new Set(["", "NA", "."]);

/** What databases, Python and people write among numbers; among texts each may be a category. */
const MISSING_NUMBER = new Set(["nan", "null", "n/a", "#n/a", "<na>", "none", "nat"]);

/** Those of them that are no category either. */
const NEVER_A_WORD = new Set(["nan", "null", "#n/a", "<na>", "nat"]);

/** And those that are nobody's name: among texts too they are missing. */
const NO_NAME = new Set(["nan", "#n/a", "<na>", "nat"]);

/** A number of thousands and decimals, both written: 1.234,5 and 1.234.567 with decimal commas. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)$|^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$/;
/** 1.234: one and a bit, or a thousand, as the file has it. */
const ONE_GROUP = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** A number as programs write it. With decimal commas a point is none, but between thousands that leave no doubt. */
export function numberOf(text: string, decimal: DecimalSign = "point"): number | undefined {
  if (decimal === "comma") {
    if (GROUPED.test(text)) return numberOf(text.replaceAll(".", "").replace(",", "."));
    if (text.includes(".")) return undefined;
  }
  const plain = decimal === "comma" ? text.replace(",", ".") : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Whether a text says, among numbers, that one is missing. */
export const isMissingNumber = (text: string): boolean => MISSING_NUMBER.has(text.toLowerCase());

/** Whether a text may be a thousand or a decimal fraction: `1.234` where commas are decimal, `1,234` where points are. */
export const mayBeThousands = (text: string): boolean => ONE_GROUP.test(text.replace(",", "."));

/** The column of some texts: numbers if each that is not missing is one. */
export function columnOfTexts(
  name: string,
  texts: readonly string[],
  file: DecimalSign | "unknown" = "point",
): DataColumn {
  const trimmed = texts.map((text) => text.trim());
  const decimal = file === "unknown" ? ownSign(trimmed) : ownSign(trimmed, file);
  const asText = (): DataColumn => {
    const odd = new Set(trimmed.filter((text) => NO_NAME.has(text.toLowerCase())));
    return {
      name,
      kind: "text",
      values: trimmed.map((text) => (MISSING.has(text) || odd.has(text) ? null : text)),
      ...(decimal === "comma" && { decimal }),
      ...(odd.size > 0 && { takenForMissing: [...odd] }),
    };
  };
  if (decimal === undefined) return asText();
  // Thousands that stand beyond doubt in a column settle the others.
  const grouped = decimal === "comma" && trimmed.some((text) => GROUPED.test(text));
  const aside = new Set<string>();
  const numbers = trimmed.map((text) => {
    if (MISSING.has(text)) return null;
    if (grouped && ONE_GROUP.test(text)) return Number(text.replace(".", ""));
    const number = numberOf(text, decimal);
    if (number !== undefined || !isMissingNumber(text)) return number;
    aside.add(text);
    return null;
  });
  const isWord =
    numbers.every((number) => number === null) && [...aside].some((text) => !NEVER_A_WORD.has(text.toLowerCase()));
  if (isWord || !numbers.every((value) => value !== undefined)) return asText();
  const written = trimmed.map((text, row) => (numbers[row] === null ? null : text));
  return { name, kind: "number", values: numbers, written, ...(aside.size > 0 && { takenForMissing: [...aside] }) };
}

/** The sign a column itself shows, else that of its file; undefined where it shows neither and holds what may be thousands. */
function ownSign(texts: readonly string[], file?: DecimalSign): DecimalSign | undefined {
  if (file === "point") return "point";
  if (texts.some(showsComma)) return "comma";
  if (texts.some(showsPoint)) return "point";
  return file ?? (texts.some(mayBeThousands) ? undefined : "comma");
}

const showsComma = (text: string): boolean => /^[+-]?\d*,\d+([eE][+-]?\d+)?$/.test(text) || GROUPED.test(text);
/** A point that cannot stand between thousands. */
const showsPoint = (text: string): boolean => /^[+-]?\d*\.\d*([eE][+-]?\d+)?$/.test(text) && !ONE_GROUP.test(text);

/** The decimal sign of a file whose columns are not separated by commas: commas where any cell shows one. */
export function decimalSignOf(cells: Iterable<string>, tabs: boolean): DecimalSign | "unknown" {
  let points = false;
  for (const cell of cells) {
    const text = cell.trim();
    if (showsComma(text)) return "comma";
    points ||= showsPoint(text);
  }
  return points || tabs ? "point" : "unknown";
}
