import type { CellsTable, CurvesSpec } from "@osteon/publish";
import { DRUG_NAMES } from "./labels.ts";

export const FAILURE_FIGURE: CurvesSpec = {
  kind: "kaplan-meier",
  id: "first-kept",
  title: "Without failure of the first drug",
  caption: "Time from day 0 to the other drug, or to the stop for inefficacy; censored at the last contact.",
  description: "Kaplan-Meier estimates of the time to failure of the drug given first: {groups}.",
  compares: true,
  of: "first-kept",
  groups: DRUG_NAMES,
  timeLabel: "Months of the drug",
  survivalLabel: "Without failure",
  notes: ["Pointwise 95 % log-log limits; ticks: censored"],
};

const STATES = ["failed", "not_failed"] as const;

export const PREDICTORS: CellsTable = {
  kind: "cells",
  id: "predictors",
  title: "Children given pamidronate first, by its failure",
  heads: ["", "Failed", "Not failed", "p"],
  rows: [
    { label: "Children", cells: [...STATES.map((state) => `{pamidronate-children.${state}.n|number}`), ""] },
    {
      label: "Girls",
      cells: [...STATES.map((state) => `{pamidronate-girls.${state}|share}`), "{sex-and-failure.all.fisher-p|p}"],
    },
    { label: "Age, years", cells: [...STATES.map((state) => `{pamidronate-age.${state}|median-quartiles:1}`), ""] },
    {
      label: "Lesions on the MRI",
      cells: [
        ...STATES.map((state) => `{pamidronate-lesions.${state}|median-quartiles:0}`),
        "{lesions-and-failure.all.p|p}",
      ],
    },
    {
      label: "CRP, mg/l",
      cells: [...STATES.map((state) => `{pamidronate-crp.${state}|median-quartiles:1}`), "{crp-and-failure.all.p|p}"],
    },
  ],
  notes: [
    "At day 0 of pamidronate. Median (quartiles); n of N (%); Fisher's exact test, rank-sum test. No p value is adjusted for the others.",
  ],
};
