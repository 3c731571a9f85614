import { CNO_MODELS, CNO_OUTCOMES, cnoRules, OUTCOME_RULES, OUTCOME_TABLES } from "@osteon/cno";
import { modelsReached, readModels } from "@osteon/derive";
import { defineProtocol } from "@osteon/protocol";

/** Children from diagnosis and from the first day of methotrexate, at two time points whose windows meet, and at the last visit. */
export const protocol = defineProtocol({
  id: "outcomes",
  version: "1.0.0",
  title: "Outcome definitions",
  source: "the definitions themselves",
  cohorts: {
    cno: { says: "Children with CNO.", assumption: true, cohort: "cno", diagnosed: ["1980-01-01", "2059-12-31"] },
  },
  timePoints: {
    month3: {
      says: "Month 3: days 36 to 136.",
      assumption: true,
      targetDay: 91,
      window: [36, 136],
      carries: true,
    },
    month6: {
      says: "Month 6: days 137 to 273.",
      assumption: true,
      targetDay: 183,
      window: [137, 273],
      carries: true,
    },
    last: {
      says: "The last visit from day 1 on.",
      assumption: true,
      targetDay: 100_000,
      window: [1, 100_000],
      carries: false,
    },
  },
  groups: {
    any: {
      says: "All children from diagnosis.",
      assumption: true,
      entry: "diagnosis",
      step: 0,
      inResponse: true,
      aloneOnly: false,
    },
    methotrexate: {
      says: "Methotrexate.",
      assumption: true,
      entry: { drugs: ["methotrexate"] },
      step: 1,
      inResponse: true,
      aloneOnly: false,
    },
    tnf_inhibitor: {
      says: "A TNF-α inhibitor.",
      assumption: true,
      entry: { drugClasses: ["tnf_inhibitor"] },
      step: 2,
      inResponse: true,
      aloneOnly: false,
    },
  },
  rules: { ...cnoRules(), ...OUTCOME_RULES },
  tables: OUTCOME_TABLES,
  analyses: {},
});

/** With the models that outcomes reach; those of other definitions ask for rules that this protocol does not state. */
export const study = {
  protocol,
  models: modelsReached(readModels([CNO_MODELS, CNO_OUTCOMES]), ["outcome_answer", "outcome_missing"]),
};
