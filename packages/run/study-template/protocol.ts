import { cnoRules } from "@osteon/cno";
import { defineProtocol } from "@osteon/protocol";

/*
 * A study says what it means here: who is counted, when, in which groups, by which rules, and what is computed. Every entry
 * has a sentence (`says`) and either the source that says so or `assumption: true`. After a change run
 *   osteon study check <this folder>
 *   osteon study lock <this folder>
 */
export default defineProtocol({
  id: "example",
  version: "0.1.0",
  title: "Painless in the first year of chronic nonbacterial osteomyelitis",
  source: "a study of our own",
  cohorts: {
    cno: {
      says: "Children diagnosed with CNO between January 1, 2000, and December 31, 2030.",
      assumption: true,
      cohort: "cno",
      diagnosed: ["2000-01-01", "2030-12-31"],
    },
  },
  timePoints: {
    month6: {
      says: "Month 6 is the visit closest to day 183, within days 92 to 273.",
      assumption: true,
      targetDay: 183,
      window: [92, 273],
      carries: true,
    },
    month12: {
      says: "Month 12 is the visit closest to day 365, within days 274 to 547.",
      assumption: true,
      targetDay: 365,
      window: [274, 547],
      carries: true,
    },
  },
  // How a child gets into a group, and with it the group's day 0. A child may stand in several groups.
  groups: {
    everyone: {
      says: "All children, from diagnosis.",
      assumption: true,
      entry: "diagnosis",
      step: 0,
      inResponse: true,
      aloneOnly: false,
    },
    methotrexate: {
      says: "Children given methotrexate or sulfasalazine, from its first day.",
      assumption: true,
      entry: { drugs: ["methotrexate", "sulfasalazine"] },
      step: 1,
      inResponse: true,
      aloneOnly: false,
    },
    bisphosphonate: {
      says: "Children given a bisphosphonate, from its first day.",
      assumption: true,
      entry: { drugClasses: ["bisphosphonate"] },
      step: 2,
      inResponse: true,
      aloneOnly: false,
    },
  },
  rules: {
    // What studies of CNO share (signs, markers, remission, relapse); `cnoRules({ fever: { source: "..." } })` changes one.
    ...cnoRules(),
    // A rule of one's own: the model painless.sql reads it as `rule.painless_at_most`.
    painless: { says: "Painless is a pain of 1 or less on the scale from 0 to 10.", assumption: true, atMost: 1 },
  },
  tables: {},
  analyses: {
    children: {
      kind: "count",
      title: "Children",
      says: "All children of the study: each has one row of the group from diagnosis at each time point.",
      from: "painless",
      where: { line_class: "everyone", time_point: "month12" },
    },
    painless: {
      kind: "breakdown",
      title: "Painless",
      says: "Children without pain at each time point, by group.",
      from: "painless",
      where: { in_response: 1 },
      column: "outcome_pain",
      levels: ["painless", "pain"],
      by: [
        { column: "line_class", levels: { groups: { inResponse: true } } },
        { column: "time_point", levels: "timePoints" },
      ],
    },
  },
});
