import { CODEBOOK, keyOf, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import { type StoredRow, tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { EncounterNotWritten, NotThisChart, type PlacedEncounterRow, type RowConflict } from "./encounter-rows.ts";

/** A row that is taken back with a save, in the version that was read. */
export interface RemovedRow {
  readonly table: Table;
  readonly key: string;
  readonly version: number;
}

/** The same beside what the registry holds of it. */
interface GoingRow extends RemovedRow {
  readonly place: number;
  readonly stored: StoredRow;
}

/** The rows that are there to be taken back; one that somebody else took back already is gone, as it is wished. */
export const rowsToRemove = (
  removed: readonly RemovedRow[],
  chart: readonly StoredRow[],
  before: number,
): readonly GoingRow[] =>
  removed.flatMap((row, place) => {
    const stored = chart.find(({ table, key }) => table === row.table.name && key === row.key);
    return stored === undefined ? [] : [{ ...row, place: before + place, stored }];
  });

/** Rows that somebody else changed since they were read: nobody takes back what they have not seen. */
export const conflictsOfRemoved = (going: readonly GoingRow[]): readonly RowConflict[] =>
  going.flatMap(({ place, version, stored }) =>
    stored.version === version ? [] : [{ place, theirs: stored, differences: [] }],
  );

/** Throws where a row that stays, or is written, names one that goes. */
export function nothingNames(
  going: readonly GoingRow[],
  placed: readonly PlacedEncounterRow[],
  chart: readonly StoredRow[],
): void {
  const written = new Map(
    placed.flatMap((row) => (row.stored === undefined ? [] : [[row.stored, row.cells] as const])),
  );
  const rows = [
    ...chart.map((row) => ({ table: row.table, key: row.key, cells: written.get(row) ?? row.cells })),
    ...placed
      .filter(({ stored }) => stored === undefined)
      .map(({ table, key, cells }) => ({ table: table.name, key, cells })),
  ];
  for (const { place, table, key } of going) {
    const own = keyOf(table).name;
    const names = rows.find(({ table: other, cells }) => other !== table.name && cells[own] === key);
    if (names !== undefined)
      throw new NotThisChart(
        place,
        own,
        key,
        `${names.table} ${names.key} names ${table.name} ${key}, which is taken back.`,
      );
  }
}

/** Deletes the rows in the order of the codebook turned round, in which a row goes before those that it names; queries about them are closed. Rights, reasons and locks hold as for each alone. */
export async function removeRows(
  session: Session,
  { centre, patient }: { readonly centre: string; readonly patient: string },
  going: readonly GoingRow[],
): Promise<void> {
  const turn = ({ table }: GoingRow): number => CODEBOOK.findIndex(({ name }) => name === table.name);
  for (const { table, key, version } of [...going].sort((a, b) => turn(b) - turn(a))) {
    const { rows } = await sql`delete from ${tableOf(table)} where centre = ${centre}
      and ${sql.ref(keyOf(table).name)} = ${key} and version = ${version} returning 1`.execute(session);
    if (rows.length !== 1) throw new EncounterNotWritten(table.name, key);
    await sql`select work.settle_deleted(${centre}, ${patient}, ${table.name}, ${[key]}::text[])`.execute(session);
  }
}
