import type { Codebook } from "../book.ts";
import type { ChartRow, PlacedRow } from "../charts.ts";
import { keyOf } from "../codebook.ts";
import type { Table } from "../field.ts";
import type { ChartIndex } from "./chart-index.ts";
import { ownNumber } from "./check-laboratory.ts";
import { at, NO_FAULTS, queried } from "./fault.ts";
import { cellOf, dateOf, numberOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** What makes two rows of a child one and the same, where that is less than all their cells. */
const SAME_BY: Readonly<Record<string, readonly string[]>> = {
  visit: ["visited_on"],
  laboratory: ["sampled_on", "analyte", "comparator", "value", "finding"],
  treatment: ["drug", "started_on", "route"],
  antibiotic: ["substance", "started_on"],
  imaging: ["imaged_on", "modality"],
  lesion: ["bone", "side", "part", "level"],
};

/**
 * Two rows of a child that say the same under two numbers: each is asked about and names the other, so that it does not matter
 * which came first. A result is the same in another unit. Children are looked at by their names instead.
 */
export function duplicateCheck(table: Table, index: ChartIndex, book: Codebook): RowCheck {
  if (table.name === "patient") return () => NO_FAULTS;
  const key = keyOf(table).name;
  const columns = SAME_BY[table.name] ?? table.fields.map(({ name }) => name).filter((name) => name !== key);
  const contentOf = contentReader(table, columns, book);
  const byContent = new Map<string, PlacedRow[]>();
  for (const row of index.rows.get(table.name)?.values() ?? []) {
    const content = contentOf(row.cells);
    if (content === undefined) continue;
    const same = byContent.get(content);
    if (same === undefined) byContent.set(content, [row]);
    else same.push(row);
  }
  return (row) => {
    const content = contentOf(row.cells);
    const same = content === undefined ? [] : (byContent.get(content) ?? []);
    const named = othersOf(same, key, cellOf(row.cells, key));
    if (named.length === 0) return NO_FAULTS;
    const fields = columns.filter((name) => name !== "patient");
    return [at(key, queried("same-content", { others: named, fields }))];
  };
}

/** So many others are named; a file may hold one row sixty thousand times. */
const NAMED = 3;

function othersOf(same: readonly PlacedRow[], key: string, own: string): readonly string[] {
  const named: string[] = [];
  for (const { cells } of same) {
    if (named.length === NAMED) break;
    if (cellOf(cells, key) !== own) named.push(cellOf(cells, key));
  }
  return named;
}

/** What a row says, letter by letter; nothing where it says too little to be compared. */
function contentReader({ name: table, fields }: Table, columns: readonly string[], book: Codebook) {
  const kinds = new Map(fields.map(({ name, type }) => [name, type.kind]));
  const [first = ""] = columns;
  return (cells: ChartRow): string | undefined => {
    if (cellOf(cells, first) === "") return undefined;
    const said = columns.map((name) => {
      if (table === "laboratory" && name === "value") return ownNumber(book, cells) ?? cellOf(cells, name);
      const kind = kinds.get(name) ?? "";
      if (/date$/.test(kind)) return dateOf(cells, name)?.text ?? cellOf(cells, name);
      return /^(?:integer|decimal)$/.test(kind) ? (numberOf(cells, name) ?? cellOf(cells, name)) : cellOf(cells, name);
    });
    return JSON.stringify([cellOf(cells, "patient"), ...said]);
  };
}
