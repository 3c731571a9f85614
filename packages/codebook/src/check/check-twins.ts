import type { PlacedRow } from "../charts.ts";
import { childSkeleton, keySkeleton } from "../keys/key-skeleton.ts";
import type { ChartIndex } from "./chart-index.ts";
import { at, type CellFault, queried } from "./fault.ts";
import { cellOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** Two pseudonyms of one centre, or two centres, that look alike: one entered twice, or two that people will confuse. */
export function twinCheck(index: ChartIndex): RowCheck {
  const children = [...(index.rows.get("patient")?.values() ?? [])];
  const nameOf = ({ cells }: PlacedRow): string =>
    `${cellOf(cells, "centre")}\n${childSkeleton(cellOf(cells, "patient"))}`;
  const firstChild = firstBySkeleton(children, nameOf);
  const firstCentre = firstBySkeleton(children, ({ cells }) => cellOf(cells, "centre"));
  return (row) => {
    const patient = cellOf(row.cells, "patient");
    const centre = cellOf(row.cells, "centre");
    const twin = cellOf(firstChild.get(keySkeleton(nameOf(row)))?.cells ?? {}, "patient");
    const other = cellOf(firstCentre.get(keySkeleton(centre))?.cells ?? {}, "centre");
    return [
      ...(twin === "" || twin === patient ? [] : [at("patient", twinFault(twin))]),
      ...(other === "" || other === centre ? [] : [at("centre", twinFault(other))]),
    ] satisfies readonly CellFault[];
  };
}

/** The question about a name that looks like another. */
export const twinFault = (other: string) => queried("twin-key", { other });

function firstBySkeleton(rows: readonly PlacedRow[], of: (row: PlacedRow) => string): ReadonlyMap<string, PlacedRow> {
  const first = new Map<string, PlacedRow>();
  for (const row of rows) {
    const skeleton = keySkeleton(of(row));
    if (skeleton !== "" && !first.has(skeleton)) first.set(skeleton, row);
  }
  return first;
}
