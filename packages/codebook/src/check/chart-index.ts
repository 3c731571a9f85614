import type { NamedRow } from "@osteon/words";
import type { Codebook } from "../book.ts";
import type { Charts, PlacedRow } from "../charts.ts";
import { keyOf, tableNamed } from "../codebook.ts";
import type { Table } from "../field.ts";
import type { PartialDate } from "../partial-date.ts";
import { laterOf } from "./last-contact.ts";
import { cellOf, dateOf } from "./read-cell.ts";

/** What is known of a child's lifetime from its row; either end may be missing or unreadable. */
export interface Life {
  readonly row: number;
  /** The code of the codebook, or what stands there in its place. */
  readonly sex: string;
  readonly born: PartialDate | undefined;
  readonly lastContact: PartialDate | undefined;
}

/** Every row by its key, so that references, duplicates and lifetimes are found in constant time. */
export interface ChartIndex {
  readonly files: ReadonlyMap<string, string>;
  /** First row with each key, by table; a table that was not read, or has no key column, is not there. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, PlacedRow>>;
  readonly lives: ReadonlyMap<string, Life>;
  /** The undated rows that take their date from a row. */
  readonly restingOn: (table: string, key: string) => readonly NamedRow[];
}

export function chartIndex(charts: Charts, { tables }: Codebook, seen?: ReadonlyMap<string, PartialDate>): ChartIndex {
  const rows = new Map<string, ReadonlyMap<string, PlacedRow>>();
  for (const chart of charts) {
    const key = keyOf(tableNamed(chart.name, tables)).name;
    if (!chart.absent?.includes(key)) rows.set(chart.name, firstRows(chart.rows, key));
  }
  const lives = new Map<string, Life>();
  for (const [patient, { row, cells }] of rows.get("patient") ?? []) {
    const lastContact = laterOf(dateOf(cells, "last_contact_on"), seen?.get(patient));
    lives.set(patient, { row, sex: cellOf(cells, "sex"), born: dateOf(cells, "born_on"), lastContact });
  }
  return {
    files: new Map(charts.map(({ name, file }) => [name, file])),
    rows,
    lives,
    restingOn: restingRows(charts, tables),
  };
}

function firstRows(rows: readonly PlacedRow[], key: string): ReadonlyMap<string, PlacedRow> {
  const first = new Map<string, PlacedRow>();
  for (const row of rows) {
    const value = cellOf(row.cells, key);
    if (value !== "" && !first.has(value)) first.set(value, row);
  }
  return first;
}

/** Looked up only once a date is wrong, hence built when first asked for. */
function restingRows(charts: Charts, tables: readonly Table[]): ChartIndex["restingOn"] {
  const built = new Map<string, ReadonlyMap<string, readonly NamedRow[]>>();
  return (table, key) => {
    const byKey = built.get(table) ?? undatedRowsBy(table, charts, tables);
    built.set(table, byKey);
    return byKey.get(key) ?? [];
  };
}

const isUndated = ({ fields }: Table): boolean => !fields.some(({ type }) => /date$/.test(type.kind));

function undatedRowsBy(
  parent: string,
  charts: Charts,
  tables: readonly Table[],
): ReadonlyMap<string, readonly NamedRow[]> {
  const byKey = new Map<string, NamedRow[]>();
  for (const table of tables.filter(isUndated)) {
    const reference = table.fields.find(({ type }) => type.kind === "reference" && type.table === parent);
    if (reference === undefined || parent === "patient") continue;
    const own = keyOf(table).name;
    for (const { cells } of charts.find(({ name }) => name === table.name)?.rows ?? []) {
      const key = cellOf(cells, reference.name);
      const resting = byKey.get(key) ?? [];
      resting.push({ table: table.name, key: cellOf(cells, own) });
      byKey.set(key, resting);
    }
  }
  return byKey;
}
