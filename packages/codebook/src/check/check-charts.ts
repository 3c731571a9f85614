import type { Charts } from "../charts.ts";
import { tableNamed } from "../codebook.ts";
import type { Problem } from "../problem.ts";
import { checkDrug, checkSide } from "./check-codes.ts";
import { checkLaboratory } from "./check-laboratory.ts";
import { checkLifetime } from "./check-lifetime.ts";
import { checkLinks, rowsOf } from "./check-links.ts";
import { checkRow } from "./check-row.ts";
import type { Row } from "./raise.ts";

/** Checks that one table has beside its fields and rules. */
const OF_TABLE: Readonly<Record<string, (at: Row) => readonly Problem[]>> = {
  laboratory: checkLaboratory,
  treatment: checkDrug,
  lesion: checkSide,
};

/**
 * Every problem of every cell, row and table of the charts, all at once, by file and row. It follows from the codebook alone;
 * problems of whole files (a missing column, a wrong encoding) are the reader's.
 */
export function checkCharts(charts: Charts): readonly Problem[] {
  const rows = charts.flatMap((table) => {
    const book = tableNamed(table.name);
    const more = OF_TABLE[table.name] ?? (() => []);
    return rowsOf(table).flatMap((at) => [...checkRow(at, book), ...more(at)]);
  });
  const order = new Map(charts.map(({ file }, index) => [file, index]));
  const place = ({ where }: Problem) => (order.get(where.file ?? "") ?? 0) * 1e9 + (where.row ?? 0);
  return [...rows, ...checkLinks(charts), ...checkLifetime(charts)].sort((a, b) => place(a) - place(b));
}
