import type { Choice } from "../field.ts";

/** A side of a limit, as laboratories write it before the number. */
export interface Comparator extends Choice {
  readonly sign: string;
}

/** What a laboratory writes in place of a result that it could not measure: the four of HL7 FHIR's `Quantity.comparator`. */
export const COMPARATORS: readonly Comparator[] = [
  { code: "below", sign: "<", says: "Below (<)", german: "Unter (<)", since: 3 },
  { code: "at_most", sign: "≤", says: "At most (≤)", german: "Höchstens (≤)", since: 3 },
  { code: "at_least", sign: "≥", says: "At least (≥)", german: "Mindestens (≥)", since: 3 },
  { code: "above", sign: ">", says: "Above (>)", german: "Über (>)", since: 3 },
];
