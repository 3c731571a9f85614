import { fileURLToPath } from "node:url";
import type { Row, WhatStands } from "@osteon/api";
import { keyOf, tableNamed } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { rowsOfEncounter, whatStands } from "@osteon/registry";

const COHORT = fileURLToPath(new URL("../../../../studies/schnabel-2017/cohort/", import.meta.url));

/** The chart of a child of the sample cohort, as a registry would tell it. */
export async function chartOfCohort(patient: string): Promise<readonly Row[]> {
  const { charts } = await readChartFolder(COHORT);
  return charts.flatMap(({ name, rows }) =>
    rows
      .filter(({ cells }) => cells.patient === patient)
      .map(({ cells }): Row => {
        const table = tableNamed(name);
        const all = Object.fromEntries(table.fields.map((field) => [field.name, cells[field.name] ?? ""]));
        const key = cells[keyOf(table).name] ?? "";
        const written = { version: 1, writtenAt: "2026-01-01T00:00:00.000Z", writtenBy: "someone" };
        return { table: name, key, patient, centre: "Dresden", cells: all, status: "complete", ...written };
      }),
  );
}

/** What stands before a visit, as the server tells it to the page. */
export function standingOf(chart: readonly Row[], on: string, apart?: string): WhatStands {
  const { visit: before, ...stands } = whatStands(chart, on, apart);
  return {
    ...{ patient: chart[0]?.patient ?? "", centre: "Dresden", on, before, analytes: [], queries: [], nextVisit: null },
    ...stands,
    fields: { ...stands.fields },
    results: [...stands.results],
    drugs: stands.drugs.map((drug) => ({ ...drug })),
    lesions: stands.lesions.map((lesion) => ({ ...lesion })),
  } as WhatStands;
}

/** A visit that stands, with its rows. */
export function encounterAt(chart: readonly Row[], key: string) {
  const visit = chart.find((row) => row.table === "visit" && row.key === key);
  if (visit === undefined) throw new Error(`there is no visit ${key}`);
  return { visit, rows: [...rowsOfEncounter(chart, visit)] as Row[] };
}
