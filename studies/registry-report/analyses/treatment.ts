import { MONTHS } from "@osteon/cno";
import { DRUG_CLASSES } from "@osteon/codebook";
import type { Leveled, Protocol } from "@osteon/protocol";
import { breakdown, CALENDAR_YEAR, continuous, count, DRUG_CLASS, share } from "./kinds.ts";

const CLASSES = DRUG_CLASSES.map(({ code }) => code);
const PATH = [...CLASSES, "none"];
const DRUG: Leveled = { column: "drug", levels: "found" };
const EFFECT: Leveled = { column: "effect", levels: "found" };
const IN_FOLLOW_UP = { follow_up_state: "in_follow_up" } as const;

/** Drugs by class, by year and now, the order in which classes followed each other, and adverse effects. */
export const TREATMENT: Protocol["analyses"] = {
  "class-ever": share("Ever given, by class", "ever_given", { from: "class_profile", by: [DRUG_CLASS] }),
  "class-now": share("Running now, by class; children in follow-up", "runs_now", {
    from: "class_profile",
    where: IN_FOLLOW_UP,
    by: [DRUG_CLASS],
  }),
  "drug-runs": share("Any drug running now; children in follow-up", "drug_runs_now", { where: IN_FOLLOW_UP }),
  "drug-ever": count("Children ever given, by drug", { from: "drug_course", by: [DRUG] }),
  "drug-now": share("Running now, by drug; children in follow-up who were ever given it", "runs_now", {
    from: "drug_course",
    where: IN_FOLLOW_UP,
    by: [DRUG],
  }),
  "class-by-year": share("Given in the year, by class", "given_in_year", {
    from: "class_year",
    by: [CALENDAR_YEAR, DRUG_CLASS],
  }),
  "first-class": breakdown("First class of drugs", "first_class", PATH),
  "second-class": breakdown("Second class of drugs, by the first", "second_class", PATH, {
    by: [{ column: "first_class", levels: CLASSES }],
    where: { first_class: CLASSES },
  }),
  "to-first-class": continuous("From diagnosis to the first drug", "days_to_first_class", MONTHS),
  "to-second-class": continuous("From the first to the second class of drugs", "days_to_second_class", MONTHS),
  effects: count("Adverse effects", { from: "effect_profile" }),
  "effects-by-kind": count("Adverse effects, by kind", { from: "effect_profile", by: [EFFECT] }),
  "effect-severity": breakdown("Adverse effects by severity", "severity", ["mild", "moderate", "severe"], {
    from: "effect_profile",
    by: [EFFECT],
  }),
  "class-effects": share("Adverse effect of a class, children given it", "adverse_effect", {
    from: "class_profile",
    where: { ever_given: 1 },
    by: [DRUG_CLASS],
  }),
};
