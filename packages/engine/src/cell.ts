/** A value of a result: a whole number that is exact in a double, a text, or null. Floats, booleans and dates do not exist here. */
export type Cell = number | string | null;

/** A row of a result by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** The whole number of an engine's value (bigint, or digits as text); throws where a double cannot hold it exactly. */
export function wholeNumber(value: bigint | number | string): number {
  const number = typeof value === "string" && !/^-?\d+$/.test(value) ? Number.NaN : Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is no whole number within ±(2^53 - 1)`);
  return number;
}

/** Orders cells: numbers before texts, texts by code point (`COLLATE "C"`), null last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "string") return typeof b === "string" ? compareText(a, b) : 1;
  return typeof b === "string" ? -1 : a - b;
}

/** Orders keys cell by cell. */
export function compareKeys(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, cell] of a.entries()) {
    const order = compareCells(cell, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Orders texts by code point; `<` orders by UTF-16 unit, which puts U+10000 before U+E000. */
export function compareText(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const unitA = a.charCodeAt(index);
    const unitB = b.charCodeAt(index);
    if (unitA === unitB) continue;
    const surrogates = Number(isSurrogate(unitA)) - Number(isSurrogate(unitB));
    return surrogates === 0 ? unitA - unitB : surrogates;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
