/** A number, or the reason why there is none. NaN never leaves this package. */
export type Estimate =
  | { readonly estimable: true; readonly value: number }
  | { readonly estimable: false; readonly because: Reason; readonly n: number };

/** Stable codes; prose is made where results are shown. */
export type Reason =
  | "no-values"
  | "one-value"
  | "no-variation"
  | "too-few-values"
  | "too-many-values"
  | "empty-margin"
  | "one-group"
  | "no-events"
  | "not-reached"
  | "beyond-follow-up"
  | "survival-zero"
  | "ties"
  | "too-many-tables"
  | "unbounded"
  | "collinear"
  | "monotone-likelihood"
  | "separation"
  /** Flat once others have run away, such as the contrast of two groups neither of which has an event. */
  | "not-identified"
  /** A covariate that differs between strata or risk sets and never within them. */
  | "constant-at-risk"
  /** No value was found at which the profile has fallen as far as the limit asks. */
  | "no-root"
  /** The method has no form for data of this kind. */
  | "no-method"
  | "not-proportional";

/** A number that was found; anything else that arithmetic can give is a bug of ours and throws rather than be shown. */
export function estimated(value: number): Estimate {
  if (!Number.isFinite(value)) throw new Error(`an estimate must be finite, got ${value}: please report this`);
  return { estimable: true, value };
}
/** The same where a number may run beyond what a double holds, or away altogether: then it is not estimable, and why. */
export const finiteOr = (value: number, because: Reason, n: number): Estimate =>
  Number.isFinite(value) ? { estimable: true, value } : notEstimable(because, n);

export const notEstimable = (because: Reason, n: number): Estimate => ({ estimable: false, because, n });

/** What was computed, by which rule where programs differ, and the R call that gives the same number. */
export interface Provenance {
  readonly method: string;
  readonly convention: string;
  readonly rCall: string;
}

/** A value and how often it was counted; null is a missing value. Rows come in any order and may repeat a value. */
export interface Counted {
  readonly value: number | null;
  readonly n: number;
}

/** A confidence interval; its ends may be not estimable each for itself. */
export interface Interval {
  readonly lower: Estimate;
  readonly upper: Estimate;
}
