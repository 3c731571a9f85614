import type { Protocol } from "@osteon/protocol";
import { antibioticTable, markerTable, predictorTable, scoreTable } from "../tables/association-tables.ts";
import type { PageTable } from "../tables/page-table.ts";
import { radiologyTable, responseTable } from "../tables/response-tables.ts";
import { survivalTable } from "../tables/survival-table.ts";
import { normalityTable, tableOne } from "../tables/table-one.ts";
import type { Reading } from "./read-results.ts";

/** Every table of the report by its id; HTML, Word and CSV are made from these. */
export function studyTables(reading: Reading, protocol: Protocol) {
  const tables = {
    tableOne: tableOne(reading, protocol),
    normality: normalityTable(reading, protocol),
    response: responseTable(reading),
    survival: survivalTable(reading, protocol),
    radiology: radiologyTable(reading),
    antibiotics: antibioticTable(reading),
    predictors: predictorTable(reading, protocol),
    markers: markerTable(reading),
    score: scoreTable(reading, protocol),
  } satisfies Readonly<Record<string, PageTable>>;
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, withKey(table)])) as typeof tables;
}

/** A table that shows NE says what it means. */
function withKey(table: PageTable): PageTable {
  const showsNone = table.rows.some(({ cells }) => cells.some(({ text }) => /\bNE\b/.test(text)));
  const isSaid = table.notes.some((note) => note.startsWith("NE:"));
  if (!showsNone || isSaid) return table;
  return { ...table, notes: [...table.notes, "NE: not estimable from these children."] };
}

export type StudyTables = ReturnType<typeof studyTables>;
