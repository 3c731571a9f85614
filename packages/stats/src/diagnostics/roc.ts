import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable } from "../estimate.ts";

/** Score of `n` subjects with (1) or without (0) the disease; a higher score speaks for it. */
export interface Scored {
  readonly score: number;
  readonly truth: 0 | 1;
  readonly n: number;
}

export interface CutOff {
  readonly cutOff: number;
  readonly truePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  readonly falsePositives: number;
}

/** Counts when a score at or above the cut-off is called positive. */
export function countsAt(rows: readonly Scored[], cutOff: number): CutOff {
  const sum = (truth: 0 | 1, positive: boolean) =>
    rows
      .filter((row) => row.truth === truth && row.score >= cutOff === positive)
      .reduce((total, { n }) => total + n, 0);
  return {
    cutOff,
    truePositives: sum(1, true),
    falseNegatives: sum(1, false),
    trueNegatives: sum(0, false),
    falsePositives: sum(0, true),
  };
}

/** Every point of the ROC curve: one for each distinct score, from the strictest to the most lenient. */
export function rocCurve(rows: readonly Scored[]): readonly CutOff[] {
  const scores = [...new Set(rows.filter(({ n }) => n > 0).map(({ score }) => score))].sort((a, b) => b - a);
  return scores.map((score) => countsAt(rows, score));
}

/**
 * Area under the ROC curve (ties count half) with DeLong's standard error and limits (Biometrics 1988;44:837-45).
 * R: pROC::ci.auc(truth, score, method = "delong"); by hand: mean(outer(pos, neg, ">") + outer(pos, neg, "==") / 2)
 */
export function rocArea(
  rows: readonly Scored[],
  level: number,
): { readonly area: Estimate; readonly stdError: Estimate } & Interval {
  const of = (truth: 0 | 1) => rows.filter((row) => row.truth === truth && row.n > 0);
  const ill = of(1);
  const well = of(0);
  const m = ill.reduce((sum, { n }) => sum + n, 0);
  const k = well.reduce((sum, { n }) => sum + n, 0);
  if (m === 0 || k === 0) return none("one-group", m + k);
  const placement = (score: number, others: readonly Scored[], total: number, above: boolean) =>
    others.reduce(
      (sum, other) => sum + other.n * (other.score === score ? 0.5 : other.score < score === above ? 1 : 0),
      0,
    ) / total;
  const placedIll = ill.map(({ score, n }) => ({ value: placement(score, well, k, true), n }));
  const placedWell = well.map(({ score, n }) => ({ value: placement(score, ill, m, false), n }));
  const area = placedIll.reduce((sum, { value, n }) => sum + value * n, 0) / m;
  if (m < 2 || k < 2) return { ...none("too-few-values", m + k), area: estimated(area) };
  const spread = (placed: readonly { value: number; n: number }[], total: number) =>
    placed.reduce((sum, { value, n }) => sum + n * (value - area) ** 2, 0) / (total - 1);
  const stdError = Math.sqrt(spread(placedIll, m) / m + spread(placedWell, k) / k);
  const half = criticalNormal(level) * stdError;
  return {
    area: estimated(area),
    stdError: estimated(stdError),
    lower: estimated(Math.max(0, area - half)),
    upper: estimated(Math.min(1, area + half)),
  };
}

function none(because: "one-group" | "too-few-values", n: number) {
  const estimate = notEstimable(because, n);
  return { area: estimate, stdError: estimate, lower: estimate, upper: estimate };
}
