/** Where a cell stands. */
export interface PlacedCell {
  /** As a spreadsheet says it: `C4`. */
  readonly name: string;
  /** From 0. */
  readonly column: number;
  /** Whether a spreadsheet has such a place at all. */
  readonly inSheet: boolean;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** The place that a cell names, or the one after its neighbour where it names none. */
export function cellPlace(said: string | undefined, row: number, next: number): PlacedCell {
  if (said === undefined) return { name: `column ${next + 1} of row ${row}`, column: next, inSheet: row <= LAST_ROW };
  const [, letters = "", line = ""] = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(said) ?? [];
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const inSheet = column >= 0 && column < LAST_COLUMN && Number(line) === row && row <= LAST_ROW;
  return { name: said.slice(0, 20), column, inSheet };
}
