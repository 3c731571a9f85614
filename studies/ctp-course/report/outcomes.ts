import { MISSING_COLUMNS, missingRows, WELL_LABELS } from "@osteon/cno";
import type { AgreementTable, CellsTable, RankingTable } from "@osteon/publish";
import { PLANS } from "./labels.ts";

export const WELL: CellsTable = {
  kind: "cells",
  id: "outcomes",
  title: "In remission or improved at 12 months, by definition",
  heads: ["", "Children", "95 % Wilson limits", "Not known"],
  rows: WELL_LABELS.map(({ name, label }) => {
    const id = `outcome-well.${name}`;
    const limits = `{${id}.wilson-lower~${id}.wilson-upper|span:0:1: %}`;
    return { label, cells: [`{${id}|share}`, limits, `{${id}.missing|number}`] };
  }),
  notes: [
    "All children given a plan drug. Each definition is read at the visit, whatever was begun before, and told of those in whom it is known.",
  ],
};

export const MISSING: CellsTable = {
  kind: "cells",
  id: "outcomes-missing",
  title: "What is missing where an outcome at 12 months is not known, children",
  heads: ["", ...MISSING_COLUMNS.map(({ label }) => label)],
  rows: missingRows((definition, item) => `{outcome-missing.${definition}/${item}.n|number}`),
  notes: ["A child may lack several. Blank: the definition does not ask for it."],
};

export const AGREEMENT: AgreementTable = {
  kind: "agreement",
  id: "outcomes-agreement",
  title: "Agreement of the definitions at 12 months",
  of: "outcome-agreement",
  results: WELL_LABELS,
  notes: [],
};

export const ORDER: RankingTable = {
  kind: "ranking",
  id: "outcomes-order",
  title: "Order of the plans under each definition, 12 months",
  of: "outcome-order",
  results: WELL_LABELS,
  groups: Object.entries(PLANS).map(([name, label]) => ({ name, label })),
  notes: ["Too few: fewer than 5 children in whom it is known."],
};
