import type { Block } from "@osteon/publish";

/** The report in words; each sentence holds of nobody, of one child and of many. */
export const WORDS: readonly Block[] = [
  {
    heading: "In words",
    paragraphs: [
      [
        "Of {all-children.all.n|plural:child:children} with CNO {given-either.all.n|number} had been given pamidronate or a TNF-α",
        "inhibitor: {drug-order.all.pamidronate_alone|number} pamidronate alone, {drug-order.all.tnf_inhibitor_alone|number} a",
        "TNF-α inhibitor alone, {given-both-in-turn.all.n|number} one after the other and {drug-order.all.together|number} both",
        "together.",
      ].join(" "),
      [
        "Fatigue at day 0: {start-fatigue.tnf_inhibitor|share} of those given a TNF-α inhibitor first,",
        "{start-fatigue.pamidronate|share} of those given pamidronate first ({fatigue-and-drug.all.fisher-p|p}). Arthritis:",
        "{start-arthritis.tnf_inhibitor|share} and {start-arthritis.pamidronate|share} ({arthritis-and-drug.all.fisher-p|p}).",
      ].join(" "),
      [
        "Pamidronate given first had failed in {first-failed.pamidronate|children}. Girls among those whom it failed:",
        "{pamidronate-girls.failed|share}, among the others {pamidronate-girls.not_failed|share}",
        "({sex-and-failure.all.fisher-p|p}); lesions: {lesions-and-failure.all.p|p}; CRP: {crp-and-failure.all.p|p}.",
      ].join(" "),
    ],
  },
];
