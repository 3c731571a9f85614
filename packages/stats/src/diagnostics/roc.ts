import { requireCount, requireFinite } from "../require-count.ts";
import type { Confusion } from "./diagnostic-accuracy.ts";

/** Score of `n` subjects with (1) or without (0) the disease; a higher score speaks for it. A null makes the row missing. */
export interface Scored {
  readonly score: number | null;
  readonly truth: 0 | 1 | null;
  readonly n: number;
}

export interface CutOff extends Confusion {
  readonly cutOff: number;
}

/** One distinct score and how many ill and well subjects have it. */
export interface ScoreCount {
  readonly score: number;
  readonly ill: number;
  readonly well: number;
}

/** Distinct scores, ascending, and how many of each; missing rows left out. */
export function scoreCounts(rows: readonly Scored[]): readonly ScoreCount[] {
  const counts = new Map<number, { ill: number; well: number }>();
  for (const { score, truth, n } of rows) {
    if (score === null || truth === null || requireCount(n) === 0) continue;
    const key = requireFinite(score);
    const at = counts.get(key) ?? { ill: 0, well: 0 };
    if (truth === 1) at.ill += n;
    else at.well += n;
    counts.set(key, at);
  }
  return [...counts.entries()].sort(([a], [b]) => a - b).map(([score, at]) => ({ score, ...at }));
}

/** Counts when a score at or above the cut-off is called positive. */
export function countsAt(rows: readonly Scored[], cutOff: number): CutOff {
  const counts = scoreCounts(rows);
  const positive = counts.filter(({ score }) => score >= cutOff);
  return cutAt(cutOff, totals(counts), totals(positive));
}

/** Every point of the ROC curve: one for each distinct score, from the strictest to the most lenient. */
export function rocCurve(rows: readonly Scored[]): readonly CutOff[] {
  const counts = scoreCounts(rows);
  const all = totals(counts);
  let ill = 0;
  let well = 0;
  return counts.toReversed().map((at) => {
    ill += at.ill;
    well += at.well;
    return cutAt(at.score, all, { ill, well });
  });
}

type Sizes = Pick<ScoreCount, "ill" | "well">;

/** How many are ill and how many are well. */
export function totals(counts: readonly Sizes[]): Sizes {
  return counts.reduce((sum, at) => ({ ill: sum.ill + at.ill, well: sum.well + at.well }), { ill: 0, well: 0 });
}

function cutAt(cutOff: number, all: Sizes, positive: Sizes): CutOff {
  return {
    cutOff,
    truePositives: positive.ill,
    falseNegatives: all.ill - positive.ill,
    trueNegatives: all.well - positive.well,
    falsePositives: positive.well,
  };
}
