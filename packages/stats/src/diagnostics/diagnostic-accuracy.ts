import type { Estimate, Interval, Provenance } from "../estimate.ts";
import { clopperPearson, proportion, wilson } from "../proportions/limits.ts";
import { requireCount } from "../require-count.ts";

/** Result of a test (1 positive) against the truth (1 ill), and how often; a null makes the row missing. */
export interface Judged {
  readonly test: 0 | 1 | null;
  readonly truth: 0 | 1 | null;
  readonly n: number;
}

/** The four counts of a test against the truth. */
export interface Confusion {
  readonly truePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  readonly falsePositives: number;
}

/** `x` of `n` with limits. */
export interface Share extends Interval {
  readonly x: number;
  readonly n: number;
  readonly value: Estimate;
}

export interface DiagnosticAccuracy extends Confusion, Provenance {
  readonly sensitivity: Share;
  readonly specificity: Share;
  /** As in this sample: it holds elsewhere only at the same prevalence. */
  readonly positivePredictiveValue: Share;
  readonly negativePredictiveValue: Share;
  readonly prevalence: Share;
}

export type LimitType = "wilson" | "clopper-pearson";

/** Counts a test against the truth. */
export function confusion(rows: readonly Judged[]): Confusion & { readonly missing: number } {
  const sum = (of: (row: Judged) => boolean) => rows.filter(of).reduce((total, { n }) => total + requireCount(n), 0);
  return {
    truePositives: sum(({ test, truth }) => test === 1 && truth === 1),
    falseNegatives: sum(({ test, truth }) => test === 0 && truth === 1),
    trueNegatives: sum(({ test, truth }) => test === 0 && truth === 0),
    falsePositives: sum(({ test, truth }) => test === 1 && truth === 0),
    missing: sum(({ test, truth }) => test === null || truth === null),
  };
}

/** Sensitivity, specificity, predictive values and prevalence with limits. R: binom.test(x, n) or prop.test(x, n, correct = FALSE) */
export function diagnosticAccuracy(counts: Confusion, limits: LimitType, level: number): DiagnosticAccuracy {
  const { truePositives, falseNegatives, trueNegatives, falsePositives } = counts;
  const interval = limits === "wilson" ? wilson : clopperPearson;
  const share = (x: number, rest: number): Share => {
    const { lower, upper } = interval(x, x + rest, level);
    return { x, n: x + rest, value: proportion(x, x + rest), lower, upper };
  };
  const { convention, rCall } = interval(0, 0, level);
  return {
    truePositives,
    falseNegatives,
    trueNegatives,
    falsePositives,
    sensitivity: share(truePositives, falseNegatives),
    specificity: share(trueNegatives, falsePositives),
    positivePredictiveValue: share(truePositives, falsePositives),
    negativePredictiveValue: share(trueNegatives, falseNegatives),
    prevalence: share(truePositives + falseNegatives, trueNegatives + falsePositives),
    method: `diagnostic accuracy, ${limits} limits`,
    convention,
    rCall,
  };
}
