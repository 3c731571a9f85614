/** Columns of equal length: plain or typed arrays. */
export type Columns<Row> = { readonly [Name in keyof Row]: ArrayLike<Row[Name] | null> };

/**
 * Rows from columns, each counted once: a row-level data set is a tally with n = 1. NaN, which is how typed arrays and data
 * frames write a gap, becomes null. Example: rowsFrom({ value: Float64Array.of(1, NaN), group: ["a", "b"] })
 */
export function rowsFrom<Row extends object>(columns: Columns<Row>): (Row & { readonly n: number })[] {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const lengths = new Set(names.map((name) => columns[name].length));
  if (lengths.size > 1)
    throw new RangeError(
      `columns differ in length: ${names.map((name) => `${name} ${columns[name].length}`).join(", ")}`,
    );
  const [length = 0] = lengths;
  return Array.from({ length }, (_, i) => {
    const row: Record<string, unknown> = { n: 1 };
    for (const name of names) {
      const value = columns[name][i];
      row[name] = Number.isNaN(value) || value === undefined ? null : value;
    }
    return row as Row & { n: number };
  });
}
