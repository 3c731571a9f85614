import { criticalT } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { agreeingShare, ratingCounts } from "./rating-counts.ts";

/** One rated thing: its ratings, null where a rater gave none, and the cluster it belongs to, as bones do to a child. */
export interface RatedSubject {
  readonly ratings: readonly (number | null)[];
  readonly cluster: string;
}

export interface ClusteredKappa extends Interval, Provenance {
  readonly kappa: Estimate;
  readonly stdError: Estimate;
  /** Share of pairs of ratings of a subject that are equal, averaged over subjects. */
  readonly observed: Estimate;
  /** Subjects with two ratings or more; the others say nothing of agreement and are left out. */
  readonly subjects: number;
  readonly clusters: number;
}

/**
 * Free-marginal kappa of any number of raters (Brennan, Prediger 1981; Randolph 2005): every category is as likely by chance, whatever the
 * raters do. Subjects of one cluster are not independent: the error is that of the mean of clustered values, with t on clusters less one.
 * Each subject a cluster of its own, with two ratings or more, it is Gwet's.
 * R: f <- lm(agreeing ~ 1); sqrt(C / (C - 1) * sum(rowsum(resid(f), cluster)^2)) / n / (1 - 1 / q)
 */
export function freeMarginalInClusters(
  subjects: readonly RatedSubject[],
  categories: number,
  level: number,
): ClusteredKappa {
  const judged = subjects
    .map(({ ratings, cluster }) => ({ counts: ratingCounts(ratings, categories), cluster }))
    .filter(({ counts }) => counts.n > 1)
    .map(({ counts, cluster }) => ({ agreeing: agreeingShare(counts), cluster }));
  const n = judged.length;
  const named = { subjects: n, clusters: new Set(judged.map(({ cluster }) => cluster)).size, ...NAMED };
  if (n === 0 || categories < 2) {
    const none = notEstimable(n === 0 ? "too-few-values" : "no-variation", n);
    return { kappa: none, stdError: none, observed: none, lower: none, upper: none, ...named };
  }
  const observed = judged.reduce((sum, { agreeing }) => sum + agreeing, 0) / n;
  const chance = 1 / categories;
  const kappa = (observed - chance) / (1 - chance);
  const found = { kappa: estimated(kappa), observed: estimated(observed), ...named };
  const apart = new Map<string, number>();
  for (const { agreeing, cluster } of judged) apart.set(cluster, (apart.get(cluster) ?? 0) + agreeing - observed);
  if (apart.size < 2) {
    const none = notEstimable("too-few-values", apart.size);
    return { ...found, stdError: none, lower: none, upper: none };
  }
  const squares = [...apart.values()].reduce((sum, own) => sum + own * own, 0);
  const stdError = Math.sqrt((apart.size / (apart.size - 1)) * squares) / n / (1 - chance);
  const half = criticalT(level, apart.size - 1) * stdError;
  return {
    ...found,
    stdError: estimated(stdError),
    lower: estimated(Math.max(-1, kappa - half)),
    upper: estimated(Math.min(1, kappa + half)),
  };
}

const NAMED: Provenance = {
  method: "free-marginal kappa (Brennan-Prediger, Randolph)",
  convention: "every category as likely by chance; error over clusters, limits from t",
  rCall: "f <- lm(agreeing ~ 1); sqrt(C / (C - 1) * sum(rowsum(resid(f), cluster)^2)) / n / (1 - 1 / q)",
};
