import type { CellsTable, FlowSpec } from "@osteon/publish";
import { DRUG_NAMES, DRUGS } from "./labels.ts";

export const FLOW: FlowSpec = {
  kind: "flow",
  id: "flow",
  title: "Children and drugs",
  caption: "Each child stands once; the drugs may overlap in time.",
  description:
    "From children with CNO to those given pamidronate or a TNF-α inhibitor, one of them, both one after the other, or both together.",
  charts: { title: "Children with CNO", of: "all-children.all.n", lines: [] },
  cohort: { title: "Given one of the drugs", of: "given-either.all.n", lines: ["or both"] },
  aside: [{ title: "Neither drug", of: "given-neither.all.n", lines: [] }],
  groups: [
    { title: "Pamidronate", of: "drug-order.all.pamidronate_alone", lines: ["alone"] },
    { title: "TNF-α inhibitor", of: "drug-order.all.tnf_inhibitor_alone", lines: ["alone"] },
    {
      title: "Both drugs",
      of: ["given-both-in-turn.all.n", "drug-order.all.together"],
      lines: [
        "{drug-order.all.pamidronate_first|number} pamidronate first",
        "{drug-order.all.tnf_inhibitor_first|number} TNF-α inhibitor first",
        "{drug-order.all.together|number} together, within 14 days",
      ],
    },
  ],
};

const medians = (label: string, id: string, decimals: number) => ({
  label,
  cells: [...DRUG_NAMES.map((drug) => `{${id}.${drug}|median-quartiles:${decimals}}`), ""],
});
const shares = (label: string, id: string, p = "") => ({
  label,
  cells: [...DRUG_NAMES.map((drug) => `{${id}.${drug}|share}`), p],
});

export const AT_START: CellsTable = {
  kind: "cells",
  id: "at-start",
  title: "Children at day 0 of their first drug",
  heads: ["", ...Object.values(DRUGS), "p"],
  rows: [
    { label: "Children", cells: [...DRUG_NAMES.map((drug) => `{first-drug.${drug}.n|number}`), ""] },
    shares("Girls", "start-girls"),
    medians("Age, years", "start-age", 1),
    medians("From diagnosis, months", "start-since-diagnosis", 1),
    shares("Fatigue", "start-fatigue", "{fatigue-and-drug.all.fisher-p|p}"),
    shares("Arthritis", "start-arthritis", "{arthritis-and-drug.all.fisher-p|p}"),
    medians("Lesions on the MRI", "start-lesions", 0),
    medians("CRP, mg/l", "start-crp", 1),
    medians("ESR, mm/h", "start-esr", 0),
    medians("Pain, 0 to 10", "start-pain", 0),
    medians("Physician global, 0 to 10", "start-physician-global", 0),
  ],
  notes: [
    "Median (quartiles); n of N (%); Fisher's exact test. Each child once, by the drug given first; {drug-order.all.together|plural:child:children} given both together left out.",
  ],
};
