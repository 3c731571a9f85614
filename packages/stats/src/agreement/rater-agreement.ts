import { criticalT, normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { agreeingShare, type RatingCounts, ratingCounts } from "./rating-counts.ts";

export interface RaterKappa extends Interval, Provenance {
  readonly kappa: Estimate;
  /** Where agreement is as observed, for the limits. */
  readonly stdError: Estimate;
  /** Of the test against chance alone, which asks that every subject has as many ratings. */
  readonly z: Estimate;
  readonly p: Estimate;
}

export interface RaterAgreement {
  /** Share of pairs of ratings of a subject that are equal. */
  readonly observed: Estimate;
  /** Chance as the raters use the categories. */
  readonly fleiss: RaterKappa;
  /** Chance as if every category were as likely, whatever the raters do. */
  readonly freeMarginal: RaterKappa;
  readonly subjects: number;
  /** Subjects with one rating, or none: there is nothing to agree with. */
  readonly alone: number;
  readonly categories: number;
}

/**
 * Agreement of any number of raters on categories: Fleiss' kappa (Psychological Bulletin 1971;76:378-82), with the test of Fleiss, Nee
 * and Landis (1979;86:974-7), and the free-marginal kappa of Brennan, Prediger and Randolph (1981). Errors are those of Gwet (Br J Math
 * Stat Psychol 2008;61:29-48), who takes missing ratings too. Rows are subjects; ratings are places of categories from 0, null is missing.
 * R: irr::kappam.fleiss(m); irrCAC::fleiss.kappa.raw(m), irrCAC::bp.coeff.raw(m)
 */
export function raterAgreement(
  ratings: readonly (readonly (number | null)[])[],
  categories: number,
  level: number,
): RaterAgreement {
  const counts = ratings.map((row) => ratingCounts(row, categories)).filter(({ n }) => n > 0);
  const n = counts.length;
  const several = counts.filter((row) => row.n > 1).length;
  const sized = { subjects: several, alone: ratings.length - several, categories };
  if (several < 1 || categories < 2) {
    const none = notEstimable(several < 1 ? "too-few-values" : "no-variation", several);
    const lost = { kappa: none, stdError: none, z: none, p: none, lower: none, upper: none };
    return { observed: none, fleiss: { ...lost, ...FLEISS }, freeMarginal: { ...lost, ...FREE }, ...sized };
  }
  const agreeing = counts.map(agreeingShare);
  const observed = agreeing.reduce((sum, own) => sum + own, 0) / several;
  const used = Array.from(
    { length: categories },
    (_, k) => counts.reduce((sum, row) => sum + (row.of[k] as number) / row.n, 0) / n,
  );
  const chance = used.reduce((sum, share) => sum + share * share, 0);
  const kappaOf = (expected: number, pull: (row: number, kappa: number) => number) => {
    if (!(1 - expected > 1e-14)) return undefined;
    const kappa = (observed - expected) / (1 - expected);
    const spread = counts.reduce((sum, row, i) => {
      const own = ((n / several) * ((agreeing[i] as number) - (row.n > 1 ? expected : 0))) / (1 - expected);
      return sum + (own - pull(i, kappa) - kappa) ** 2;
    }, 0);
    return { kappa, error: n > 1 ? Math.sqrt(spread / (n * (n - 1))) : undefined };
  };
  const own = kappaOf(chance, (i, kappa) => {
    const row = counts[i] as RatingCounts;
    const near = row.of.reduce((sum, count, k) => sum + count * (used[k] as number), 0) / row.n;
    return (2 * (1 - kappa) * (near - chance)) / (1 - chance);
  });
  const free = kappaOf(1 / categories, () => 0);
  return {
    observed: estimated(observed),
    fleiss: { ...shown(own, n, level), ...testOf(own?.kappa, counts, used), ...FLEISS },
    freeMarginal: { ...shown(free, n, level), z: NO_TEST(n), p: NO_TEST(n), ...FREE },
    ...sized,
  };
}

const NO_TEST = (n: number): Estimate => notEstimable("no-method", n);

function shown(
  found: { readonly kappa: number; readonly error: number | undefined } | undefined,
  n: number,
  level: number,
) {
  const none = notEstimable(found === undefined ? "no-variation" : "too-few-values", n);
  if (found === undefined || found.error === undefined)
    return { kappa: found === undefined ? none : estimated(found.kappa), stdError: none, lower: none, upper: none };
  const half = criticalT(level, n - 1) * found.error;
  return {
    kappa: estimated(found.kappa),
    stdError: estimated(found.error),
    lower: estimated(Math.max(-1, found.kappa - half)),
    upper: estimated(Math.min(1, found.kappa + half)),
  };
}

/** Kappa beside its error where there is none but chance. */
function testOf(kappa: number | undefined, counts: readonly RatingCounts[], used: readonly number[]) {
  const n = counts.length;
  const raters = counts[0]?.n ?? 0;
  if (kappa === undefined) return { z: notEstimable("no-variation", n), p: notEstimable("no-variation", n) };
  if (counts.some((row) => row.n !== raters)) return { z: NO_TEST(n), p: NO_TEST(n) };
  const spread = used.reduce((sum, p) => sum + p * (1 - p), 0);
  const lean = used.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const error = Math.sqrt((2 * (spread * spread - lean)) / (n * raters * (raters - 1))) / spread;
  return { z: estimated(kappa / error), p: estimated(normalTwoSided(kappa / error)) };
}

const FLEISS: Provenance = {
  method: "Fleiss' kappa",
  convention: "Gwet's error and limits from t; p by the error of Fleiss, Nee and Landis",
  rCall: "irr::kappam.fleiss(m); irrCAC::fleiss.kappa.raw(m)",
};

const FREE: Provenance = {
  method: "free-marginal kappa (Brennan-Prediger, Randolph)",
  convention: "every category as likely by chance; Gwet's error and limits from t",
  rCall: "irrCAC::bp.coeff.raw(m)",
};
