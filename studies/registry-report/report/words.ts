import type { Block } from "@osteon/publish";
import { ORPHA } from "./labels.ts";

/** The report in words; each sentence holds of nobody, of one child and of many. */
export const WORDS: readonly Block[] = [
  {
    heading: "Children",
    paragraphs: [
      [
        `The registry holds {children.all.n|plural:child:children} with chronic nonbacterial osteomyelitis (${ORPHA}).`,
        "Girls: {girls.all|share}. Age at diagnosis: {age-at-diagnosis.all|median-quartiles}.",
        "Delay from onset to diagnosis: {delay.all|median-quartiles}.",
      ].join(" "),
      [
        "Whole-body MRI at diagnosis: {whole-body-mri.all|children}. Lesions at diagnosis: {lesions.all|median-quartiles:0}.",
        "Spinal lesion at diagnosis: {spine.all|children}.",
      ].join(" "),
    ],
  },
  {
    heading: "Follow-up and treatment",
    paragraphs: [
      [
        "In follow-up on the day of the report: {in-follow-up.all|children};",
        "lost to follow-up: {follow-up-state.all.lost|state}; died: {follow-up-state.all.died|state}.",
        "By the follow-up plan a visit is due of {due.all|children} and overdue of {overdue.all|children}.",
        "Full remission at the last visit: {remission.all|children} in whom it is known.",
      ].join(" "),
      [
        "Ever given: NSAID {class-ever.nsaid|share}, corticosteroids {class-ever.steroid|share}, DMARD {class-ever.dmard|share},",
        "TNF-α inhibitors {class-ever.tnf_inhibitor|share}, bisphosphonates {class-ever.bisphosphonate|share}.",
        "Reports of adverse effects: {effects.all.n|number}.",
      ].join(" "),
    ],
  },
];
