import type { Result } from "@osteon/api";
import { DAYS_PER_MONTH } from "@osteon/codebook";

/** A step of a curve: a day on which somebody relapsed or was censored. */
export interface Step {
  readonly day: number;
  readonly month: number;
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly events: number;
  readonly censored: number;
  readonly atRisk: number;
}

/** How many are at risk at a month, or left before it. */
export interface RiskColumn {
  readonly month: number;
  readonly day: number;
  readonly atRisk: number;
}

/** One group's estimate. */
export interface Curve {
  readonly group: string;
  /** Its results are named from here: `relapse-free.all`. */
  readonly results: string;
  readonly n: number;
  readonly events: number;
  /** In months; nothing where not estimable. */
  readonly median: number | null;
  readonly medianLower: number | null;
  readonly medianUpper: number | null;
  readonly steps: readonly Step[];
  readonly risk: readonly RiskColumn[];
}

/** The rows of a survival analysis as curves; nothing is computed, days are told as months. */
export function curvesOf(rows: readonly Result[]): readonly Curve[] {
  const index = new Map(rows.map((row) => [row.id, row.value]));
  const groups = [...new Set(rows.map(({ group }) => group))].filter((group) => group !== "compared");
  return groups.map((group) => {
    const own = rows.filter((row) => row.group === group);
    const results = `${own[0]?.analysis}.${group}`;
    const value = (statistic: string): number | null => index.get(`${results}.${statistic}`) ?? null;
    const steps = own
      .filter(({ statistic }) => statistic === "step-survival")
      .map(({ at: day = 0, value: survival }) => ({
        day,
        month: day / DAYS_PER_MONTH,
        survival: survival ?? 0,
        lower: value(`step-lower@${day}`),
        upper: value(`step-upper@${day}`),
        events: value(`step-events@${day}`) ?? 0,
        censored: value(`step-censored@${day}`) ?? 0,
        atRisk: value(`step-at-risk@${day}`) ?? 0,
      }))
      .sort((a, b) => a.day - b.day);
    const risk = own
      .filter(({ statistic }) => statistic === "risk-at-risk")
      .map(({ at: day = 0, value: atRisk }) => ({
        month: Math.round(day / (12 * DAYS_PER_MONTH)) * 12,
        day,
        atRisk: atRisk ?? 0,
      }));
    return {
      group,
      results,
      n: value("n") ?? 0,
      events: value("events") ?? 0,
      median: value("median"),
      medianLower: value("median-lower"),
      medianUpper: value("median-upper"),
      steps,
      risk,
    };
  });
}

/** The result that compares the groups, where there are any. */
export const logRankOf = (rows: readonly Result[]): Result | undefined =>
  rows.find(({ statistic }) => statistic === "log-rank-p");
