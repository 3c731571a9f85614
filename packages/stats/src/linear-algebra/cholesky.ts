/** A square symmetric matrix, row by row, in one array: entry (i, j) of a p x p matrix at i * p + j. */
export type SquareMatrix = Float64Array;

/** What a symmetric positive semi-definite matrix is made of: L D L' with a unit lower triangle. */
export interface Factors {
  readonly size: number;
  /** L below the diagonal, D on it; 0 on the diagonal of a column that depends on the columns before it. */
  readonly entries: Float64Array;
  readonly rank: number;
}

/** A pivot this small beside the diagonal it came from means a column that depends on those before it. */
const SINGULAR = 1e-11;

/**
 * Factors a symmetric positive semi-definite matrix (Golub and Van Loan, Matrix Computations, 4.1.2). A dependent column gets
 * pivot 0 and takes no part in solutions, so of a collinear pair the later is dropped, as R does. A pivot up to `floor` is rounding:
 * what is left where a column does not vary at all.
 */
export function factor(matrix: SquareMatrix, size: number, floor = 0): Factors {
  const entries = Float64Array.from(matrix);
  let rank = 0;
  for (let j = 0; j < size; j++) {
    let pivot = entries[j * size + j] as number;
    for (let k = 0; k < j; k++) pivot -= (entries[j * size + k] as number) ** 2 * (entries[k * size + k] as number);
    const dependent = !(pivot > Math.max(floor, SINGULAR * (matrix[j * size + j] as number)));
    entries[j * size + j] = dependent ? 0 : pivot;
    if (!dependent) rank++;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++)
        sum -=
          (entries[i * size + k] as number) * (entries[j * size + k] as number) * (entries[k * size + k] as number);
      entries[i * size + j] = dependent ? 0 : sum / pivot;
    }
  }
  return { size, entries, rank };
}

/** Solution of the factored system; places of dependent columns are 0. */
export function solveFactored({ size, entries }: Factors, right: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < i; k++)
      solution[i] = (solution[i] as number) - (entries[i * size + k] as number) * (solution[k] as number);
  for (let i = 0; i < size; i++) {
    const pivot = entries[i * size + i] as number;
    solution[i] = pivot === 0 ? 0 : (solution[i] as number) / pivot;
  }
  for (let i = size - 1; i >= 0; i--) {
    if (entries[i * size + i] === 0) continue;
    for (let k = i + 1; k < size; k++)
      solution[i] = (solution[i] as number) - (entries[k * size + i] as number) * (solution[k] as number);
  }
  return solution;
}

/** Inverse of the factored matrix; rows and columns of dependent columns are 0. */
export function inverse(factors: Factors): SquareMatrix {
  const { size, entries } = factors;
  const result = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    if (entries[j * size + j] === 0) continue;
    const unit = new Float64Array(size);
    unit[j] = 1;
    const column = solveFactored(factors, unit);
    for (let i = 0; i < size; i++) result[i * size + j] = column[i] as number;
  }
  return result;
}

/** Logarithm of the determinant over the independent columns. */
export function logDeterminant({ size, entries }: Factors): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const pivot = entries[i * size + i] as number;
    if (pivot > 0) sum += Math.log(pivot);
  }
  return sum;
}
