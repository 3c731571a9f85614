import type { PublishedNumber } from "@osteon/estimate";

/** The hash of a freeze of the study's own charts: printed numbers are laid beside these, beside others only where asked. */
export const OWN_CHARTS = "17b6be87c0fa0c9b8341c36e08e4239f5a4c57cb2bcc8c88b502b08ddeb72a72";

const number = (id: string, means: string, printed: string, quote = printed) => ({
  ...{ id, place: "Abstract", quote, means, printed },
});

const pValue = (id: string, means: string, printed: string) => number(id, means, printed, `p = ${printed}`);

const READING =
  "The abstract names neither counts nor test; read as Fisher's exact test of the drug given first, 22 against 69 children.";
const NO_VALUES =
  "Neither the values nor the test are printed: numbers of 22 and 47 children can be made for any p value, so that none of them tests it. The invented charts were drawn to give it.";

/** Every number of its own children that the abstract prints, as far as it is at hand: what is quoted are the numbers alone. */
export const PUBLISHED: readonly PublishedNumber[] = [
  {
    ...number("children", "Children given one of the drugs", "91"),
    recompute: { result: "given-either.all.n" },
    note: "47 + 22 + 22.",
  },
  {
    ...number("pamidronate-alone", "Pamidronate alone", "47"),
    recompute: { result: "drug-order.all.pamidronate_alone" },
  },
  {
    ...number("tnf-inhibitor-alone", "TNF-α inhibitor alone", "22"),
    recompute: { result: "drug-order.all.tnf_inhibitor_alone" },
  },
  {
    ...number("both", "Both, one after the other", "22"),
    recompute: { result: "given-both-in-turn.all.n" },
    note: "Which came first is not at hand; in the invented charts pamidronate did, and failed, since predictors of its failure are printed.",
  },
  {
    ...pValue("fatigue", "Fatigue steers to a TNF-α inhibitor, p", "0.003"),
    recompute: { result: "fatigue-and-drug.all.fisher-p" },
    note: `${READING} Of the tables with more of it under the TNF-α inhibitor 16 give 0.003; 11 of 22 against 11 of 69 is one.`,
  },
  {
    ...pValue("arthritis", "Arthritis steers to a TNF-α inhibitor, p", "0.002"),
    recompute: { result: "arthritis-and-drug.all.fisher-p" },
    note: `${READING} Of the tables with more of it under the TNF-α inhibitor 16 give 0.002; 10 of 22 against 9 of 69 is one.`,
  },
  {
    ...pValue("sex", "Female sex and failure of pamidronate, p", "0.027"),
    recompute: { result: "sex-and-failure.all.fisher-p" },
    note: "Read as Fisher's exact test of the 22 whom pamidronate failed against the 47 others: 19 and 27 girls is the only table with more of them among the 22 that gives 0.027.",
  },
  { ...pValue("lesions", "Lesions on MRI and failure of pamidronate, p", "0.01"), underivable: NO_VALUES },
  { ...pValue("crp", "CRP and failure of pamidronate, p", "0.03"), underivable: NO_VALUES },
  {
    ...number("flares", "Flares under TNF-α inhibitors", "fewer"),
    underivable: "No number is printed: neither how many flared, nor over which time, nor a p value.",
  },
];
