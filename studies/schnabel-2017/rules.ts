import type { Protocol } from "@osteon/protocol";

const OUTCOME = "Materials and Methods, outcome assessment";
const STATISTICS = "Materials and Methods, statistical analysis";

/** Every rule of the study. Where the paper is silent we chose what a methodologist would, and say so. */
export const RULES: Protocol["rules"] = {
  visitTie: {
    says: "Of two visits equally close to a time point, the earlier counts.",
    assumption: true,
    tie: "earlier",
  },
  baseline: {
    says: "The state at the start of a line, and at diagnosis, is that of the closest visit from 30 days before to 14 days after.",
    assumption: true,
    window: [-30, 14],
  },
  concomitant: {
    says: "A treatment is concomitant at the start of a line if it runs on that day or starts within 30 days after it; a later start of a higher step is an escalation.",
    assumption: true,
    withinDays: 30,
  },
  escalation: {
    says: "Once treatment was escalated, or stopped for inefficacy, the line counts as ineffective at every later time point up to 24 months.",
    assumption: true,
    counts: "failure",
  },
  fever: { says: "Fever is a temperature above 38.0 °C.", source: OUTCOME, aboveCel: 38 },
  markers: {
    says: "A marker is elevated above the upper limit of the laboratory; where the chart gives none, CRP above 5 mg/l and ESR above 15 mm/h.",
    source: "Table 1",
    assumption: true,
    crpAboveMgPerL: 5,
    esrAboveMmPerH: 15,
  },
  fullRemission: {
    says: "Full remission is the absence of subjective signs (pain, painful sites) and objective signs (swelling, redness, heat, fever, elevated CRP or ESR) of inflammation; a marker that was not measured is not held against it, local signs must be recorded.",
    source: OUTCOME,
    assumption: true,
  },
  partialRemission: {
    says: "Partial remission is overall subjective improvement and reduction of inflammatory variables: elevated CRP or ESR lower than at the start, or fewer local signs; if nothing was elevated at the start, nothing may be now.",
    source: OUTCOME,
    assumption: true,
  },
  inefficacy: {
    says: "Inefficacy is the absence of improvement or disease progression resulting in treatment escalation; stopping for inefficacy counts as well.",
    source: OUTCOME,
    assumption: true,
  },
  relapse: {
    says: "A relapse is a visit with symptoms and subjective worsening and a new lesion visible on MRI, after temporary remission: the last telling visit before it was in partial or full remission.",
    source: OUTCOME,
    needs: "symptoms-and-lesion",
  },
  relapseImaging: {
    says: "The MRI that shows the new lesion lies between 30 days before and 60 days after the visit.",
    assumption: true,
    window: [-30, 60],
  },
  relapseClock: {
    says: "Time to relapse runs from diagnosis to the first relapse; children without one are censored at the last contact.",
    source: STATISTICS,
    zero: "diagnosis",
  },
  radiologicalResponse: {
    says: "An MRI shows a new lesion, or else remaining activity (a lesion active or remaining), or else no visible lesion.",
    source: "Results, NSAID and corticosteroids",
    assumption: true,
  },
  diagnosisImaging: {
    says: "Lesions at diagnosis are those visible from 90 days before to 30 days after diagnosis.",
    assumption: true,
    window: [-90, 30],
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
    rule: "kolmogorov-smirnov",
    alpha: 0.05,
  },
  rounding: { says: "Percentages are rounded half up, for display only.", assumption: true },
  antibioticEra: {
    says: "Antibiotic use is compared between children diagnosed up to 2007 and from 2008 on.",
    source: "Results, antibiotics",
    splitAt: "2008-01-01",
  },
};
