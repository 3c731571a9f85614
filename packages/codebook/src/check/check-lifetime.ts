import type { ChartRow } from "../charts.ts";
import { keyOf } from "../codebook.ts";
import type { Table } from "../field.ts";
import type { PartialDate } from "../partial-date.ts";
import type { ChartIndex, Life } from "./chart-index.ts";
import { at, type CellFault, NO_FAULTS, queried, refused } from "./fault.ts";
import { cellOf, dateOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** The ends of a lifetime are not measured against themselves. */
const ENDS: ReadonlySet<string> = new Set(["born_on", "last_contact_on"]);

/** Nothing happens to a child before its birth; what happens after its last contact is asked about. */
export function lifetimeCheck(table: Table, index: ChartIndex): RowCheck {
  const dates = table.fields.flatMap(({ name, type }) => (/date$/.test(type.kind) && !ENDS.has(name) ? [name] : []));
  const key = keyOf(table).name;
  return ({ cells }) => {
    const life = index.lives.get(cellOf(cells, "patient"));
    if (life === undefined) return NO_FAULTS;
    return dates.flatMap((column) => {
      const date = dateOf(cells, column);
      if (date === undefined) return NO_FAULTS;
      return dateFaults(column, date, life, cells, index.restingOn.bind(undefined, table.name, cellOf(cells, key)));
    });
  };
}

function dateFaults(
  column: string,
  date: PartialDate,
  { row, born, lastContact }: Life,
  cells: ChartRow,
  resting: () => readonly string[],
): readonly CellFault[] {
  const patient = cellOf(cells, "patient");
  if (born !== undefined && date.last < born.first) {
    const found = `${date.text} lies before the birth of ${patient} (${born.text}).`;
    const fix = `Correct the date, or born_on of ${patient} (patient table, row ${row}).`;
    return [at(column, refused("before-birth", `${found}${alsoDated(resting())}`, fix))];
  }
  if (lastContact === undefined || date.first <= lastContact.last) return NO_FAULTS;
  const found = `${date.text} lies after the last contact with ${patient} (${lastContact.text}).`;
  const fix = `Correct the date, or last_contact_on of ${patient} (patient table, row ${row}); if both are right, leave it.`;
  return [at(column, queried("after-last-contact", found, fix))];
}

function alsoDated(rows: readonly string[]): string {
  if (rows.length === 0) return "";
  const named = rows.slice(0, 5).join(", ");
  const more = rows.length > 5 ? ` and ${rows.length - 5} more` : "";
  return ` So would everything that takes its date from it: ${named}${more}.`;
}
