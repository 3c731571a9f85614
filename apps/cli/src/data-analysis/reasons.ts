import type { Reason } from "@osteon/stats";

/** Why there is no number, in the words of who analyses a file. */
const WHY: Readonly<Record<Reason, string>> = {
  "no-values": "there is no value",
  "one-value": "there is one value",
  "no-variation": "it never varies",
  "too-few-values": "there are too few values",
  "too-many-values": "there are too many values for the method",
  "empty-margin": "a row or column of the table is empty",
  "one-group": "there are values in one group at most",
  "no-events": "there are no events",
  "not-reached": "the curve, or its limit, does not come down so far",
  "beyond-follow-up": "it lies past the last follow-up",
  "survival-zero": "the curve is 0, and the error of its logarithm has no end",
  ties: "values are tied",
  "too-many-tables": "there are too many tables with these margins",
  unbounded: "it has no bound",
  collinear: "it follows from the covariates before it",
  "constant-at-risk": "it never varies among those who are compared, within strata and at one time",
  "monotone-likelihood": "the likelihood has no maximum along it",
  separation: "the covariates separate the outcomes, so the likelihood has no maximum along it",
  "not-identified": "the data do not determine it",
  "no-root": "no value was found at which the profile has fallen as far as the limit asks",
  "no-method": "the method has no form for delayed entry or several rows of a subject",
  "not-proportional": "the hazards are not proportional",
};

/** The words for a code. */
export const why = (because: Reason | string | undefined): string =>
  Object.entries(WHY).find(([code]) => code === because)?.[1] ?? "not estimable";

/** Lines that give each NA of a table its reason, reasons of one kind together. */
export function reasonLines(lost: readonly (readonly [what: string, because: Reason | string])[]): readonly string[] {
  const by = new Map<string, string[]>();
  for (const [what, because] of lost) by.set(because, [...(by.get(because) ?? []), what]);
  return [...by].map(([because, what]) => `NA: ${[...new Set(what)].join("; ")}: ${why(because)}.`);
}

/** What of some shown numbers is NA, and why. */
export const lostOf = (
  what: string,
  { because = {} }: { readonly because?: Readonly<Record<string, Reason | undefined>> | undefined },
): readonly (readonly [string, Reason])[] =>
  Object.entries(because).flatMap(([name, reason]) =>
    reason === undefined ? [] : [[`${NAMES[name] ?? name} of ${what}`, reason] as const],
  );

const NAMES: Readonly<Record<string, string>> = {
  value: "value",
  lower: "lower limit",
  upper: "upper limit",
  stdError: "SE",
  chi2: "chi-square",
};
