import { defineProtocol } from "@osteon/protocol";
import { ANALYSES } from "./analyses/index.ts";
import { GROUPS } from "./groups.ts";
import { RULES } from "./rules.ts";
import { CALENDAR, TABLES } from "./tables.ts";

/** The yearly report of a CNO registry, on the charts of any centres. */
export default defineProtocol({
  id: "registry-report",
  version: "1.0.0",
  title: "Yearly report of a registry of chronic nonbacterial osteomyelitis",
  source: "the registry's own",
  cohorts: {
    cno: {
      says: `Children diagnosed with CNO, whenever (from ${CALENDAR[0]} to ${CALENDAR[1]}), whose consent was not withdrawn.`,
      cohort: "cno",
      diagnosed: CALENDAR,
    },
  },
  timePoints: {
    last: {
      says: "The last visit is the latest one from day 1 after diagnosis on; it is read for itself, whatever happened before.",
      assumption: true,
      targetDay: 100_000,
      window: [1, 100_000],
      carries: false,
    },
  },
  groups: GROUPS,
  rules: RULES,
  tables: TABLES,
  analyses: ANALYSES,
});
