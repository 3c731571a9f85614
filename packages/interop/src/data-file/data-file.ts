import type { Problem } from "@osteon/codebook";
import {
  type DecimalSign,
  GROUPED,
  GROUPED_BY_COMMAS,
  isMissingNumber,
  MISSING,
  mayBeThousands,
  NEVER_A_WORD,
  NO_NAME,
  numberOf,
  ONE_GROUP,
  ONE_GROUP_BY_COMMA,
} from "./number-cell.ts";

/** A column of a rectangular file. Numbers where every value is one; texts otherwise. Null is missing. */
export type DataColumn = NumberColumn | TextColumn;

export interface TextColumn {
  readonly name: string;
  readonly kind: "text";
  readonly values: Texts;
  /** The sign before the decimals of what numbers stand among the texts; a point where nothing is said. */
  readonly decimal?: DecimalSign;
  readonly takenForMissing?: readonly string[];
  /** What else is to be said of its cells. */
  readonly said?: readonly string[];
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
  /** The sign before the decimals, where it is no point. */
  readonly decimal?: DecimalSign;
  readonly said?: readonly string[];
}

/** A file of rows and named columns, of whatever format it came. */
export interface DataFile {
  readonly file: string;
  readonly columns: readonly DataColumn[];
  readonly rowCount: number;
  /** Row of the file that a row stands on, as a spreadsheet counts. */
  readonly rowNumbers: readonly number[];
  /** How a file of texts is written, which is guessed from it. */
  readonly written?: WrittenFile;
}

export interface WrittenFile {
  readonly separator: string;
  readonly decimal: DecimalSign;
  readonly encoding: string;
}

/** A file, or everything that is wrong with it. */
export type ReadData =
  | { readonly ok: true; readonly data: DataFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

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
  const [beyondDoubt, group] =
    decimal === "comma" ? ([GROUPED, ONE_GROUP] as const) : ([GROUPED_BY_COMMAS, ONE_GROUP_BY_COMMA] as const);
  const grouped = trimmed.some((text) => beyondDoubt.test(text));
  const aside = new Set<string>();
  const numbers = trimmed.map((text) => {
    if (MISSING.has(text)) return null;
    if (grouped && group.test(text)) return Number(text.replace(/[.,]/, ""));
    const number = numberOf(text, decimal);
    if (number !== undefined || !isMissingNumber(text)) return number;
    aside.add(text);
    return null;
  });
  const isWord =
    numbers.every((number) => number === null) && [...aside].some((text) => !NEVER_A_WORD.has(text.toLowerCase()));
  if (isWord || !numbers.every((value) => value !== undefined)) return asText();
  const written = trimmed.map((text, row) => (numbers[row] === null ? null : text));
  return {
    ...{ name, kind: "number", values: numbers, written },
    ...(decimal === "comma" && { decimal }),
    ...(aside.size > 0 && { takenForMissing: [...aside] }),
  };
}

/** The sign a column itself shows, else that of its file; undefined where it shows neither and holds what may be thousands. */
function ownSign(texts: readonly string[], file?: DecimalSign): DecimalSign | undefined {
  if (file === "point") return "point";
  if (texts.some(showsComma)) return "comma";
  if (texts.some(showsPoint)) return "point";
  return file ?? (texts.some(mayBeThousands) ? undefined : "comma");
}

/** A comma that cannot stand between thousands. */
const showsComma = (text: string): boolean =>
  (/^[+-]?\d*,\d+([eE][+-]?\d+)?$/.test(text) && !ONE_GROUP_BY_COMMA.test(text)) || GROUPED.test(text);
/** A point that cannot stand between thousands. */
const showsPoint = (text: string): boolean =>
  (/^[+-]?\d*\.\d*([eE][+-]?\d+)?$/.test(text) && !ONE_GROUP.test(text)) || GROUPED_BY_COMMAS.test(text);

/**
 * The decimal sign of a file whose columns are not separated by commas: commas where any cell shows one. Where nothing shows but
 * `1,234`, semicolons stand for a country of decimal commas, and tabs for none.
 */
export function decimalSignOf(cells: Iterable<string>, tabs: boolean): DecimalSign | "unknown" {
  let [points, groups] = [false, false];
  for (const cell of cells) {
    const text = cell.trim();
    if (showsComma(text)) return "comma";
    points ||= showsPoint(text);
    groups ||= ONE_GROUP_BY_COMMA.test(text);
  }
  if (points) return "point";
  return groups ? (tabs ? "unknown" : "comma") : tabs ? "point" : "unknown";
}
