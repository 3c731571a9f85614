import type { CoxModel } from "./cox-regression.ts";
import type { PreparedRows } from "./prepared-rows.ts";
import { rowResiduals } from "./score-residuals.ts";

/** Whole numbers from 0 for the clusters of the prepared rows. */
export function clustersOf({ origin }: PreparedRows, names: ArrayLike<string | number | null>): Uint32Array {
  const codes = new Map<unknown, number>();
  return origin.map((row) => {
    const name = names[row];
    const code = codes.get(name) ?? codes.size;
    codes.set(name, code);
    return code;
  });
}

/** A robust variance this small beside the model's is rounding: the scores of all clusters are nothing. */
const ROUNDING = 1e-16;

/**
 * Sandwich variance (Lin and Wei 1989): the weighted score residuals of a cluster times the model's variance, squared and summed. 0
 * where no cluster adds anything, as where all have the event at once.
 */
export function robustVariance(model: CoxModel, cluster: Uint32Array): Float64Array {
  const { rows, variance } = model;
  const { p } = rows;
  const { score } = rowResiduals(model);
  const sums = new Map<number, Float64Array>();
  for (let row = 0; row < rows.size; row++) {
    const name = cluster[row] as number;
    const own = sums.get(name) ?? new Float64Array(p);
    sums.set(name, own);
    const weight = rows.weight[row] as number;
    for (let j = 0; j < p; j++) own[j] = (own[j] as number) + weight * (score[row * p + j] as number);
  }
  const total = new Float64Array(p * p);
  for (const own of sums.values()) addSquare(total, multiply(variance, own, p), p);
  for (let j = 0; j < p; j++)
    if (!((total[j * p + j] as number) > ROUNDING * (variance[j * p + j] as number)))
      for (let k = 0; k < p; k++) total[j * p + k] = total[k * p + j] = 0;
  return total;
}

export function multiply(matrix: Float64Array, vector: ArrayLike<number>, p: number): Float64Array {
  const result = new Float64Array(p);
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++)
      result[j] = (result[j] as number) + (matrix[j * p + k] as number) * (vector[k] as number);
  return result;
}

function addSquare(total: Float64Array, vector: Float64Array, p: number): void {
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++)
      total[j * p + k] = (total[j * p + k] as number) + (vector[j] as number) * (vector[k] as number);
}
