import { cnoRules, OUTCOME_RULES } from "@osteon/cno";

export const CTP = "Zhao Y et al., Arthritis Care Res 2018;70:1228-37, doi:10.1002/acr.23462";

/** What a plan is, who may enter it, and how its course is read. */
export const RULES = {
  ...cnoRules({
    baseline: {
      says: "The state at day 0 of a plan is that of the closest visit from 30 days before to 14 days after it.",
    },
    escalation: {
      says: "A further plan is told as a state of its own; other escalations do not change what a visit shows.",
      counts: "ignored",
    },
  }),
  ...OUTCOME_RULES,
  plan: {
    says: "A child is in the first plan of which a drug was begun on or after diagnosis; a plan whose drugs were first given before diagnosis is none of this study.",
    source: CTP,
    assumption: true,
  },
  together: {
    says: "Of plans begun within 14 days of each other the TNF-α inhibitor counts before the bisphosphonate, and this before methotrexate or sulfasalazine; day 0 is the first day of the plan that counts.",
    assumption: true,
    withinDays: 14,
  },
  furtherPlan: {
    says: "A drug of another plan begun later is the failure of the first plan and begins a further one.",
    source: CTP,
    assumption: true,
  },
  oldest: { says: "Age at day 0 is at most 21 years (7670 days).", source: CTP, atMostDays: 7670 },
  recentImaging: {
    says: "Bone oedema is a new, active or remaining lesion on an MRI from 84 days (12 weeks) before day 0 to day 0; an MRI on which no lesion was looked for leaves it open.",
    source: CTP,
    assumption: true,
    withinDays: 84,
  },
  nsaidFirst: {
    says: "NSAID were given for at least 28 days (4 weeks) before day 0, by one drug; a child without any in the chart was given none.",
    source: CTP,
    assumption: true,
    atLeastDays: 28,
  },
  activeDisease: {
    says: "Active disease is pain with local heat at the visit of day 0, or bone oedema; charts record no tenderness.",
    source: CTP,
    assumption: true,
  },
  notRead: {
    says: "Malignancy, infection and contraindications are not read: the charts' diagnosis of CNO stands for the first two.",
    assumption: true,
  },
  wider: {
    says: "Charts often lack the conditions; a wider definition asks for the drug of a plan alone.",
    assumption: true,
  },
  statistics: {
    says: "Medians with quartiles (Weibull's, as SPSS reports them); percentages of those in whom it is known, with Wilson limits; time to a further plan by Kaplan-Meier. Plans are not tested against each other, and nothing is adjusted for.",
    assumption: true,
  },
} as const;
