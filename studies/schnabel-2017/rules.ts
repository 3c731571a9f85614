import { cnoRules } from "@osteon/cno";
import { calendarDay } from "@osteon/protocol";

const OUTCOME = "Materials and Methods, outcome assessment";
const STATISTICS = "Materials and Methods, statistical analysis";

export type RelapseClock = "diagnosis" | "onset" | "first-treatment";

/** Every rule of the study. Where the paper is silent we chose what a methodologist would, and say so. */
export const RULES = {
  ...cnoRules({
    fever: { source: OUTCOME },
    markers: { source: "Table 1", assumption: true },
    fullRemission: { source: OUTCOME, assumption: true },
    partialRemission: { source: OUTCOME, assumption: true },
    inefficacy: { source: OUTCOME, assumption: true },
    relapse: { source: OUTCOME },
    radiologicalResponse: { source: "Results, NSAID and corticosteroids", assumption: true },
  }),
  relapseClock: {
    says: "Time to relapse runs from diagnosis to the first relapse; children without one are censored at the last contact.",
    source: STATISTICS,
    zero: "diagnosis" as RelapseClock,
  },
  oneYearImaging: {
    says: "The spine one year after diagnosis is read on the MRI closest to day 365, within days 183 to 547, among those that looked at a vertebral lesion.",
    assumption: true,
    window: [183, 547],
    targetDay: 365,
  },
  presentation: {
    says: "Subacute: symptoms of 2 weeks (day 14) to 3 months; chronic: 3 months (day 91) or longer. Shorter histories fit neither and are the children without a definite class.",
    source: "Results, pathological findings and patient stratification",
    assumption: true,
    subacuteFromDay: 14,
    chronicFromDay: 91,
  },
  crmo: {
    says: "CRMO: at least one relapse and more than one lesion, in a child with a definite class of presentation.",
    source: "Results, pathological findings and patient stratification",
    assumption: true,
  },
  multifocal: {
    says: "Multifocal: more than one lesion on any imaging; Table 1's unifocal children are those with one lesion at diagnosis.",
    source: "Results, pathological findings and patient stratification",
    assumption: true,
  },
  normalBloodCount: {
    says: "A normal blood count has leukocytes and thrombocytes within the laboratory's limits; the differential count is left out, since three quarters of the children have monocytosis.",
    assumption: true,
  },
  normality: {
    says: "Mean and SD where the Kolmogorov-Smirnov test, as SPSS 21 printed it, does not reject a normal distribution at 0.05; else median and range.",
    source: STATISTICS,
    assumption: true,
  },
  rounding: { says: "Percentages are rounded half up, for display only.", assumption: true },
  antibioticEra: {
    says: "Antibiotic use is compared between children diagnosed up to 2007 and from 2008 on.",
    source: "Results, antibiotics",
    splitAt: calendarDay("2008-01-01"),
  },
} as const;
