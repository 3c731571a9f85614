import type { CellsTable, CharacteristicsTable, NormalityTable, StatesTable } from "@osteon/publish";
import { ANALYSES } from "../analyses/index.ts";
import { RESPONSE_GROUPS } from "./labels.ts";

const SECTIONS: CharacteristicsTable["sections"] = [
  {
    heading: "Demographic characteristics",
    rows: [
      { label: "Female/male", cells: ["{sex.all.female|number}/{sex.all.male|number}", "", "{sex.all.N|number}"] },
      "age-at-onset",
      "age-at-diagnosis",
      "delay",
    ],
  },
  {
    heading: "Clinical characteristics",
    rows: [
      "painful-sites",
      "local-inflammation",
      "loss-of-function",
      "fever",
      "arthritis",
      "arthritis-distant",
      "bowel-disease",
      "pustulosis",
      "sequelae",
    ],
  },
  { heading: "Radiological characteristics", rows: ["lesion-count", "unifocal"] },
  {
    heading: "Inflammation markers",
    rows: ["leukocytes", "thrombocytes", "neutrophils", "lymphocytes", "monocytes", "crp", "esr"],
  },
  { heading: "HLA-B27 and autoantibodies", rows: ["hla-b27", "ana"] },
];

export const TABLE_ONE = (normality: string): CharacteristicsTable => ({
  kind: "characteristics",
  id: "table-1",
  title: "Baseline characteristics of children with CNO (n = {cno-patients.all.n|number})",
  sections: SECTIONS,
  notes: [
    `Mean ± SD or median (range) as the protocol's rule says: ${normality}`,
    "Limits of shares: Wilson. Known: children in whom the variable is known.",
  ],
});

export const NORMALITY: NormalityTable = {
  kind: "normality",
  id: "normality",
  title: "Normality tests, and what each rule would print",
  of: SECTIONS.flatMap(({ rows }) => rows.flatMap((row) => (typeof row === "string" ? [row] : []))).filter(
    (id) => ANALYSES[id]?.kind === "continuous",
  ),
  notes: [
    "KS: Kolmogorov-Smirnov with estimated mean and SD and without correction, as SPSS 21 printed it; its p is too large. Lilliefors: the same distance, corrected; p above 0.1 is given as 0.10.",
    "A rule keeps mean ± SD where its p is at least 0.05.",
  ],
};

export const RESPONSE_TABLE: StatesTable = {
  kind: "states",
  id: "response",
  title: "Clinical outcome by treatment and time point, n (%)",
  of: "response",
  states: "clinical",
  rows: RESPONSE_GROUPS,
  within: ["week2", "month3", "month6", "month12", "month24", "last"],
  known: "Known",
  unknown: { head: "Not seen", levels: ["not_seen", "undetermined"] },
  notes: [
    "Percentages are of the children whose state is known at the time point. At the last visit only that visit counts.",
  ],
};

export const RADIOLOGY_TABLE: StatesTable = {
  kind: "states",
  id: "radiology",
  title: "Radiological response by treatment, n (%)",
  of: "radiological-response",
  states: "radiological",
  rows: RESPONSE_GROUPS,
  known: "With MRI",
  unknown: { head: "Without MRI", levels: ["no_mri"] },
  notes: [],
};

const rankSum = (id: string, label: string) => ({
  label,
  cells: [`{${id}.all.median-0|number}`, `{${id}.all.median-1|number}`, "Wilcoxon-Mann-Whitney", `{${id}.all.p|p}`],
});

export const PREDICTORS: CellsTable = {
  kind: "cells",
  id: "predictors",
  title: "Predictors of arthritis",
  heads: ["", "Without", "With", "Test", "p"],
  rows: [
    rankSum("delay-and-arthritis", "Delay in diagnosis, days (median), distant arthritis"),
    rankSum("lesions-and-arthritis", "Lesions (median), distant arthritis"),
    {
      label: "HLA-B27 positive and any arthritis: odds ratio",
      cells: [
        "",
        "{hla-b27-and-arthritis.all.odds-ratio|number:2}",
        "Fisher's exact",
        "{hla-b27-and-arthritis.all.fisher-p|p}",
      ],
    },
  ],
  notes: [
    "The paper describes these children and tests nothing; the tests are named beforehand in the protocol and are exploratory.",
  ],
};

const marker = (id: string, label: string) => ({
  label,
  cells: [
    `{${id}-and-local-inflammation.all.p|p}`,
    `{${id}-and-fever.all.p|p}`,
    `{${id}-and-lesions.all.rho|number:2}`,
    `{${id}-and-lesions.all.p|p}`,
  ],
});

/** "The level of inflammatory markers did not correlate with clinical signs of inflammation, fever, or the number of lesions." */
export const MARKERS: CellsTable = {
  kind: "cells",
  id: "markers",
  title: "Inflammatory markers against clinical signs",
  heads: ["", "Local signs: p", "Fever: p", "Lesions: rho", "Lesions: p"],
  rows: [marker("leukocytes", "Leukocytes"), marker("crp", "CRP"), marker("esr", "ESR")],
  notes: ["Signs and fever: Wilcoxon-Mann-Whitney; lesions: Spearman's rank correlation."],
};
