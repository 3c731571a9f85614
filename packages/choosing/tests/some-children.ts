import type { Charts } from "@osteon/codebook";
import { drawn } from "../../../studies/ctp-course/tests/reference-charts.ts";

/** The first of 300 drawn children; under the soak all of them. */
export const someChildren: Charts = childrenOf(process.env.OSTEON_SOAK === undefined ? 60 : 300);

function childrenOf(most: number): Charts {
  const patients = drawn.find(({ name }) => name === "patient")?.rows ?? [];
  const names = new Set(patients.slice(0, most).map(({ cells }) => cells.patient));
  return drawn.map((table) => ({ ...table, rows: table.rows.filter(({ cells }) => names.has(cells.patient)) }));
}
