import { CONDITIONS } from "../tables.ts";

/** Plans as the report prints them, in its order. */
export const PLANS = {
  methotrexate: "Methotrexate or sulfasalazine",
  tnf_inhibitor: "TNF-α inhibitor",
  bisphosphonate: "Bisphosphonate",
} as const;

export const MONTHS = { month3: "3 months", month6: "6 months", month12: "12 months" } as const;

export const PLAN_NAMES = Object.keys(PLANS);
export const MONTH_NAMES = Object.keys(MONTHS);

export const LABELS: Readonly<Record<string, string>> = {
  ...PLANS,
  ...MONTHS,
  further_plan: "Drug of a further plan",
  ...Object.fromEntries(Object.entries(CONDITIONS).map(([name, { says }]) => [name, says.replace(/\.$/, "")])),
};
