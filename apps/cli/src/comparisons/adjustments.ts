import type { Adjustment } from "@osteon/stats";

/** Ways to adjust p for several comparisons, by R's names. */
export const ADJUSTMENTS: Readonly<Record<string, Adjustment>> = {
  none: "none",
  bonferroni: "bonferroni",
  holm: "holm",
  hochberg: "hochberg",
  hommel: "hommel",
  BH: "benjamini-hochberg",
  BY: "benjamini-yekutieli",
};
