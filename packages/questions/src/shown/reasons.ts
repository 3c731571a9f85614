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
  "no-events": "nobody has the event, or nobody yet",
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

/** What of some shown numbers is NA, and why; where all of them are, or both limits, that is said once. */
export function lostOf(
  what: string,
  numbers: { readonly because?: Readonly<Record<string, Reason | undefined>> | undefined },
): readonly (readonly [string, Reason])[] {
  const lost = Object.entries(numbers.because ?? {}).filter(
    (entry): entry is [string, Reason] => entry[1] !== undefined,
  );
  const all = Object.entries(numbers).filter(([name, value]) => value === null && name !== "because").length;
  const reasons = new Set(lost.map(([, reason]) => reason));
  const shown = Object.entries(numbers).filter(([name, value]) => typeof value === "number" && PARTS.has(name)).length;
  const [first] = reasons;
  if (first !== undefined && reasons.size === 1 && all === lost.length && shown === 0 && all > 1)
    return [[what, first]];
  const { lower, upper, ...others } = Object.fromEntries(lost);
  const both = lower !== undefined && lower === upper;
  return [
    ...Object.entries(others).map(([name, reason]) => [`${NAMES[name] ?? name} of ${what}`, reason] as const),
    ...(both ? [[`limits of ${what}`, lower] as const] : []),
    ...(!both && lower !== undefined ? [[`lower limit of ${what}`, lower] as const] : []),
    ...(!both && upper !== undefined ? [[`upper limit of ${what}`, upper] as const] : []),
  ];
}

/** Numbers that are estimates, not times or counts. */
const PARTS = new Set([
  "value",
  "stdError",
  "lower",
  "upper",
  "survival",
  "incidence",
  "beta",
  "hazardRatio",
  "mean",
  "median",
]);

const NAMES: Readonly<Record<string, string>> = {
  value: "value",
  stdError: "SE",
  chi2: "chi-square",
  hazardRatio: "hazard ratio",
  sd: "SD",
  lowerQuartile: "lower quartile",
  upperQuartile: "upper quartile",
  shapiroP: "Shapiro-Wilk p",
};
