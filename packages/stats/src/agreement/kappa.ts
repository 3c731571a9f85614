import { criticalNormal, normalTwoSided } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { requireCount } from "../require-count.ts";
import type { CountTable } from "../tables/row-by-column.ts";

export interface Kappa extends Interval, Provenance {
  readonly kappa: Estimate;
  /** Where agreement is as observed, for the limits. */
  readonly stdError: Estimate;
  /** Where there is none but chance, for z and p. */
  readonly nullError: Estimate;
  readonly z: Estimate;
  readonly p: Estimate;
  readonly n: number;
}

/** How near two ratings count as agreeing: not at all unless equal, or by their distance or its square in categories. */
export type KappaWeights = "unweighted" | "linear" | "quadratic";

/**
 * Cohen's kappa of a square table of two raters, weighted for ordered categories, with the large-sample errors of Fleiss, Cohen and
 * Everitt (Psychological Bulletin 1969;72:323-7). R: vcd::Kappa(m); psych::cohen.kappa(m)
 */
export function cohenKappa(table: CountTable, weights: KappaWeights, level: number): Kappa {
  const k = table.length;
  if (table.some((row) => row.length !== k))
    throw new RangeError("agreement needs a square table: both raters use the same categories");
  const n = table.flat().reduce((sum, count) => sum + requireCount(count), 0);
  const named = {
    n,
    method: "Cohen's kappa",
    convention: `${weights} weights, errors of Fleiss, Cohen and Everitt`,
    rCall: `vcd::Kappa(m)`,
  };
  const share = table.map((row) => row.map((count) => count / n));
  const rows = share.map((row) => row.reduce((sum, p) => sum + p, 0));
  const columns = rows.map((_, j) => share.reduce((sum, row) => sum + (row[j] as number), 0));
  const w = (i: number, j: number) => weightOf(weights, i, j, k);
  const sum = (of: (i: number, j: number) => number) =>
    rows.reduce((all, _, i) => all + columns.reduce((own, _c, j) => own + of(i, j), 0), 0);
  const observed = sum((i, j) => w(i, j) * (share[i]?.[j] ?? 0));
  const expected = sum((i, j) => w(i, j) * (rows[i] as number) * (columns[j] as number));
  if (n === 0 || k < 2 || !(1 - expected > 1e-14)) {
    const none = notEstimable(n === 0 ? "no-values" : "no-variation", n);
    return { kappa: none, stdError: none, nullError: none, z: none, p: none, lower: none, upper: none, ...named };
  }
  const rowMean = rows.map((_, i) => columns.reduce((own, p, j) => own + p * w(i, j), 0));
  const columnMean = columns.map((_, j) => rows.reduce((own, p, i) => own + p * w(i, j), 0));
  const both = (i: number, j: number) => (rowMean[i] as number) + (columnMean[j] as number);
  const kappa = (observed - expected) / (1 - expected);
  const spread =
    sum((i, j) => (share[i]?.[j] ?? 0) * (w(i, j) - both(i, j) * (1 - kappa)) ** 2) -
    (kappa - expected * (1 - kappa)) ** 2;
  const chance =
    sum((i, j) => (rows[i] as number) * (columns[j] as number) * (w(i, j) - both(i, j)) ** 2) - expected ** 2;
  const error = (variance: number) => Math.sqrt(Math.max(0, variance)) / ((1 - expected) * Math.sqrt(n));
  const stdError = error(spread);
  const nullError = error(chance);
  const half = criticalNormal(level) * stdError;
  const flat = notEstimable("no-variation", n);
  return {
    kappa: estimated(kappa),
    stdError: estimated(stdError),
    nullError: estimated(nullError),
    z: nullError > 0 ? estimated(kappa / nullError) : flat,
    p: nullError > 0 ? estimated(normalTwoSided(kappa / nullError)) : flat,
    lower: estimated(Math.max(-1, kappa - half)),
    upper: estimated(Math.min(1, kappa + half)),
    ...named,
  };
}

function weightOf(weights: KappaWeights, i: number, j: number, k: number): number {
  const distance = Math.abs(i - j) / (k - 1);
  if (weights === "unweighted") return i === j ? 1 : 0;
  return 1 - (weights === "linear" ? distance : distance * distance);
}
