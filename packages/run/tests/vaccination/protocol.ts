import { cnoRules } from "@osteon/cno";
import { defineProtocol } from "@osteon/protocol";

/** A study of two fields that no codebook has: a registry added them. */
export default defineProtocol({
  id: "vaccination",
  version: "1.0.0",
  title: "Vaccination against influenza",
  source: "a registry's own fields",
  cohorts: {
    cno: {
      says: "Children diagnosed with CNO between January 1, 2000, and December 31, 2030.",
      assumption: true,
      cohort: "cno",
      diagnosed: ["2000-01-01", "2030-12-31"],
    },
  },
  timePoints: {},
  groups: {},
  rules: cnoRules(),
  tables: {},
  needs: { own: { "patient.own_influenza": "yes-no", "patient.own_vaccine": "choice" } },
  analyses: {
    vaccinated: {
      kind: "breakdown",
      title: "Vaccinated",
      says: "Children by whether they were vaccinated.",
      from: "vaccination",
      where: {},
      column: "outcome_vaccinated",
      levels: ["yes", "no"],
      by: [],
    },
    vaccine: {
      kind: "breakdown",
      title: "Vaccine",
      says: "Vaccinated children by what they were given.",
      from: "vaccination",
      where: { outcome_vaccinated: "yes" },
      column: "outcome_vaccine",
      levels: ["live", "inactivated"],
      by: [],
    },
  },
});
