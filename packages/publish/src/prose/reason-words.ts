import type { Reason } from "@osteon/stats";

/** Why there is no number, in words that a reader of a report understands. `nobody` is said of an empty group. */
const REASONS: Readonly<Record<Reason | "nobody", string>> = {
  nobody: "no such child",
  "no-values": "no value is known",
  "one-value": "one value is known",
  "no-variation": "all values are equal",
  "too-few-values": "too few values are known",
  "too-many-values": "too many values for this method",
  "empty-margin": "a row or column of the table is empty",
  "one-group": "nobody stands in the other group",
  "no-events": "it happened to nobody",
  "not-reached": "not reached within follow-up",
  "beyond-follow-up": "nobody was followed so long",
  "survival-zero": "nobody is left",
  ties: "too many values are equal",
  "too-many-tables": "too many tables for this method",
  unbounded: "it has no bound",
  collinear: "two of the variables say the same",
  "constant-at-risk": "it never differs among those it is compared with",
  "monotone-likelihood": "a variable separates those with and without events",
  "not-identified": "the data say nothing about it",
  "no-root": "no such value was found",
  "no-method": "the method has no form for such data",
  separation: "a variable separates the groups",
  "not-proportional": "the hazards are not proportional",
};

/** The words for a code; a code of another version is said as it is. */
export function reasonWords(because: string | undefined): string {
  return Object.entries(REASONS).find(([code]) => code === because)?.[1] ?? (because ?? "").replaceAll("-", " ");
}
