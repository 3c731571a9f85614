import { defineProtocol } from "@osteon/protocol";
import { ANALYSES } from "./analyses/index.ts";
import { GROUPS } from "./groups.ts";
import { CTP, RULES } from "./rules.ts";
import { TABLES } from "./tables.ts";

/** The course under the three consensus treatment plans of CARRA, read from the charts of any registry. */
export default defineProtocol({
  id: "ctp-course",
  version: "1.0.0",
  title: "Course under the consensus treatment plans for chronic nonbacterial osteomyelitis",
  source: CTP,
  cohorts: {
    cno: {
      says: "Children diagnosed with CNO, whenever (from 1980-01-01 to 2059-12-31), whose consent was not withdrawn.",
      assumption: true,
      cohort: "cno",
      diagnosed: ["1980-01-01", "2059-12-31"],
    },
  },
  timePoints: {
    month3: {
      says: "Month 3 is the visit closest to day 91 of the plan, within days 36 to 136.",
      assumption: true,
      targetDay: 91,
      window: [36, 136],
      carries: true,
    },
    month6: {
      says: "Month 6 is the visit closest to day 183 of the plan, within days 137 to 273.",
      assumption: true,
      targetDay: 183,
      window: [137, 273],
      carries: true,
    },
    month12: {
      says: "Month 12 is the visit closest to day 365 of the plan, within days 274 to 547.",
      assumption: true,
      targetDay: 365,
      window: [274, 547],
      carries: true,
    },
  },
  groups: GROUPS,
  rules: RULES,
  tables: TABLES,
  analyses: ANALYSES,
});
