import { type Counted, type Estimate, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { binomialTest } from "../proportions/binomial-test.ts";
import { clopperPearson, proportion } from "../proportions/limits.ts";
import { requireCount, requireFinite } from "../require-count.ts";

export interface SignTest extends Interval, Provenance {
  /** Share of values above 0 among those that are not 0; the limits are its. */
  readonly share: Estimate;
  readonly p: Estimate;
  readonly positive: number;
  readonly negative: number;
  readonly zeros: number;
  readonly missing: number;
}

/** Sign test of differences, zeros left out (Dixon and Mood, JASA 1946;41:557-66). R: binom.test(sum(x > 0), sum(x != 0)) */
export function signTest(rows: readonly Counted[], level: number): SignTest {
  const counts = { positive: 0, negative: 0, zeros: 0, missing: 0 };
  for (const { value, n } of rows) {
    const side = value === null ? "missing" : requireFinite(value) > 0 ? "positive" : value < 0 ? "negative" : "zeros";
    counts[side] += requireCount(n);
  }
  const n = counts.positive + counts.negative;
  const { lower, upper } = clopperPearson(counts.positive, n, level);
  return {
    ...counts,
    share: proportion(counts.positive, n),
    p: n === 0 ? notEstimable("no-values", 0) : binomialTest(counts.positive, n, 0.5).p,
    lower,
    upper,
    method: "sign test",
    convention: "two-sided, zeros left out, Clopper-Pearson limits",
    rCall: "binom.test(sum(x > 0), sum(x != 0))",
  };
}
