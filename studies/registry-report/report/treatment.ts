import type { CellsTable, GroupsTable } from "@osteon/publish";
import { FAMILY_NOTE, MEDIAN_HEADS, medianRow } from "./cells.ts";
import { CLASSES } from "./labels.ts";

export const BY_CLASS: CellsTable = {
  kind: "cells",
  id: "drug-classes",
  title: "Drugs by class",
  heads: [
    "",
    "Ever given",
    "95 % Wilson limits",
    "Running now, of children in follow-up",
    "Adverse effect, of children given it",
  ],
  rows: [
    ...CLASSES.map(([code, label]) => ({
      label,
      cells: [
        `{class-ever.${code}|share}`,
        `{class-ever.${code}.wilson-lower~class-ever.${code}.wilson-upper|span:0:1: %}`,
        `{class-now.${code}|share}`,
        `{class-effects.${code}|share}`,
      ],
    })),
    { label: "Any drug", cells: ["", "", "{drug-runs.all|share}", ""] },
  ],
  notes: [
    "A child may have been given several classes. Where the stop of a drug is blank or unknown, the child is left out of what runs now.",
    "Adverse effects of classes are no comparison: how ill a child was, and what had failed before, decided which drug it got.",
  ],
};

export const BY_DRUG: GroupsTable = {
  kind: "groups",
  id: "drugs",
  title: "Drugs",
  of: "drug-ever",
  heads: ["Drug", "Children ever given it", "Running now, of those in follow-up"],
  cells: ["{drug-ever.*.n|number}", "{drug-now.*|share}"],
  notes: [FAMILY_NOTE, "A dash: nobody who was given it is in follow-up."],
};

export const BY_YEAR: GroupsTable = {
  kind: "groups",
  id: "classes-by-year",
  title: "Drugs by class and calendar year",
  of: "children-by-year",
  heads: ["Year", ...CLASSES.map(([, label]) => label)],
  cells: CLASSES.map(([code]) => `{class-by-year.*/${code}|share}`),
  notes: ["Of the children in the registry in that year; those are left out of whom it is not known.", FAMILY_NOTE],
};

const SECOND = [...CLASSES, ["none", "None so far"]] as const;

export const PATHS: CellsTable = {
  kind: "cells",
  id: "paths",
  title: "Treatment paths: the first class of drugs, and the second",
  heads: ["First class", "Children", ...SECOND.map(([, label]) => (label === "None so far" ? label : `Then ${label}`))],
  rows: [
    ...CLASSES.map(([first, label]) => ({
      label,
      cells: [
        `{first-class.all.${first}|state}`,
        ...SECOND.map(([second]) => `{second-class.${first}.${second}|number}`),
      ],
    })),
    { label: "No drug in the chart", cells: ["{first-class.all.none|state}", ...SECOND.map(() => "")] },
  ],
  notes: ["A path is what was given and when, not why."],
};

export const TIMES: CellsTable = {
  kind: "cells",
  id: "treatment-times",
  title: "Time to the first and the second class of drugs, months",
  heads: MEDIAN_HEADS,
  rows: [
    medianRow("From diagnosis to the first drug", "to-first-class"),
    medianRow("From the first to the second class", "to-second-class"),
  ],
  notes: [
    "A negative time: the drug was begun before the diagnosis. Only children who were given the drugs have a time.",
  ],
};

export const EFFECTS: GroupsTable = {
  kind: "groups",
  id: "adverse-effects",
  title: "Adverse effects",
  of: "effects-by-kind",
  heads: ["Adverse effect", "Reports", "Mild", "Moderate", "Severe"],
  cells: [
    "{effects-by-kind.*.n|number}",
    ...["mild", "moderate", "severe"].map((severity) => `{effect-severity.*.${severity}|number}`),
  ],
  notes: ["Reports, not children. Where no severity was recorded the report is in the first column only.", FAMILY_NOTE],
};
