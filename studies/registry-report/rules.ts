import { cnoRules, OUTCOME_RULES } from "@osteon/cno";

/** What the report counts by; whatever a registry's own protocol says otherwise is changed here. */
export const RULES = {
  ...cnoRules(),
  ...OUTCOME_RULES,
  now: {
    says: "The report is as of the day that the run was told; without one, of the last visit or contact of any child in these charts, since charts state no day on which they were frozen.",
    assumption: true,
  },
  lost: {
    says: "A child is lost to follow-up where the chart says so, or where no visit was recorded for 15 months (457 days) before the day of the report; a child without any visit counts from diagnosis.",
    assumption: true,
    withoutVisitForDays: 457,
  },
  due: {
    says: "Which visits are due is read from the follow-up plan that the charts bring from their registry; without one nobody can be said to be due. Its windows count from the first day of the class of drugs begun last, or else from diagnosis. A visit is due while its window is open without one, and overdue for 180 days after it closed, unless the child was seen in a later window. Of a child without a visit for 15 months a planned visit was missed where a window closed without one since its last visit.",
    assumption: true,
    overdueForDays: 180,
  },
  enrolment: {
    says: "A child is enrolled in the year of the first visit in the chart, and without a visit in the year of diagnosis; charts state no day of enrolment.",
    assumption: true,
  },
  diagnosisReading: {
    says: "The number of lesions at diagnosis is known where lesions were looked for on at least one image around diagnosis; on other images nothing is known of them.",
    assumption: true,
  },
  classification: {
    says: "A classification is met or not met where every way to know the items that are not known gives that answer; else it is undecided.",
    assumption: true,
  },
  running: {
    says: "A drug runs on the day of the report where its stop is later, or is stated as not applicable; where the stop is blank or unknown nothing is known, and such children are left out of the share.",
    assumption: true,
  },
  inYear: {
    says: "A class of drugs is given in a calendar year where one of its drugs runs on a day of it; the years of a child are those from diagnosis to the last contact.",
    assumption: true,
  },
  order: {
    says: "The first class of drugs is the one begun first, whether before or after diagnosis; classes begun on one day are ordered as NSAID, corticosteroid, DMARD, TNF-α inhibitor, bisphosphonate, other.",
    assumption: true,
  },
  atLast: {
    says: "Pain and both globals at the last visit are those recorded at it; an item that was not recorded there is not taken from an earlier visit.",
    assumption: true,
  },
  statistics: {
    says: "Medians with quartiles (Weibull's, as SPSS reports them) and ranges; percentages of those in whom it is known, with Wilson limits. Nothing is tested, and nothing is adjusted for.",
  },
} as const;
