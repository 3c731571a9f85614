import { MONTHS, NUMBER } from "@osteon/cno";
import type { Protocol, Where } from "@osteon/protocol";
import { breakdown, continuous, ELIGIBLE, MONTH, PLAN, share } from "./kinds.ts";

export const COURSE_STATES = ["full_remission", "partial_remission", "active", "relapse", "further_plan"] as const;
const NOT_KNOWN = ["not_seen", "undetermined"] as const;
const BY_MONTH = { from: "plan_course", by: [PLAN, MONTH] } as const;
const LEVELS = ["pedcno30", "pedcno50", "pedcno70", "pedcno90"] as const;

/** States, responses and scales in the first year of a plan, for those who count in one definition. */
const courseOf = (suffix: string, among: string, where: Where): Protocol["analyses"] => ({
  [`plan-course${suffix}`]: breakdown(`State in the first year of a plan, ${among}`, "course_state", COURSE_STATES, {
    ...BY_MONTH,
    where,
  }),
  [`plan-remission${suffix}`]: share(
    `Full or partial remission without a further plan, ${among}`,
    "course_state",
    ["full_remission", "partial_remission"],
    { ...BY_MONTH, where, unknown: NOT_KNOWN },
  ),
  ...Object.fromEntries(
    LEVELS.map((level) => [
      `${level}${suffix}`,
      share(`PedCNO${level.slice("pedcno".length)}, ${among}`, "pedcno_state", ["response"], {
        from: "plan_response",
        where: { ...where, level },
        by: [PLAN, MONTH],
        unknown: ["not_seen", "too_few_items"],
      }),
    ]),
  ),
  [`plan-failure${suffix}`]: {
    kind: "survival",
    title: `Without a further plan, ${among}`,
    says: `Time from day 0 to a drug of another plan, by Kaplan-Meier, by plan; censored at the last contact; ${among}.`,
    assumption: true,
    from: "plan_profile",
    where,
    time: "plan_days",
    event: "further_plan",
    by: PLAN,
    ...MONTHS,
    atDays: [91, 183, 365],
    riskAtDays: [0, 91, 183, 274, 365, 548, 730],
  },
});

/** The course under each plan: of all who were given its drug, and of those who fulfil its conditions. */
export const COURSE: Protocol["analyses"] = {
  ...courseOf("", "all given a plan drug", {}),
  ...courseOf("-eligible", "eligible children", ELIGIBLE),
  "plan-pain": continuous("Pain in the first year of a plan", "pain_nrs", NUMBER, BY_MONTH),
  "plan-patient-global": continuous("Patient global in the first year", "patient_global_nrs", NUMBER, BY_MONTH),
  "plan-physician-global": continuous("Physician global in the first year", "physician_global_nrs", NUMBER, BY_MONTH),
};
