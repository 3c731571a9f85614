/** The two drugs as the report prints them, in its order. */
export const DRUGS = { pamidronate: "Pamidronate", tnf_inhibitor: "TNF-α inhibitor" } as const;

export const MONTHS = { month6: "6 months", month12: "12 months" } as const;

export const DRUG_NAMES = Object.keys(DRUGS);
export const MONTH_NAMES = Object.keys(MONTHS);

export const LABELS: Readonly<Record<string, string>> = {
  ...DRUGS,
  ...MONTHS,
  pamidronate_alone: "Pamidronate alone",
  tnf_inhibitor_alone: "TNF-α inhibitor alone",
  pamidronate_first: "Pamidronate, then TNF-α inhibitor",
  tnf_inhibitor_first: "TNF-α inhibitor, then pamidronate",
  together: "Both begun together",
  failed: "Failed",
  not_failed: "Not failed",
  flared: "Flare",
};
