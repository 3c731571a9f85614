import { columnOfTexts, type DataColumn, type DataFile } from "./data-file.ts";
import { type DecimalSign, LIMIT, numberOf } from "./number-cell.ts";

/** What whoever asks says of cells. */
export interface CellChoices {
  /** Texts that say that a value is missing, in every column. */
  readonly missing?: readonly string[];
  /** What `<0.5` counts as: half of the limit, the limit, or a missing value. */
  readonly belowLimit?: "half" | "limit" | "drop";
  /** What `>200` counts as. */
  readonly aboveLimit?: "limit" | "drop";
}

/** What was asked for and no cell gave occasion to. */
export interface Unneeded {
  readonly missing: readonly string[];
  readonly belowLimit: boolean;
  readonly aboveLimit: boolean;
}

/**
 * A file whose cells are read as somebody asks. Limits count in columns of numbers alone: each other cell is a number. What was
 * done is said of each column; what there was no occasion for comes back.
 */
export function withCellChoices(
  data: DataFile,
  choices: CellChoices,
): { readonly data: DataFile; readonly unneeded: Unneeded } {
  const met = new Set<string>();
  const columns = data.columns.map((column) => chosen(column, choices, met));
  return {
    data: { ...data, columns },
    unneeded: {
      missing: (choices.missing ?? []).filter((word) => !met.has(`=${word}`)),
      belowLimit: choices.belowLimit !== undefined && !met.has("<"),
      aboveLimit: choices.aboveLimit !== undefined && !met.has(">"),
    },
  };
}

function chosen(
  column: DataColumn,
  { missing = [], belowLimit, aboveLimit }: CellChoices,
  met: Set<string>,
): DataColumn {
  const { name, decimal = "point" } = column;
  const words = new Set(missing);
  const texts = textsOf(column);
  const gone = new Set(texts.filter((text) => text !== null && words.has(text)));
  for (const word of gone) met.add(`=${word}`);
  const left = texts.map((text) => (text === null || words.has(text) ? "" : text));
  const limits = limitsIn(left, decimal).filter(({ sign }) => (sign === "<" ? belowLimit : aboveLimit) !== undefined);
  if (gone.size === 0 && limits.length === 0) return column;
  const counted = new Map(
    limits.map(({ row, sign, size }) => {
      met.add(sign);
      const rule = sign === "<" ? belowLimit : aboveLimit;
      return [row, rule === "drop" ? "" : String(rule === "half" ? size / 2 : size)] as const;
    }),
  );
  const point = left.map((text, row) => counted.get(row) ?? (text === "" ? "" : asPoint(text, decimal)));
  const read = columnOfTexts(name, limits.length > 0 ? point : left, limits.length > 0 ? "point" : decimal);
  const aside = [...new Set([...(column.takenForMissing ?? []), ...(gone as Set<string>)])];
  const said = [...new Set(limits.map(({ sign }) => sign))].map((sign) => {
    const rows = limits.filter((own) => own.sign === sign).length;
    const rule = sign === "<" ? belowLimit : aboveLimit;
    const what =
      rule === "drop" ? "left out as missing" : rule === "half" ? "counted as half of it" : "counted as the limit";
    return `${rows} cell${rows === 1 ? "" : "s"} ${sign === "<" ? "below" : "above"} a limit, ${what}`;
  });
  return { ...read, ...(aside.length > 0 && { takenForMissing: aside }), ...(said.length > 0 && { said }) };
}

const textsOf = (column: DataColumn): readonly (string | null)[] =>
  column.kind === "text"
    ? column.values
    : (column.written ?? column.values.map((value) => (value === null ? null : String(value))));

const asPoint = (text: string, decimal: DecimalSign): string => {
  const number = numberOf(text, decimal);
  return number === undefined ? text : String(number);
};

/** Cells at a limit, where every other cell is a number and one of them is. */
function limitsIn(texts: readonly string[], decimal: DecimalSign) {
  const found: { readonly row: number; readonly sign: "<" | ">"; readonly size: number }[] = [];
  let numbers = 0;
  for (const [row, text] of texts.entries()) {
    if (text === "") continue;
    if (numberOf(text, decimal) !== undefined) {
      numbers++;
      continue;
    }
    const [, sign = "", written = ""] = LIMIT.exec(text) ?? [];
    const size = numberOf(written, decimal);
    if (size !== undefined) found.push({ row, sign: sign === "<" || sign === "\u2264" ? "<" : ">", size });
  }
  return numbers > 0 ? found : [];
}
