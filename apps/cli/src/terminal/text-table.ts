/** Rows of cells as lines: the first column to the left, the others to the right, two spaces between. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, place) => Math.max(widest[place] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join("  "),
  );
}

/** A number for reading: so many decimals, NA where there is none. */
export function decimals(value: number | null, places: number): string {
  return value === null ? "NA" : value.toFixed(places);
}

/** A number as it stands, to six significant digits at most. */
export function plain(value: number | null): string {
  return value === null ? "NA" : String(Number(value.toPrecision(6)));
}

/** p as journals print it. */
export function pText(p: number | null): string {
  if (p === null) return "NA";
  if (p < 0.0001) return "< 0.0001";
  return p < 0.1 ? p.toPrecision(2) : p.toFixed(2);
}

/** `1 row`, `14 rows`. */
export const rowsText = (count: number): string => `${count} row${count === 1 ? "" : "s"}`;
