import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Protocol, Unit } from "@osteon/protocol";
import { association, breakdown, COMPARED, continuous, count, DRUG, share } from "./kinds.ts";

/** In which order the two drugs were given. */
export const ORDERS = [
  "pamidronate_alone",
  "tnf_inhibitor_alone",
  "pamidronate_first",
  "tnf_inhibitor_first",
  "together",
] as const;

export const MG_PER_L: Unit = { unit: "mg/l", divisor: 1000, decimals: 1 };
const MM_PER_H: Unit = { unit: "mm/h", divisor: 1000, decimals: 0 };
const EACH = { from: "child_treated" } as const;
const FIRST = { where: COMPARED, by: [DRUG] } as const;

/** Who was given which drug, how the children were at its day 0, and what steered to one of them. */
export const CHILDREN: Protocol["analyses"] = {
  "all-children": count("Children with CNO", EACH),
  "given-either": count("Children given pamidronate or a TNF-α inhibitor", { ...EACH, where: { drug_order: ORDERS } }),
  "given-neither": count("Children given neither drug", { ...EACH, where: { drug_order: "neither" } }),
  "given-both-in-turn": count("Children given both drugs one after the other", {
    ...EACH,
    where: { drug_order: ["pamidronate_first", "tnf_inhibitor_first"] },
  }),
  "drug-order": breakdown("Drugs given, and their order", "drug_order", ORDERS, EACH),
  "drug-given": count("Children given the drug, whatever was given before", { by: [DRUG] }),
  "first-drug": count("Children by the drug given first", FIRST),
  "start-girls": share("Girls, by first drug", "girl", FIRST),
  "start-age": continuous("Age at day 0, by first drug", "age_days", YEARS, FIRST),
  "start-since-diagnosis": continuous("From diagnosis to day 0, by first drug", "days_from_diagnosis", MONTHS, FIRST),
  "start-fatigue": share("Fatigue at day 0, by first drug", "fatigue", FIRST),
  "start-arthritis": share("Arthritis up to day 0, by first drug", "arthritis", FIRST),
  "start-lesions": continuous("Lesions on the MRI of day 0, by first drug", "lesions", NUMBER, FIRST),
  "start-crp": continuous("CRP at day 0, by first drug", "crp_x1000", MG_PER_L, FIRST),
  "start-esr": continuous("ESR at day 0, by first drug", "esr_x1000", MM_PER_H, FIRST),
  "start-pain": continuous("Pain at day 0, by first drug", "pain_nrs", NUMBER, FIRST),
  "start-physician-global": continuous(
    "Physician global at day 0, by first drug",
    "physician_global_nrs",
    NUMBER,
    FIRST,
  ),
  "fatigue-and-drug": association("Fatigue and the first drug", "two-by-two", "tnf_inhibitor", "fatigue", COMPARED),
  "arthritis-and-drug": association(
    "Arthritis and the first drug",
    "two-by-two",
    "tnf_inhibitor",
    "arthritis",
    COMPARED,
  ),
};
