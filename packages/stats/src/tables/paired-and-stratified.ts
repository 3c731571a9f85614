import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { chiSquareUpper, criticalNormal, normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { binomialTest } from "../proportions/binomial-test.ts";
import { requireCount } from "../require-count.ts";
import type { CountTable } from "./row-by-column.ts";
import { type ChiSquare, requiredTotal, type TwoByTwo } from "./two-by-two.ts";

/**
 * McNemar's test of paired answers: b and c are the pairs that differ. With Edwards' correction, without, or exactly by the binomial
 * distribution. R: mcnemar.test(m, correct); binom.test(b, b + c)
 */
export function mcnemarTest({ b, c }: TwoByTwo, how: "corrected" | "uncorrected" | "exact"): ChiSquare {
  const n = requireCount(b) + requireCount(c);
  const named = {
    df: 1,
    method: "McNemar's test",
    convention: how,
    rCall: how === "exact" ? "binom.test(b, b + c)" : "mcnemar.test(m)",
  };
  if (n === 0) return { chi2: notEstimable("no-variation", 0), p: notEstimable("no-variation", 0), ...named };
  const difference = Math.abs(b - c);
  const kept = how === "corrected" && difference > 0 ? difference - 1 : difference;
  const chi2 = (kept * kept) / n;
  const p = how === "exact" ? binomialTest(b, n, 0.5).p : estimated(chiSquareUpper(chi2, 1));
  return { chi2: estimated(chi2), p, ...named };
}

export interface StratifiedOdds extends ChiSquare, Interval {
  /** Common odds ratio of Mantel and Haenszel; the limits are those of Robins, Breslow and Greenland (1986). */
  readonly oddsRatio: Estimate;
}

/** Cochran-Mantel-Haenszel test of 2x2 tables over strata. R: mantelhaen.test(array, correct = corrected, conf.level = level) */
export function mantelHaenszel(strata: readonly TwoByTwo[], corrected: boolean, level: number): StratifiedOdds {
  const used = strata.filter((table) => requiredTotal(table) > 1);
  const sum = (of: (table: TwoByTwo, n: number) => number) =>
    used.reduce((total, table) => total + of(table, requiredTotal(table)), 0);
  const named = {
    df: 1,
    method: "Cochran-Mantel-Haenszel",
    convention: `${corrected ? "with" : "without"} continuity correction; Robins-Breslow-Greenland limits`,
    rCall: `mantelhaen.test(array, correct = ${corrected ? "TRUE" : "FALSE"})`,
  };
  const difference = Math.abs(sum(({ a, b, c }, n) => a - ((a + b) * (a + c)) / n));
  const variance = sum(({ a, b, c, d }, n) => ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1)));
  const n = strata.reduce((total, table) => total + requiredTotal(table), 0);
  if (variance === 0) {
    const none = notEstimable(n === 0 ? "no-values" : "empty-margin", n);
    return { chi2: none, p: none, oddsRatio: none, lower: none, upper: none, ...named };
  }
  // As R has it, a difference below the correction stays as it is.
  const kept = difference - (corrected && difference >= 0.5 ? 0.5 : 0);
  const chi2 = (kept * kept) / variance;
  const [r, s] = [sum(({ a, d }, m) => (a * d) / m), sum(({ b, c }, m) => (b * c) / m)];
  const test = { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, 1)) };
  if (r === 0 || s === 0) {
    const none = notEstimable("unbounded", n);
    return { ...test, oddsRatio: s === 0 ? none : estimated(0), lower: none, upper: none, ...named };
  }
  const spread =
    sum(({ a, d }, m) => ((a + d) * a * d) / (m * m)) / (2 * r * r) +
    sum(({ a, b, c, d }, m) => ((a + d) * b * c + (b + c) * a * d) / (m * m)) / (2 * r * s) +
    sum(({ b, c }, m) => ((b + c) * b * c) / (m * m)) / (2 * s * s);
  const half = criticalNormal(level) * Math.sqrt(spread);
  const ratio = r / s;
  return {
    ...test,
    oddsRatio: estimated(ratio),
    lower: estimated(exp(ln(ratio) - half)),
    upper: estimated(exp(ln(ratio) + half)),
    ...named,
  };
}

