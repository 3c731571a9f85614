import { criticalNormal, tTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import type { Pair } from "../ranks/spearman.ts";
import { completePairs } from "./complete-pairs.ts";

export interface PearsonCorrelation extends Interval, Provenance {
  readonly r: Estimate;
  readonly p: Estimate;
  readonly n: number;
  readonly missing: number;
}

/** Pearson's correlation with Fisher's z limits and p from t. R: cor.test(x, y, conf.level = level) */
export function pearson(rows: readonly Pair[], level: number): PearsonCorrelation {
  const { pairs, n, missing } = completePairs(rows);
  const named = {
    n,
    missing,
    method: "Pearson's correlation",
    convention: "p from t, limits from Fisher's z",
    rCall: "cor.test(x, y)",
  };
  const none = (because: "too-few-values" | "no-variation", r?: Estimate) => {
    const lost = notEstimable(because, n);
    return { r: r ?? lost, p: lost, lower: lost, upper: lost, ...named };
  };
  if (n < 2) return none("too-few-values");
  const mean = (of: (pair: (typeof pairs)[number]) => number) => {
    const first = of(pairs[0] as (typeof pairs)[number]);
    return first + pairs.reduce((sum, pair) => sum + pair.n * (of(pair) - first), 0) / n;
  };
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  let [sxx, syy, sxy] = [0, 0, 0];
  for (const { x, y, n: count } of pairs) {
    sxx += count * (x - mx) ** 2;
    syy += count * (y - my) ** 2;
    sxy += count * (x - mx) * (y - my);
  }
  if (!(sxx > 0 && syy > 0)) return none("no-variation");
  const r = Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx * syy)));
  if (n < 3) return none("too-few-values", estimated(r));
  const t = r * Math.sqrt((n - 2) / (1 - r * r));
  const half = n > 3 ? criticalNormal(level) / Math.sqrt(n - 3) : undefined;
  const few = notEstimable("too-few-values", n);
  return {
    r: estimated(r),
    p: estimated(Math.abs(r) === 1 ? 0 : tTwoSided(t, n - 2)),
    lower: half === undefined ? few : estimated(Math.tanh(Math.atanh(r) - half)),
    upper: half === undefined ? few : estimated(Math.tanh(Math.atanh(r) + half)),
    ...named,
  };
}
