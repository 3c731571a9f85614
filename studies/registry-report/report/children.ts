import type { CellsTable, FlowSpec, GroupsTable } from "@osteon/publish";
import { FAMILY_NOTE, MEDIAN_HEADS, medianRow, NOT_COMPARED, SHARE_HEADS, shareRow } from "./cells.ts";
import { ORPHA } from "./labels.ts";

export const FLOW: FlowSpec = {
  kind: "flow",
  id: "flow",
  title: "Children in the registry",
  caption: "Children counted at each step, as of the day of the report.",
  description: "From all charts to children with CNO, and to those in follow-up, lost to follow-up and dead.",
  charts: { title: "Charts", of: "charts.all.n", lines: [] },
  cohort: {
    title: "Children with CNO",
    of: "children.all.n",
    lines: [ORPHA, "followed for a median of {follow-up.all.median|number:1} years"],
  },
  aside: [{ title: "Controls", of: "controls.all.n", lines: ["not in this report"] }],
  groups: [
    {
      title: "In follow-up",
      of: "follow-up-state.all.in_follow_up",
      lines: ["last seen a median of {since-last-visit.all.median|number:1} months ago"],
    },
    { title: "Lost to follow-up", of: "follow-up-state.all.lost", lines: [] },
    { title: "Died", of: "follow-up-state.all.died", lines: [] },
  ],
};

const family = (
  id: string,
  title: string,
  of: string,
  heads: readonly string[],
  cells: readonly string[],
): GroupsTable => ({
  kind: "groups",
  id,
  title,
  of,
  heads,
  cells,
  notes: [FAMILY_NOTE],
});

export const AS_OF: GroupsTable = {
  kind: "groups",
  id: "as-of",
  title: "Day of the report",
  of: "as-of",
  heads: ["As of", "Children"],
  cells: ["{as-of.*.n|number}"],
  notes: [],
};

export const ENROLLED_BY_YEAR = family(
  "enrolled-by-year",
  "Enrolment by year",
  "enrolled-by-year",
  ["Year of enrolment", "Children"],
  ["{enrolled-by-year.*.n|number}"],
);

const BY_CENTRE = family(
  "enrolled-by-centre",
  "Centres",
  "enrolled-by-centre",
  [
    "Centre",
    "Children",
    "Girls",
    "Age at diagnosis, years: median (quartiles)",
    "Delay, months: median (quartiles)",
    "Whole-body MRI at diagnosis",
    "In follow-up",
    "Full remission at the last visit",
  ],
  [
    "{enrolled-by-centre.*.n|number}",
    "{girls-by-centre.*|share}",
    "{age-by-centre.*|median-quartiles}",
    "{delay-by-centre.*|median-quartiles}",
    "{whole-body-mri-by-centre.*|share}",
    "{in-follow-up-by-centre.*|share}",
    "{remission-by-centre.*|share}",
  ],
);
export const ENROLLED_BY_CENTRE: GroupsTable = { ...BY_CENTRE, notes: [...BY_CENTRE.notes, NOT_COMPARED] };

export const ENROLLED_BY_CENTRE_AND_YEAR = family(
  "enrolled-by-centre-and-year",
  "Enrolment by centre and year",
  "enrolled-by-centre-and-year",
  ["Centre, year of enrolment", "Children"],
  ["{enrolled-by-centre-and-year.*.n|number}"],
);

export const DIAGNOSED_BY_YEAR = family(
  "diagnosed-by-year",
  `New diagnoses by calendar year (${ORPHA})`,
  "diagnosed-by-year",
  [
    "Year of diagnosis",
    "Children",
    "Girls",
    "Age at diagnosis, years: median (quartiles)",
    "Delay, months: median (quartiles)",
    "Whole-body MRI at diagnosis",
  ],
  [
    "{diagnosed-by-year.*.n|number}",
    "{girls-by-year.*|share}",
    "{age-by-year.*|median-quartiles}",
    "{delay-by-year.*|median-quartiles}",
    "{whole-body-mri-by-year.*|share}",
  ],
);

export const SEX: CellsTable = {
  kind: "cells",
  id: "sex",
  title: "Sex",
  heads: ["", "Children"],
  rows: [
    { label: "Female", cells: ["{sex.all.female|state}"] },
    { label: "Male", cells: ["{sex.all.male|state}"] },
    { label: "Undetermined", cells: ["{sex.all.undetermined|state}"] },
  ],
  notes: [],
};

export const AGE_AND_DELAY: CellsTable = {
  kind: "cells",
  id: "age-and-delay",
  title: "Age and delay to diagnosis",
  heads: MEDIAN_HEADS,
  rows: [
    medianRow("Age at onset, years", "age-at-onset"),
    medianRow("Age at diagnosis, years", "age-at-diagnosis"),
    medianRow("Delay from onset to diagnosis, months", "delay"),
  ],
  notes: [],
};

export const IMAGING: CellsTable = {
  kind: "cells",
  id: "imaging",
  title: "Imaging at diagnosis",
  heads: SHARE_HEADS,
  rows: [
    shareRow("Whole-body MRI", "whole-body-mri.all"),
    shareRow("More than one lesion", "multifocal.all"),
    shareRow("Spinal lesion", "spine.all"),
    shareRow("Spinal lesion, children with whole-body MRI", "spine-on-whole-body-mri.all"),
    shareRow("Jansson score of 39 or more", "score-probable.all"),
  ],
  notes: [
    "Of the children in whom it is known: lesions where they were looked for, the score where each of its items is known.",
  ],
};

/** Names of the classifications, as their authors have it. */
const CLASSIFICATION_ROWS = [
  ["jansson_2009", "Jansson score, 39 points or more: probable CNO"],
  ["nbods_2023", "NBODS (Kostik), more than 17 points: nonbacterial osteomyelitis"],
] as const;

export const CLASSIFIED: CellsTable = {
  kind: "cells",
  id: "classified",
  title: "Classification at diagnosis",
  heads: ["", "Met", "Not met", "Undecided"],
  rows: CLASSIFICATION_ROWS.map(([name, label]) => ({
    label,
    cells: ["met", "not_met", "undecided"].map((answer) => `{classified.${name}.${answer}|state}`),
  })),
  notes: ["Undecided: the items that are not known would decide."],
};

export const LESIONS: CellsTable = {
  kind: "cells",
  id: "lesions",
  title: "Lesions and score at diagnosis",
  heads: MEDIAN_HEADS,
  rows: [medianRow("Lesions", "lesions", 0), medianRow("Jansson score, points", "score", 0)],
  notes: [],
};
