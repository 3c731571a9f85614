import type { NamedRow } from "@osteon/words";
import type { ChartRow } from "../charts.ts";
import { keyOf } from "../codebook.ts";
import type { Table } from "../field.ts";
import type { PartialDate } from "../partial-date.ts";
import type { ChartIndex, Life } from "./chart-index.ts";
import { at, type CellFault, NO_FAULTS, queried, refused } from "./fault.ts";
import { lineOf, UNNUMBERED } from "./line-of.ts";
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
  resting: () => readonly NamedRow[],
): readonly CellFault[] {
  const pseudonym = cellOf(cells, "patient");
  const patient = pseudonym === UNNUMBERED ? {} : { patient: pseudonym };
  if (born !== undefined && date.last < born.first) {
    const rows = resting();
    const [named, more] = [rows.slice(0, NAMED), rows.length - NAMED];
    const values = { date: date.text, ...patient, born: born.text, bornField: "born_on", line: lineOf(row) };
    return [
      at(
        column,
        refused("before-birth", {
          ...values,
          ...(named.length > 0 ? { rows: named } : {}),
          ...(more > 0 ? { more } : {}),
        }),
      ),
    ];
  }
  if (lastContact === undefined || date.first <= lastContact.last) return NO_FAULTS;
  const values = {
    date: date.text,
    ...patient,
    last: lastContact.text,
    lastField: "last_contact_on",
    line: lineOf(row),
  };
  return [at(column, queried("after-last-contact", values))];
}

/** So many of the rows that take their date from another are named. */
const NAMED = 5;
