/** A number of the paper that the derived cohort must give, and the SQL whose column `value` it is read from. */
export interface Expectation {
  readonly says: string;
  /** Gives the column `value`; survival also `event`, a comparison also `grouping`. */
  readonly sql: string;
  readonly statistic: Statistic;
  /** Days or thousandths per printed unit. */
  readonly divisor: number;
  readonly decimals: number;
  readonly expected: string;
}

export type Statistic =
  | "only"
  | "median"
  | "minimum"
  | "maximum"
  | "mean"
  | "sd"
  | "median-survival"
  | { readonly survivalAt: number }
  /** 1 where the Kolmogorov-Smirnov distance from a normal distribution lies within, ends included. */
  | { readonly normalDistance: readonly [low: number, high: number] }
  | "rank-sum-p-above-0.05"
  | "rank-correlation-p-above-0.05";

export interface Scale {
  readonly divisor: number;
  readonly decimals: number;
}

export const NUMBER: Scale = { divisor: 1, decimals: 0 };
export const YEARS: Scale = { divisor: 365.25, decimals: 1 };
export const MONTHS: Scale = { divisor: 30.4375, decimals: 0 };
export const WEEKS: Scale = { divisor: 7, decimals: 0 };

/** The children with CNO, one row each. */
export const CNO = "patient_profile WHERE cohort = 'cno'";

/** How many rows there are. */
export const count = (says: string, from: string, expected: number): Expectation => ({
  says,
  sql: `SELECT COUNT(*) AS value FROM ${from}`,
  statistic: "only",
  ...NUMBER,
  expected: String(expected),
});

/** How many of the children with CNO. */
export const children = (says: string, condition: string, expected: number): Expectation =>
  count(says, `${CNO} AND ${condition}`, expected);

type Printed = Partial<Readonly<Record<"median" | "minimum" | "maximum" | "mean" | "sd", string>>>;

/** Median, range, mean or SD of a column. */
export const spread = (
  says: string,
  column: string,
  from: string,
  scale: Scale,
  printed: Printed,
): readonly Expectation[] =>
  Object.entries(printed).map(([statistic, expected]) => ({
    says: `${says}: ${statistic}`,
    sql: `SELECT ${column} AS value FROM ${from}`,
    statistic: statistic as keyof Printed,
    ...scale,
    expected,
  }));
