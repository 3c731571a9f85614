import { type Estimate, estimated, notEstimable, type Reason } from "../estimate.ts";

interface Centred {
  readonly n: number;
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** The intercept first, then the coefficients of the centred and scaled covariates; what follows is not looked at. */
  readonly beta: Float64Array;
  readonly variance: Float64Array;
  readonly reasons: readonly (Reason | undefined)[];
  /** Why there is no fit at all. */
  readonly whole: Reason | undefined;
}

/** The intercept where every covariate is 0, from that at their means; covariates that were dropped take no part. */
export function interceptAtZero({ n, means, scales, beta, variance, reasons, whole }: Centred): {
  readonly beta: Estimate;
  readonly se: Estimate;
} {
  if (whole !== undefined) return { beta: notEstimable(whole, n), se: notEstimable(whole, n) };
  const size = beta.length;
  const weights = Float64Array.from({ length: means.length + 1 }, (_, j) => {
    if (j === 0) return 1;
    return reasons[j] === undefined ? -(means[j - 1] as number) / (scales[j - 1] as number) : 0;
  });
  let value = 0;
  let spread = 0;
  for (let j = 0; j < weights.length; j++) {
    value += (weights[j] as number) * (beta[j] as number);
    for (let k = 0; k < weights.length; k++)
      spread += (weights[j] as number) * (variance[j * size + k] as number) * (weights[k] as number);
  }
  return { beta: estimated(value), se: estimated(Math.sqrt(spread)) };
}
