import type { Choices } from "@osteon/api";
import { FIRST_PLAN } from "@osteon/codebook";

/** Children with spinal lesions, bisphosphonate against TNF-α inhibitor, pain and remission at 12 months, time to relapse. */
export const SPINAL: Choices = {
  id: "spinal-lesions",
  version: 1,
  title: "Bisphosphonate against TNF-α inhibitor in spinal lesions",
  population: [{ field: "lesion.region", comparison: "is", values: ["spine"], when: "ever" }],
  groups: {
    by: "class",
    groups: [
      { classes: ["bisphosphonate"], drugs: [] },
      { classes: ["tnf_inhibitor"], drugs: [] },
    ],
    members: "first",
  },
  timePoints: FIRST_PLAN.filter(({ name }) => name === "month12").map((point) => ({ ...point })),
  characteristics: ["child.age_at_diagnosis", "patient.sex", "visit.pain_nrs", "laboratory.crp"],
  outcomes: ["any_remission"],
  course: ["visit.pain_nrs"],
  events: ["relapse"],
};
