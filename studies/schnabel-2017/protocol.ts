import { JANSSON_TABLES } from "@osteon/cno";
import { defineProtocol } from "@osteon/protocol";
import { ANALYSES } from "./analyses/index.ts";
import { GROUPS } from "./groups.ts";
import { RULES } from "./rules.ts";

const METHODS = "Materials and Methods, study design and patients";
const OUTCOME = "Materials and Methods, outcome assessment";

/** The Dresden study, as the paper words it; where the paper is silent the entry says `assumption: true`. */
export default defineProtocol({
  id: "schnabel-2017",
  version: "1.0.0",
  title: "Treatment response and longterm outcomes in children with chronic nonbacterial osteomyelitis",
  source: "Schnabel A et al., J Rheumatol 2017;44:1058-65, doi:10.3899/jrheum.161255",
  cohorts: {
    cno: {
      says: "Children diagnosed with CNO between January 1, 2004, and December 31, 2015.",
      source: METHODS,
      cohort: "cno",
      diagnosed: ["2004-01-01", "2015-12-31"],
    },
    control: {
      says: "Children with bacterial osteomyelitis of the same centre serve as controls for the clinical score; their period is not stated, the CNO cohort's is taken.",
      source: METHODS,
      assumption: true,
      cohort: "bacterial_osteomyelitis",
      diagnosed: ["2004-01-01", "2015-12-31"],
    },
  },
  timePoints: {
    week2: {
      says: "Two weeks is the visit closest to day 14, within days 7 to 35.",
      assumption: true,
      targetDay: 14,
      window: [7, 35],
      carries: true,
    },
    month3: {
      says: "Month 3 is the visit closest to day 91, within days 36 to 136.",
      assumption: true,
      targetDay: 91,
      window: [36, 136],
      carries: true,
    },
    month6: {
      says: "Month 6 is the visit closest to day 183, within days 137 to 273.",
      assumption: true,
      targetDay: 183,
      window: [137, 273],
      carries: true,
    },
    month12: {
      says: "Month 12 is the visit closest to day 365, within days 274 to 547.",
      assumption: true,
      targetDay: 365,
      window: [274, 547],
      carries: true,
    },
    month24: {
      says: "Month 24 is the visit closest to day 730, within days 548 to 912.",
      assumption: true,
      targetDay: 730,
      window: [548, 912],
      carries: true,
    },
    last: {
      says: "The last visit is the latest one from day 1 of the line on; it is read for itself, whatever happened before.",
      source: OUTCOME,
      assumption: true,
      targetDay: 100_000,
      window: [1, 100_000],
      carries: false,
    },
  },
  groups: GROUPS,
  rules: RULES,
  tables: {
    score_item: { ...JANSSON_TABLES.score_item, source: `${METHODS}; ${JANSSON_TABLES.score_item.source}` },
    score_cut_off: {
      key: JANSSON_TABLES.score_cut_off.key,
      rows: {
        probable: { ...JANSSON_TABLES.score_cut_off.rows.probable, source: METHODS },
        uncertain: { ...JANSSON_TABLES.score_cut_off.rows.uncertain, source: METHODS },
      },
    },
  },
  analyses: ANALYSES,
});
