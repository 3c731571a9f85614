/** Names of groups and time points as pages print them. */
export const LINE_NAMES: Readonly<Record<string, string>> = {
  any: "All children, from diagnosis",
  antibiotic: "Antibiotics",
  nsaid: "NSAID",
  steroid: "Corticosteroids",
  dmard: "DMARD",
  tnf_inhibitor: "TNF-α inhibitor",
  bisphosphonate: "Bisphosphonate",
};

export const POINT_NAMES: Readonly<Record<string, string>> = {
  week2: "2 weeks",
  month3: "3 months",
  month6: "6 months",
  month12: "12 months",
  month24: "24 months",
  last: "Last visit",
};

/** Lines and time points of the response figure, in its order. */
export const RESPONSE_LINES = ["nsaid", "steroid", "tnf_inhibitor", "bisphosphonate"] as const;
export const RESPONSE_POINTS = ["month3", "month6", "month12", "month24"] as const;

/** Stands under the headlines and every figure, which show treatments side by side. */
export const NOT_COMPARABLE =
  "The groups are not comparable: how ill a child was, and what had failed before, decided which drug it got; a child may stand in several groups, and nothing is adjusted for.";
