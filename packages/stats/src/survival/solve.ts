/** A pivot this small beside the largest entry is rounding. */
const SINGULAR = 1e-12;

/**
 * Solves a symmetric positive definite system by Gauss elimination, which needs no exchange of rows there;
 * `undefined` where it is singular.
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  const largest = matrix.flat().reduce((max, entry) => Math.max(max, Math.abs(entry)), 0);
  for (const [column, chosen] of rows.entries()) {
    const pivot = chosen[column] ?? 0;
    if (Math.abs(pivot) <= SINGULAR * largest) return undefined;
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = (row[column] ?? 0) / pivot;
      for (let j = column; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (chosen[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
