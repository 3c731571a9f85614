/** A pivot this small beside the largest entry is rounding. */
const SINGULAR = 1e-12;

/** Solves a symmetric positive definite system by Gauss elimination with pivots; `undefined` where it is singular. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  const largest = matrix.flat().reduce((max, entry) => Math.max(max, Math.abs(entry)), 0);
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column);
    const pivot =
      below.reduce(
        (best, row, i) => (Math.abs(row[column] ?? 0) > Math.abs(below[best]?.[column] ?? 0) ? i : best),
        0,
      ) + column;
    const chosen = rows[pivot];
    const current = rows[column];
    if (chosen === undefined || current === undefined || Math.abs(chosen[column] ?? 0) <= SINGULAR * largest)
      return undefined;
    rows[pivot] = current;
    rows[column] = chosen;
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1);
      for (let j = column; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (chosen[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