export interface Trend extends Provenance {
  /** Above 0 where a higher score goes with more of the outcome. */
  readonly z: Estimate;
  readonly chi2: Estimate;
  readonly p: Estimate;
}

/** A group: how many of its n have the outcome, and the score it stands for. */
export interface ScoredGroup {
  readonly x: number;
  readonly n: number;
  readonly score: number;
}

/** Cochran-Armitage test for a trend of shares over scores. R: prop.trend.test(x, n, score) */
export function cochranArmitage(groups: readonly ScoredGroup[]): Trend {
  return trendOf(groups, 0, {
    method: "Cochran-Armitage trend test",
    convention: "binomial variance, no correction",
    rCall: "prop.trend.test(x, n, score)",
  });
}

/**
 * Linear-by-linear association of Mantel (JASA 1963;58:690-700): (n - 1) r^2 between scores and outcome, the trend test with the
 * hypergeometric variance. R: (sum(n) - 1) * cor(score, outcome)^2
 */
export function linearByLinear(groups: readonly ScoredGroup[]): Trend {
  return trendOf(groups, 1, {
    method: "linear-by-linear association",
    convention: "Mantel's (n - 1) r^2",
    rCall: "(n - 1) * cor(score, outcome)^2",
  });
}

function trendOf(groups: readonly ScoredGroup[], lost: 0 | 1, named: Provenance): Trend {
  const n = groups.reduce((sum, group) => sum + requireCount(group.n), 0);
  const x = groups.reduce((sum, group) => sum + requireCount(group.x), 0);
  for (const group of groups) if (group.x > group.n) throw new RangeError(`${group.x} of ${group.n} is more than all`);
  const mean = groups.reduce((sum, group) => sum + group.n * group.score, 0) / Math.max(1, n);
  const spread = groups.reduce((sum, group) => sum + group.n * (group.score - mean) ** 2, 0);
  const share = x / Math.max(1, n);
  const variance = share * (1 - share) * spread * (lost === 1 && n > 1 ? n / (n - 1) : 1);
  if (!(variance > 0)) {
    const none = notEstimable(n === 0 ? "no-values" : "no-variation", n);
    return { z: none, chi2: none, p: none, ...named };
  }
  const z = groups.reduce((sum, group) => sum + (group.score - mean) * group.x, 0) / Math.sqrt(variance);
  return { z: estimated(z), chi2: estimated(z * z), p: estimated(normalTwoSided(z)), ...named };
}

/**
 * Linear-by-linear association of a larger table, with scores of its rows and of its columns: (n - 1) r^2 on 1 degree of freedom.
 * R: (n - 1) * cor(row score, column score)^2; coin::lbl_test(table)
 */
export function linearByLinearTable(
  table: CountTable,
  rowScores: readonly number[],
  columnScores: readonly number[],
): Trend {
  const rows = table.flatMap((row, i) =>
    row.map((n, j) => ({ x: rowScores[i] as number, y: columnScores[j] as number, n: requireCount(n) })),
  );
  const named = {
    method: "linear-by-linear association",
    convention: "Mantel's (n - 1) r^2 of the scores",
    rCall: "(n - 1) * cor(row score, column score)^2",
  };
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const mean = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + row.n * of(row), 0) / n;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const sum = (of: (x: number, y: number) => number) =>
    rows.reduce((total, row) => total + row.n * of(row.x - mx, row.y - my), 0);
  const size = sum((x) => x * x) * sum((_, y) => y * y);
  if (!(size > 0)) {
    const none = notEstimable(n === 0 ? "no-values" : "no-variation", n);
    return { z: none, chi2: none, p: none, ...named };
  }
  const z = Math.sqrt(n - 1) * (sum((x, y) => x * y) / Math.sqrt(size));
  return { z: estimated(z), chi2: estimated(z * z), p: estimated(normalTwoSided(z)), ...named };
}
