import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Protocol, Unit } from "@osteon/protocol";
import { CONDITIONS } from "../tables.ts";
import { breakdown, continuous, count, PLAN, share } from "./kinds.ts";

const BY_PLAN = { by: [PLAN] } as const;
const THOUSANDTHS: Unit = { unit: "", divisor: 1000, decimals: 2 };

/** Who was given a plan, who fulfils its conditions, and how the children were at day 0. */
export const ENTRY: Protocol["analyses"] = {
  "all-children": count("Children with CNO", { from: "child_plan" }),
  "without-plan": count("Children without a plan", { from: "child_plan", where: { plan: "none" } }),
  "in-a-plan": count("Children in a plan"),
  "plan-begun": count("Children, by plan", BY_PLAN),
  eligibility: breakdown(
    "Conditions of entry fulfilled, by plan",
    "eligibility",
    ["eligible", "not_eligible", "undecided"],
    BY_PLAN,
  ),
  "eligible-of-all": share("Conditions of entry fulfilled, of those decided", "eligibility", ["eligible"], {
    unknown: ["undecided"],
  }),
  "entry-condition": breakdown("Each condition of entry", "condition_state", ["met", "not_met", "not_known"], {
    from: "plan_condition",
    by: [{ column: "condition", levels: Object.keys(CONDITIONS) }],
  }),
  "only-one-missing": count("Children who fail a single condition", { where: { conditions_not_met: 1 } }),
  "plan-girls": share("Girls, by plan", "sex", ["female"], BY_PLAN),
  "plan-age": continuous("Age at day 0, by plan", "age_days", YEARS, BY_PLAN),
  "since-diagnosis": continuous("From diagnosis to day 0, by plan", "days_from_diagnosis", MONTHS, BY_PLAN),
  "pain-at-entry": continuous("Pain at day 0, by plan", "pain_nrs", NUMBER, BY_PLAN),
  "patient-global-at-entry": continuous("Patient global at day 0, by plan", "patient_global_nrs", NUMBER, BY_PLAN),
  "physician-global-at-entry": continuous(
    "Physician global at day 0, by plan",
    "physician_global_nrs",
    NUMBER,
    BY_PLAN,
  ),
  "chaq-at-entry": continuous("CHAQ at day 0, by plan", "chaq_x1000", THOUSANDTHS, BY_PLAN),
  "esr-at-entry": continuous(
    "ESR at day 0, by plan",
    "esr_x1000",
    { unit: "mm/h", divisor: 1000, decimals: 0 },
    BY_PLAN,
  ),
  "spine-at-entry": share("Active spinal lesion on an MRI of the last 12 weeks, by plan", "active_spine", [1], BY_PLAN),
};
