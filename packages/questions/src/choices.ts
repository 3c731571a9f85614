import type { ConfidenceType, CoxTies, RecurrentModel, TimeDistribution } from "@osteon/stats";

// What may be chosen in a question, as words. Nothing here computes, so that whoever offers the choices loads no statistics.

/** What `<0.5` among numbers counts as. */
export const BELOW_LIMIT = ["half", "limit", "drop"] as const;
export const ABOVE_LIMIT = ["limit", "drop"] as const;

/** Of the time between two dates. */
export const DURATION_UNITS = ["days", "weeks", "months", "years"] as const;

/** Limits of a curve; `arcsin` is R's word. */
export const CURVE_LIMITS = ["log-log", "log", "plain", "logit", "arcsin"] as const satisfies readonly (
  | Exclude<ConfidenceType, "arcsine">
  | "arcsin"
)[];

export const TIES = ["efron", "breslow", "exact"] as const satisfies readonly CoxTies[];

/** Weights of the comparison of curves that need no number; beside them stand `rho=1` and `fh=0,1`. */
export const CURVE_TESTS = ["log-rank", "gehan", "tarone-ware", "peto", "modified-peto"] as const;

/** Ways to adjust the p of pairs of curves. */
export const CURVE_ADJUSTMENTS = [
  "none",
  "bonferroni",
  "holm",
  "hochberg",
  "hommel",
  "benjamini-hochberg",
  "benjamini-yekutieli",
] as const;

export const RECURRENT_MODELS = [
  "andersen-gill",
  "pwp-total",
  "pwp-gap",
  "wei-lin-weissfeld",
] as const satisfies readonly RecurrentModel[];

export const TIME_DISTRIBUTIONS = [
  "exponential",
  "weibull",
  "log-normal",
  "log-logistic",
] as const satisfies readonly TimeDistribution[];

export const RESIDUAL_KINDS = ["martingale", "deviance", "score", "dfbeta", "schoenfeld", "scaled-schoenfeld"] as const;

/** Ways to adjust the p of pairs of groups, by R's names. */
export const PAIR_ADJUSTMENTS = ["none", "bonferroni", "holm", "hochberg", "hommel", "BH", "BY"] as const;

/** Limits of a share where groups are compared. */
export const SHARE_LIMIT_NAMES = [
  "wilson",
  "wilson-corrected",
  "clopper-pearson",
  "agresti-coull",
  "jeffreys",
] as const;

/** Limits of a share of those whom a test finds. */
export const ACCURACY_LIMITS = ["wilson", "clopper-pearson"] as const;

/** Weights of Cohen's kappa. */
export const WEIGHTINGS = ["none", "linear", "quadratic"] as const;

/** Confidence level. */
export const LEVEL = 0.95;

/** What holds where nothing is said of it, for each kind of question. */
export const DEFAULTS = {
  survival: { level: LEVEL, ties: "efron", confType: "log-log" },
  test: { level: LEVEL, limits: "wilson" },
  table1: {},
  agreement: { level: LEVEL },
  accuracy: { level: LEVEL, limits: "wilson" },
  logistic: { level: LEVEL },
} as const;
