import { type Counted, type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { QUANTILE_NAMES, type QuantileType, quantile } from "./quantile.ts";
import { type SortedTally, sortedTally } from "./sorted-tally.ts";

export interface Description extends Provenance {
  readonly n: number;
  readonly missing: number;
  readonly mean: Estimate;
  /** With n - 1. */
  readonly sd: Estimate;
  /** Of the mean: sd / sqrt(n). */
  readonly standardError: Estimate;
  readonly median: Estimate;
  readonly lowerQuartile: Estimate;
  readonly upperQuartile: Estimate;
  readonly minimum: Estimate;
  readonly maximum: Estimate;
  readonly quantileType: QuantileType;
}

/** Describes a tally of values. R: mean(x), sd(x), quantile(x, type = type), range(x) after na.omit */
export function describe(rows: readonly Counted[], quantileType: QuantileType): Description {
  const tally = sortedTally(rows);
  const { n, missing, values } = tally;
  const sd = standardDeviation(tally);
  const end = (value: number | undefined): Estimate =>
    value === undefined ? notEstimable("no-values", n) : estimated(value);
  return {
    n,
    missing,
    mean: mean(tally),
    sd,
    standardError: sd.estimable ? estimated(sd.value / Math.sqrt(n)) : sd,
    median: quantile(tally, 0.5, quantileType),
    lowerQuartile: quantile(tally, 0.25, quantileType),
    upperQuartile: quantile(tally, 0.75, quantileType),
    minimum: end(values[0]),
    maximum: end(values.at(-1)),
    quantileType,
    method: "description",
    convention: `SD with n - 1; quantile type ${quantileType}, ${QUANTILE_NAMES[quantileType].name}`,
    rCall: `mean(x); sd(x); quantile(x, c(0, 0.25, 0.5, 0.75, 1), type = ${quantileType})`,
  };
}

/** Arithmetic mean, corrected by the mean of what is left over, so that a large offset costs no digits. */
export function mean({ values, counts, n }: SortedTally): Estimate {
  if (n === 0) return notEstimable("no-values", 0);
  const rough = values.reduce((sum, value, index) => sum + value * (counts[index] ?? 0), 0) / n;
  const rest = values.reduce((sum, value, index) => sum + (value - rough) * (counts[index] ?? 0), 0) / n;
  return estimated(rough + rest);
}

/** Standard deviation with n - 1, in two passes. */
export function standardDeviation(tally: SortedTally): Estimate {
  const { values, counts, n } = tally;
  const centre = mean(tally);
  if (!centre.estimable) return centre;
  if (n === 1) return notEstimable("one-value", 1);
  let squares = 0;
  for (const [index, value] of values.entries()) {
    const difference = value - centre.value;
    squares += difference * difference * (counts[index] ?? 0);
  }
  return estimated(Math.sqrt(squares / (n - 1)));
}
