import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { mean } from "./describe.ts";
import type { SortedTally } from "./sorted-tally.ts";

/** g1 divides by n, b1 by the SD with n - 1, G1 is corrected for bias (SPSS, SAS, Stata's `summarize` prints g1). */
export type SkewnessType = "g1" | "b1" | "G1";
/** g2 divides by n, b2 by the variance with n - 1, G2 is corrected for bias (SPSS, SAS); all are 0 for a normal curve. */
export type KurtosisType = "g2" | "b2" | "G2";

/** What each type is called, and which programs print it; the numbers are those of R package e1071. */
export const SHAPE_NAMES: Readonly<
  Record<SkewnessType | KurtosisType, { readonly type: 1 | 2 | 3; readonly usedBy: string }>
> = {
  g1: { type: 1, usedBy: "textbooks, moments, SciPy, Stata" },
  G1: { type: 2, usedBy: "SPSS, SAS, Excel" },
  b1: { type: 3, usedBy: "e1071 without being asked, Minitab, BMDP" },
  g2: { type: 1, usedBy: "textbooks, SciPy" },
  G2: { type: 2, usedBy: "SPSS, SAS, Excel" },
  b2: { type: 3, usedBy: "e1071 without being asked, Minitab, BMDP" },
};

/**
 * Skewness of a tally (Joanes and Gill 1998, Statistician 47:183-9). Two values give g1 and b1, three give G1.
 * R: e1071::skewness(x, type = 1 | 3 | 2), for g1, b1 and G1
 */
export function skewness(tally: SortedTally, type: SkewnessType): Estimate {
  const { n } = tally;
  const none = lacking(tally, type === "G1" ? 3 : 2);
  if (none !== undefined) return none;
  const [second, third] = moments(tally);
  const g = third / (second * Math.sqrt(second));
  if (type === "g1") return estimated(g);
  if (type === "b1") return estimated(g * (1 - 1 / n) * Math.sqrt(1 - 1 / n));
  return estimated((g * Math.sqrt(n * (n - 1))) / (n - 2));
}

/**
 * Excess kurtosis of a tally (Joanes and Gill 1998). Two values give g2 and b2, four give G2.
 * R: e1071::kurtosis(x, type = 1 | 3 | 2), for g2, b2 and G2
 */
export function kurtosis(tally: SortedTally, type: KurtosisType): Estimate {
  const { n } = tally;
  const none = lacking(tally, type === "G2" ? 4 : 2);
  if (none !== undefined) return none;
  const [second, , fourth] = moments(tally);
  const g = fourth / (second * second);
  if (type === "g2") return estimated(g - 3);
  if (type === "b2") return estimated(g * (1 - 1 / n) * (1 - 1 / n) - 3);
  return estimated(((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (g - 3) + 6));
}

/** Standard error of G1 in samples from a normal curve, as SPSS prints it. R: sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3))) */
export function skewnessError(n: number): Estimate {
  if (n < 3) return notEstimable("too-few-values", n);
  return estimated(Math.sqrt((6 * n * (n - 1)) / ((n - 2) * (n + 1) * (n + 3))));
}

/** Standard error of G2 in samples from a normal curve, as SPSS prints it. R: 2 * se_skewness * sqrt((n^2 - 1) / ((n - 3) * (n + 5))) */
export function kurtosisError(n: number): Estimate {
  const skew = skewnessError(n);
  if (n < 4 || !skew.estimable) return notEstimable("too-few-values", n);
  return estimated(2 * skew.value * Math.sqrt((n * n - 1) / ((n - 3) * (n + 5))));
}

function lacking({ n, values }: SortedTally, least: number): Estimate | undefined {
  if (n === 0) return notEstimable("no-values", n);
  if (n < least) return notEstimable(n === 1 ? "one-value" : "too-few-values", n);
  return values.length < 2 ? notEstimable("no-variation", n) : undefined;
}

/** Central moments 2 to 4 with n, of deviations in units of the widest one, so that no power over- or underflows. */
function moments(tally: SortedTally): readonly [second: number, third: number, fourth: number] {
  const { values, counts, n } = tally;
  const centre = mean(tally);
  const rough = values.map((value) => value - (centre.estimable ? centre.value : 0));
  const left = rough.reduce((sum, value, i) => sum + value * (counts[i] ?? 0), 0) / n;
  const unit = Math.max(Math.abs(rough[0] ?? 0), Math.abs(rough.at(-1) ?? 0));
  let [second, third, fourth] = [0, 0, 0];
  for (const [i, value] of rough.entries()) {
    const deviation = (value - left) / unit;
    const square = deviation * deviation;
    const count = counts[i] ?? 0;
    second += square * count;
    third += square * deviation * count;
    fourth += square * square * count;
  }
  return [second / n, third / n, fourth / n];
}
