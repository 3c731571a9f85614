import { cnoRules, PEDCNO_RULES } from "@osteon/cno";

export const SEQUEL = "Clin Immunol 2022;238:109018, abstract";
const DRESDEN = "as the same group defined it before: J Rheumatol 2017;44:1058-65, doi:10.3899/jrheum.161255";

/** How children given one drug, the other or both are read. Of the sequel only the abstract is known: nearly all of it is a choice. */
export const RULES = {
  ...cnoRules({
    baseline: {
      says: "The state at day 0 of a drug is that of the closest visit from 30 days before to 14 days after it.",
    },
    escalation: {
      says: "The other drug is told as a state of its own; other escalations do not change what a visit shows.",
      counts: "ignored",
    },
    fullRemission: { source: DRESDEN, assumption: true },
    partialRemission: { source: DRESDEN, assumption: true },
    relapse: { source: DRESDEN, assumption: true },
  }),
  coreSetImaging: {
    ...PEDCNO_RULES.coreSetImaging,
    says: "Lesions at day 0 of a drug are those visible on the MRI closest to it, from 84 days before to 14 days after.",
  },
  overlap: {
    says: "The drugs may overlap in time. A child given both stands in both groups, in each from the first day of that drug; once the other drug has begun, its state is 'other drug', whether the first goes on or not.",
    assumption: true,
  },
  together: {
    says: "Begun within 14 days of each other the drugs were given together: the child stands in both groups, and in no comparison of the two.",
    assumption: true,
    withinDays: 14,
  },
  compared: {
    says: "Tests and curves compare each child once, in the group of the drug that it was given first: a child who stands in two groups would be compared with itself.",
    assumption: true,
  },
  failure: {
    says: "A drug has failed on the day on which the other one is begun later, or on which it is last stopped for inefficacy; who was not followed for long has not failed.",
    source: SEQUEL,
    assumption: true,
  },
  fatigue: {
    says: "Fatigue is 1 or more on the scale from 0 to 10 at the visit of day 0.",
    assumption: true,
    atLeast: 1,
  },
  arthritis: {
    says: "Arthritis is one noticed up to day 0, or on a day that is not known; a chart that names none has none.",
    assumption: true,
  },
  response: {
    says: "A drug has a response from the first visit in partial or full remission after day 0 and before the other drug on.",
    assumption: true,
  },
  flare: {
    says: "A flare after response is the first relapse after it; without one the time ends on the day of the other drug or at the last contact.",
    assumption: true,
  },
  statistics: {
    says: "Medians with quartiles (Weibull's, as SPSS reports them); percentages of those in whom it is known, with Wilson limits; shares are compared by Fisher's exact test, numbers by the rank-sum test of Wilcoxon, Mann and Whitney, curves by the log-rank test. The abstract names no test; nothing is adjusted for, neither other differences nor the number of tests.",
    assumption: true,
  },
} as const;
