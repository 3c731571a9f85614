import { criticalNormal, normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount } from "../require-count.ts";

/** Two scores of `n` subjects with (1) or without (0) the disease; a null makes the row missing. */
export interface TwoScores {
  readonly first: number | null;
  readonly second: number | null;
  readonly truth: 0 | 1 | null;
  readonly n: number;
}

export interface AreaComparison extends Interval, Provenance {
  readonly areas: readonly [first: Estimate, second: Estimate];
  /** First less second; the limits are its. */
  readonly difference: Estimate;
  readonly stdError: Estimate;
  readonly z: Estimate;
  readonly p: Estimate;
  readonly missing: number;
}

/**
 * Areas under the ROC curves of two scores of the same subjects, compared by DeLong, DeLong and Clarke-Pearson (Biometrics
 * 1988;44:837-45). R: pROC::roc.test(roc1, roc2, paired = TRUE, method = "delong")
 */
export function compareAreas(rows: readonly TwoScores[], level: number): AreaComparison {
  const kept = rows.filter(
    ({ first, second, truth, n }) => first !== null && second !== null && truth !== null && requireCount(n) > 0,
  );
  const missing = rows.reduce((sum, { n }) => sum + n, 0) - kept.reduce((sum, { n }) => sum + n, 0);
  const side = (truth: 0 | 1) => kept.filter((row) => row.truth === truth) as unknown as readonly Complete[];
  const [ill, well] = [side(1), side(0)];
  const [m, k] = [sizeOf(ill), sizeOf(well)];
  const named = {
    missing,
    method: "DeLong's comparison of two correlated ROC areas",
    convention: "ties half, normal p and limits",
    rCall: 'pROC::roc.test(roc1, roc2, paired = TRUE, method = "delong")',
  };
  const none = (because: "one-group" | "too-few-values") => {
    const lost = notEstimable(because, m + k);
    return {
      areas: [lost, lost] as const,
      difference: lost,
      stdError: lost,
      z: lost,
      p: lost,
      lower: lost,
      upper: lost,
      ...named,
    };
  };
  if (m === 0 || k === 0) return none("one-group");
  if (m < 2 || k < 2) return none("too-few-values");
  const places = (own: readonly Complete[], others: readonly Complete[], total: number, above: 1 | -1) => {
    const [first, second] = [shareBelow(others, "first", total, above), shareBelow(others, "second", total, above)];
    return own.map((row) => ({ n: row.n, first: first(row.first), second: second(row.second) }));
  };
  const [ofIll, ofWell] = [places(ill, well, k, 1), places(well, ill, m, -1)];
  const mean = (of: "first" | "second") => ofIll.reduce((sum, row) => sum + row.n * row[of], 0) / m;
  const [a, b] = [mean("first"), mean("second")];
  const spread = (own: typeof ofIll, size: number) =>
    own.reduce((sum, row) => sum + row.n * (row.first - row.second - (a - b)) ** 2, 0) / (size - 1) / size;
  const stdError = Math.sqrt(spread(ofIll, m) + spread(ofWell, k));
  const flat = notEstimable("no-variation", m + k);
  const half = criticalNormal(level) * stdError;
  return {
    areas: [estimated(a), estimated(b)],
    difference: estimated(a - b),
    stdError: estimated(stdError),
    z: stdError > 0 ? estimated((a - b) / stdError) : flat,
    p: stdError > 0 ? estimated(normalTwoSided((a - b) / stdError)) : flat,
    lower: estimated(a - b - half),
    upper: estimated(a - b + half),
    ...named,
  };
}

interface Complete {
  readonly first: number;
  readonly second: number;
  readonly n: number;
}

const sizeOf = (rows: readonly Complete[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** Share of the others on the right side of a score, ties half: below it for the ill, above it for the well. */
function shareBelow(others: readonly Complete[], of: "first" | "second", total: number, above: 1 | -1) {
  const counts = new Map<number, number>();
  for (const row of others) counts.set(row[of], (counts.get(row[of]) ?? 0) + row.n);
  const scores = [...counts.keys()].sort((a, b) => a - b);
  const sums = [0];
  for (const score of scores) sums.push((sums.at(-1) as number) + (counts.get(score) as number));
  return (score: number): number => {
    let [low, high] = [0, scores.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[middle] as number) < score) low = middle + 1;
      else high = middle;
    }
    const tied = counts.get(score) ?? 0;
    const below = sums[low] as number;
    return ((above === 1 ? below : total - below - tied) + tied / 2) / total;
  };
}
