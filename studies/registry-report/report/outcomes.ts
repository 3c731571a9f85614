import { MISSING_COLUMNS, missingRows, WELL_LABELS } from "@osteon/cno";
import type { AgreementTable, CellsTable, RankingTable } from "@osteon/publish";
import { shareRow } from "./cells.ts";
import { CLASSES } from "./labels.ts";

export const WELL: CellsTable = {
  kind: "cells",
  id: "outcomes",
  title: "In remission or improved at the last visit, by definition",
  heads: ["", "Children", "95 % Wilson limits", "Not known"],
  rows: WELL_LABELS.map(({ name, label }) => {
    const { cells } = shareRow(label, `outcome-well.${name}`);
    return { label, cells: [...cells, `{outcome-well.${name}.missing|number}`] };
  }),
  notes: ["Each definition is told of the children in whom it is known; day 0 is the diagnosis."],
};

export const MISSING: CellsTable = {
  kind: "cells",
  id: "outcomes-missing",
  title: "What is missing where an outcome at the last visit is not known, children",
  heads: ["", ...MISSING_COLUMNS.map(({ label }) => label)],
  rows: missingRows((definition, item) => `{outcome-missing.${definition}/${item}.n|number}`),
  notes: ["A child may lack several. Blank: the definition does not ask for it."],
};

export const AGREEMENT: AgreementTable = {
  kind: "agreement",
  id: "outcomes-agreement",
  title: "Agreement of the definitions at the last visit",
  of: "outcome-agreement",
  results: WELL_LABELS,
  notes: [],
};

export const ORDER: RankingTable = {
  kind: "ranking",
  id: "outcomes-order",
  title: "Order of the classes of drugs under each definition, last visit",
  of: "outcome-order",
  results: WELL_LABELS,
  groups: CLASSES.map(([name, label]) => ({ name, label })),
  notes: ["Too few: fewer than 5 children in whom it is known. Day 0 is the first day of the class."],
};
