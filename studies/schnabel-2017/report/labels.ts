import { JANSSON_TABLES } from "@osteon/cno";

/** Names of groups and time points as the report prints them. */
export const LABELS = {
  any: "All children, from diagnosis",
  antibiotic: "Antibiotics",
  nsaid: "NSAID",
  steroid: "Corticosteroids",
  dmard: "DMARD",
  tnf_inhibitor: "TNF-α inhibitor",
  bisphosphonate: "Bisphosphonate",
  week2: "2 weeks",
  month3: "3 months",
  month6: "6 months",
  month12: "12 months",
  month24: "24 months",
  last: "Last visit",
  unifocal: "unifocal",
  multifocal: "multifocal",
  subacute: "subacute",
  chronic: "chronic",
  unclassified: "unclassified",
  outcome_event: "Relapse",
} as const;

/** Groups and time points of the figure of responses, in its order. */
export const RESPONSE_GROUPS = ["nsaid", "steroid", "tnf_inhibitor", "bisphosphonate"] as const;
export const RESPONSE_POINTS = ["month3", "month6", "month12", "month24"] as const;

/** The points of the clinical score in words. */
export const POINTS = Object.values(JANSSON_TABLES.score_item.rows)
  .map(({ says, points }) => `${says.replace(/\.$/, "")}: ${points} points.`)
  .join(" ");
