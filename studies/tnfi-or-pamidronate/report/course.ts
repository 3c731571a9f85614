import type { CellsTable, CurvesSpec, StackedBarsSpec, StackedSharesSpec, StatesTable } from "@osteon/publish";
import { DRUG_NAMES, DRUGS, MONTH_NAMES, MONTHS } from "./labels.ts";

const NOT_KNOWN = ["not_seen", "undetermined"] as const;

export const STATE_FIGURE: StackedBarsSpec = {
  kind: "stacked-bars",
  id: "drug-state",
  title: "State under each drug, all children given it",
  caption:
    "A child given both stands in both, from the first day of each; once the other drug is begun it stays other drug. Children not seen are not in the bars.",
  description: "Stacked bars of states at 6 and 12 months of each drug. The table gives the same numbers.",
  compares: true,
  of: "drug-state",
  states: "course",
  panels: DRUG_NAMES,
  bars: MONTH_NAMES,
  unknown: NOT_KNOWN,
};

export const STATE_TABLE: StatesTable = {
  kind: "states",
  id: "drug-state",
  title: "State under each drug, all children given it, n (%)",
  of: "drug-state",
  states: "course",
  rows: DRUG_NAMES,
  within: MONTH_NAMES,
  known: "Known",
  unknown: { head: "Not seen or not told", levels: NOT_KNOWN },
  notes: [],
};

const overMonths = (label: string, cell: (group: string) => string) => [
  { label, cells: [] },
  ...Object.entries(DRUGS).map(([drug, name]) => ({
    label: name,
    level: 1,
    cells: MONTH_NAMES.map((month) => cell(`${drug}/${month}`)),
  })),
];

export const REMISSION_TABLE: CellsTable = {
  kind: "cells",
  id: "remission",
  title: "Remission, pain and physician global",
  heads: ["", ...Object.values(MONTHS)],
  rows: [
    ...overMonths("In remission, all given the drug", (group) => `{drug-remission.${group}|share}`),
    ...overMonths("In remission, by first drug", (group) => `{first-remission.${group}|share}`),
    ...overMonths("Pain, 0 to 10", (group) => `{drug-pain.${group}|median-quartiles:0}`),
    ...overMonths("Physician global, 0 to 10", (group) => `{drug-physician-global.${group}|median-quartiles:0}`),
  ],
  notes: [
    "Full or partial remission without the other drug, n of N (%) of those in whom it is known; median (quartiles) of those in whom it was recorded.",
  ],
};

export const MRI_FIGURE: StackedSharesSpec = {
  kind: "stacked-shares",
  id: "mri",
  title: "MRI at 12 months of each drug",
  caption: "The MRI closest to day 365 of the drug, all children given it.",
  description:
    "Shares of children with no visible lesion, remaining activity, new lesions, or the other drug begun before, about 12 months after the start of each drug.",
  compares: true,
  of: "mri-at-12-months",
  states: "radiological",
  rows: DRUG_NAMES,
  unknown: { says: "without MRI", levels: ["no_mri"] },
};

export const FLARE_FIGURE: CurvesSpec = {
  kind: "kaplan-meier",
  id: "flare-free",
  title: "Without a flare after response to the first drug",
  caption:
    "Time from the first remission to the first relapse; censored on the day of the other drug or at the last contact.",
  description: "Kaplan-Meier estimates of the time from response to flare, by the drug given first: {groups}.",
  compares: true,
  of: "flare-free",
  groups: DRUG_NAMES,
  timeLabel: "Months since response",
  survivalLabel: "Without a flare",
  notes: ["{flare-free.compared.log-rank-p|log-rank}", "Pointwise 95 % log-log limits; ticks: censored"],
};

export const FLARE_TABLE: CellsTable = {
  kind: "cells",
  id: "flares",
  title: "Flares after response",
  heads: ["", ...Object.values(DRUGS)],
  rows: [
    { label: "Flared, of all with a response to the drug", cells: DRUG_NAMES.map((drug) => `{flared.${drug}|share}`) },
    { label: "Response to the first drug", cells: DRUG_NAMES.map((drug) => `{flare-free.${drug}.n|number}`) },
    ...[183, 365, 730].map((day, place) => ({
      label: `Without a flare ${[6, 12, 24][place]} months after response, %`,
      level: 1,
      cells: DRUG_NAMES.map((drug) => `{flare-free.${drug}.survival@${day}|number:0:100}`),
    })),
  ],
  notes: ["n of N (%); Kaplan-Meier estimates."],
};
