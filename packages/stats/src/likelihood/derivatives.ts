/** A log-likelihood with its first derivative and the negative of its second. */
export interface Derivatives {
  logLik: number;
  readonly score: Float64Array;
  /** Symmetric, entry (j, k) at j * p + k. */
  readonly information: Float64Array;
}

export const emptyDerivatives = (p: number): Derivatives => ({
  logLik: 0,
  score: new Float64Array(p),
  information: new Float64Array(p * p),
});

/** The upper triangle from the lower one. */
export function mirror(matrix: Float64Array, p: number): void {
  for (let j = 0; j < p; j++) for (let k = 0; k < j; k++) matrix[k * p + j] = matrix[j * p + k] as number;
}
