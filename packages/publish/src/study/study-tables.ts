import type { Protocol } from "@osteon/protocol";
import { antibioticTable, markerTable, predictorTable, scoreTable } from "../tables/association-tables.ts";
import type { PageTable } from "../tables/page-table.ts";
import { radiologyTable, responseTable } from "../tables/response-tables.ts";
import { survivalTable } from "../tables/survival-table.ts";
import { normalityTable, tableOne } from "../tables/table-one.ts";
import type { Reading } from "./read-results.ts";

/** Every table of the report by its id; HTML, Word and CSV are made from these. */
export function studyTables(reading: Reading, protocol: Protocol) {
  return {
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
}

export type StudyTables = ReturnType<typeof studyTables>;
