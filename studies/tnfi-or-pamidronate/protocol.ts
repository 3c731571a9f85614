import { defineProtocol } from "@osteon/protocol";
import { ANALYSES } from "./analyses/index.ts";
import { GROUPS } from "./groups.ts";
import { RULES, SEQUEL } from "./rules.ts";

/** TNF-α inhibitor or pamidronate: what decided between them, what came of each, whom pamidronate failed. */
export default defineProtocol({
  id: "tnfi-or-pamidronate",
  version: "1.0.0",
  title: "TNF-α inhibitor or pamidronate in chronic nonbacterial osteomyelitis",
  source: SEQUEL,
  cohorts: {
    cno: {
      says: "Children diagnosed with CNO, whenever (from 1980-01-01 to 2059-12-31), whose consent was not withdrawn.",
      assumption: true,
      cohort: "cno",
      diagnosed: ["1980-01-01", "2059-12-31"],
    },
  },
  timePoints: {
    month6: {
      says: "Month 6 is the visit closest to day 183 of the drug, within days 137 to 273.",
      assumption: true,
      targetDay: 183,
      window: [137, 273],
      carries: true,
    },
    month12: {
      says: "Month 12 is the visit closest to day 365 of the drug, within days 274 to 547.",
      assumption: true,
      targetDay: 365,
      window: [274, 547],
      carries: true,
    },
  },
  groups: GROUPS,
  rules: RULES,
  tables: {},
  analyses: ANALYSES,
});
