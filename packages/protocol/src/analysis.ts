import type { Leveled } from "./levels.ts";
import type { Stated } from "./rule.ts";

/** An inclusive range of an integer column; either end may be open. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** Which rows of an analysis table count: every column must equal the value, or one of the values, or lie in the range. */
export type Where = Readonly<Record<string, string | number | readonly (string | number)[] | Range>>;

/** How a counted integer is printed: value / `divisor`, in `unit`, with `decimals`. */
export interface Unit {
  readonly unit: string;
  readonly divisor: number;
  readonly decimals: number;
}

/** Which test of normality, at which level, chooses between mean and median. */
export type NormalityTest = "kolmogorov-smirnov" | "lilliefors" | "shapiro-wilk";
export interface ChosenBy {
  readonly test: NormalityTest;
  readonly alpha: number;
}

interface Counted extends Stated {
  readonly title: string;
  /** Analysis table (a derive model) and the rows of it that count. */
  readonly from: string;
  readonly where: Where;
}

/** Counted within each group of the `by` columns; without them all rows are one group. */
interface Grouped extends Counted {
  readonly by?: readonly Leveled[];
}

/** n, missing, mean, SD, median, quartiles, range of an integer column; the normality tests and the presentation they choose. */
export interface ContinuousAnalysis extends Grouped, Unit {
  readonly kind: "continuous";
  readonly column: string;
  readonly chosenBy: ChosenBy;
}

/** How many rows there are. */
export interface CountAnalysis extends Grouped {
  readonly kind: "count";
}

/** Rows with the column at one of `values`, of all rows where it is known: n, N, per cent, Wilson and Clopper-Pearson limits. */
export interface ShareAnalysis extends Grouped {
  readonly kind: "share";
  readonly column: string;
  readonly values: readonly (string | number)[];
  /** Values that mean "not known": such rows are counted apart, not in N. Null always is one. */
  readonly unknown: readonly (string | number)[];
}

/** Rows per level of a column, in each group of the `by` columns. Other values are counted apart, not in the denominator. */
export interface BreakdownAnalysis extends Counted {
  readonly kind: "breakdown";
  readonly column: string;
  readonly levels: readonly string[];
  readonly by: readonly Leveled[];
}

/** Kaplan-Meier of integer days, log-rank over the groups of `by` where given, and survival at the stated days. */
export interface SurvivalAnalysis extends Counted, Unit {
  readonly kind: "survival";
  readonly time: string;
  readonly event: string;
  readonly by?: Leveled;
  readonly atDays: readonly number[];
  /** Days of the risk table's columns, from 0. */
  readonly riskAtDays: readonly number[];
}

/** A score against the truth: sensitivity and specificity at each cut-off, ROC curve and its area. */
export interface DiagnosticAnalysis extends Counted {
  readonly kind: "diagnostic";
  readonly score: string;
  readonly truth: string;
  readonly positive: string;
  readonly cutOffs: readonly number[];
}

/** Two columns against each other, by the test named beforehand. */
export interface AssociationAnalysis extends Counted {
  readonly kind: "association";
  readonly test: "two-by-two" | "rank-sum" | "rank-correlation";
  /** The group (0 or 1) for two-by-two and rank-sum; any number for a correlation. */
  readonly x: string;
  readonly y: string;
}

/** A yes or no: the column at one of `values`, or at another one that is known. Null never is known. */
export interface YesNo {
  readonly column: string;
  readonly values: readonly (string | number)[];
  readonly unknown: readonly (string | number)[];
}

/** Two yes or no of the same rows against each other, where both are known: how often they agree, and Cohen's kappa with its limits. */
export interface AgreementAnalysis extends Grouped {
  readonly kind: "agreement";
  readonly first: YesNo;
  readonly second: YesNo;
}

/**
 * The order of groups by their share of yes, under each level of another column, as of several definitions of an outcome; and whether
 * it is that under the level `against`. `by` names the definitions first, then the groups.
 */
export interface RankingAnalysis extends Counted, YesNo {
  readonly kind: "ranking";
  readonly by: readonly [definitions: Leveled, groups: Leveled];
  readonly against: string;
  /** A group with fewer rows that are known has no place. */
  readonly atLeast: number;
}

export type Analysis =
  | ContinuousAnalysis
  | CountAnalysis
  | ShareAnalysis
  | BreakdownAnalysis
  | SurvivalAnalysis
  | DiagnosticAnalysis
  | AssociationAnalysis
  | AgreementAnalysis
  | RankingAnalysis;
