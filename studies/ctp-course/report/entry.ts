import type { CellsTable, FlowSpec } from "@osteon/publish";
import { CONDITIONS } from "../tables.ts";
import { PLANS } from "./labels.ts";

const planBox = (plan: string, label: string) => ({
  title: label.split(" or ")[0] ?? label,
  of: `plan-begun.${plan}.n`,
  lines: [label, `{eligibility.${plan}.eligible|number} fulfil all conditions of entry`],
});

export const FLOW: FlowSpec = {
  kind: "flow",
  id: "flow",
  title: "Children and plans",
  caption: "Each child stands in the first plan of which a drug was begun on or after diagnosis.",
  description: "From children with CNO to those given a drug of a plan, and to each of the three plans.",
  charts: { title: "Children with CNO", of: "all-children.all.n", lines: [] },
  cohort: {
    title: "In a plan",
    of: "in-a-plan.all.n",
    lines: [
      "{eligible-of-all.all.n|number} fulfil all conditions of entry",
      "of {eligible-of-all.all.N|number} in whom that is known",
    ],
  },
  aside: [{ title: "No plan drug", of: "without-plan.all.n", lines: ["begun on or after diagnosis"] }],
  groups: Object.entries(PLANS).map(([plan, label]) => planBox(plan, label)),
};

export const CONDITION_TABLE: CellsTable = {
  kind: "cells",
  id: "conditions",
  title: "Conditions of entry, children in a plan",
  heads: ["", "Met", "Not met", "Not known"],
  rows: Object.entries(CONDITIONS).map(([condition, { says }]) => ({
    label: says.replace(/\.$/, ""),
    cells: ["met", "not_met", "not_known"].map((state) => `{entry-condition.${condition}.${state}|number}`),
  })),
  notes: [
    "A child may fail several conditions; {only-one-missing.all.n|plural:child fails:children fail} a single one.",
    "What is not in the charts is not known; an MRI, an NSAID or a biopsy that is in no chart was not done.",
  ],
};

export const ELIGIBILITY_TABLE: CellsTable = {
  kind: "cells",
  id: "eligibility",
  title: "Children who fulfil all conditions of entry",
  heads: ["", "All met", "One or more not met", "Undecided"],
  rows: Object.entries(PLANS).map(([plan, label]) => ({
    label,
    cells: ["eligible", "not_eligible", "undecided"].map((state) => `{eligibility.${plan}.${state}|state}`),
  })),
  notes: ["Undecided: no condition is failed, and at least one is not known."],
};

const plans = Object.keys(PLANS);
const medians = (label: string, id: string, decimals: number) => ({
  label,
  cells: plans.map((plan) => `{${id}.${plan}|median-quartiles:${decimals}}`),
});
const shares = (label: string, id: string) => ({ label, cells: plans.map((plan) => `{${id}.${plan}|share}`) });

export const AT_ENTRY: CellsTable = {
  kind: "cells",
  id: "at-entry",
  title: "Children at day 0 of their plan",
  heads: ["", ...Object.values(PLANS)],
  rows: [
    { label: "Children", cells: plans.map((plan) => `{plan-begun.${plan}.n|number}`) },
    shares("Girls", "plan-girls"),
    medians("Age, years", "plan-age", 1),
    medians("From diagnosis, months", "since-diagnosis", 1),
    medians("Pain, 0 to 10", "pain-at-entry", 0),
    medians("Patient global, 0 to 10", "patient-global-at-entry", 0),
    medians("Physician global, 0 to 10", "physician-global-at-entry", 0),
    medians("CHAQ, 0 to 3", "chaq-at-entry", 2),
    medians("ESR, mm/h", "esr-at-entry", 0),
    shares("Active spinal lesion, of those with a recent MRI", "spine-at-entry"),
  ],
  notes: ["Median (quartiles); n of N (%)."],
};
