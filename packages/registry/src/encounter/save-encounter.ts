import { CODEBOOK, checkTogether, keyOf } from "@osteon/codebook";
import { sql } from "kysely";
import { checkChildren } from "../batches/check-children.ts";
import { settleChanged, settleRows } from "../batches/raise-questions.ts";
import { holdChild } from "../charts/hold-child.ts";
import { followContact } from "../charts/last-contact.ts";
import { insertRow, todayOf, updateRow } from "../charts/save-row.ts";
import { readChart, type StoredRow, tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { readCodebook } from "../operate/lists.ts";
import {
  conflictsIn,
  EncounterNotWritten,
  type EncounterRow,
  type PlacedEncounterRow,
  placeRows,
  type RowConflict,
  type RowProblems,
  stands,
} from "./encounter-rows.ts";
import { conflictsOfRemoved, nothingNames, type RemovedRow, removeRows, rowsToRemove } from "./remove-rows.ts";

/** A visit of a child with every row that is entered on it. */
export interface Encounter {
  readonly centre: string;
  readonly patient: string;
  readonly rows: readonly EncounterRow[];
  /** Rows that are taken back; their places follow those of the rows. */
  readonly removed?: readonly RemovedRow[];
}

export type SavedEncounter =
  /** Every row as it now stands, in the order in which they were sent. */
  | { readonly ok: true; readonly rows: readonly StoredRow[]; readonly queries: readonly RowProblems[] }
  | { readonly ok: false; readonly because: "problems"; readonly problems: readonly RowProblems[] }
  | { readonly ok: false; readonly because: "conflict"; readonly conflicts: readonly RowConflict[] }
  | { readonly ok: false; readonly because: "no-such-child" };

/**
 * Saves the rows of one encounter, whole within the session's transaction or not at all: every conflict is told, else every
 * problem, before anything is written. The child's whole chart is checked once for all rows. A row that stands as it was
 * sent is not written, needs no reason and voids no signature. Throws `NotThisChart` where rows name what is not there.
 */
export async function saveEncounter(session: Session, encounter: Encounter): Promise<SavedEncounter> {
  const { centre, patient, rows, removed = [] } = encounter;
  await refuseKept(session, { centres: [centre], tables: [...rows, ...removed].map(({ table }) => table.name) });
  await holdChild(session, centre, patient);
  await holdRows(session, centre, [...rows, ...removed]);
  const book = await readCodebook(session);
  const stored = await readChart(session, centre, patient, book);
  if (!stored.some(({ table }) => table === "patient")) return { ok: false, because: "no-such-child" };
  const going = rowsToRemove(removed, stored, rows.length);
  const chart = stored.filter((row) => !going.some((one) => one.stored === row));
  const placed = placeRows(patient, rows, chart);
  nothingNames(going, placed, chart);
  const wanted = placed.filter((row) => !stands(row));
  const conflicts = [...conflictsIn(wanted), ...conflictsOfRemoved(going)];
  if (conflicts.length > 0) return { ok: false, because: "conflict", conflicts };
  const { problems, beside } = wanted.some(({ status }) => status === "complete")
    ? checkTogether(chart, wanted.map(keyed), { today: await todayOf(session), book, contactFollows: true })
    : { problems: [], beside: [] };
  const told = wanted.flatMap(({ place, table, stored }, index): RowProblems[] => {
    const own = problems[index] ?? [];
    return own.length === 0 ? [] : [{ place, table: table.name, key: stored?.key ?? "", problems: own }];
  });
  if (told.some((row) => row.problems.some(({ severity }) => severity === "refused")))
    return { ok: false, because: "problems", problems: told };
  const before = going.length === 0 ? undefined : await checkChildren(session, centre, [patient]);
  await removeRows(session, { centre, patient }, going);
  const written = await writeRows(session, centre, wanted);
  const own = wanted.flatMap(({ place, table, status, stored }, index) => {
    const [key, queries] = [written.get(place)?.key, problems[index] ?? []];
    const isAsked = status === "complete" && (stored !== undefined || queries.length > 0);
    return key === undefined || !isAsked ? [] : [{ centre, patient, table: table.name, key, queries }];
  });
  await settleRows(session, [...own, ...beside.map((one) => ({ centre, patient, ...one }))]);
  if (before !== undefined) await settleChanged(session, before, await checkChildren(session, centre, [patient]));
  const tables = [...wanted, ...going].map(({ table }) => table.name);
  await followContact(session, centre, patient, tables);
  const after = placed.flatMap(({ place, stored }) => written.get(place) ?? stored ?? []);
  return { ok: true, rows: after, queries: told.map((row) => ({ ...row, key: after[row.place]?.key ?? row.key })) };
}

/** Nobody else deletes or changes its rows between the check and the write; ends with the transaction. */
async function holdRows(session: Session, centre: string, rows: readonly Pick<EncounterRow, "table" | "key">[]) {
  for (const table of new Set(rows.map((row) => row.table))) {
    const keys = rows.flatMap((row) => (row.table === table && row.key !== undefined ? [row.key] : []));
    if (keys.length > 0)
      await sql`select 1 from ${tableOf(table)} where centre = ${centre}
        and ${sql.ref(keyOf(table).name)} = any (${keys}::text[]) order by ${sql.ref(keyOf(table).name)} for update`.execute(
        session,
      );
  }
}

const keyed = ({ table, key, cells, status }: PlacedEncounterRow) => ({ table: table.name, key, cells, status });

const turnOf = ({ table }: PlacedEncounterRow): number => CODEBOOK.findIndex(({ name }) => name === table.name);

/** Writes the rows in the order of the codebook, in which a row stands behind those that it names, with the numbers that these got. */
async function writeRows(
  session: Session,
  centre: string,
  rows: readonly PlacedEncounterRow[],
): Promise<ReadonlyMap<number, StoredRow>> {
  const numbers = new Map<string, string>();
  const written = new Map<number, StoredRow>();
  for (const one of [...rows].sort((a, b) => turnOf(a) - turnOf(b))) {
    const { place, table, key, stored, version = 0, status } = one;
    const named = table.fields.flatMap(({ name, type }) => {
      const number = type.kind === "reference" ? numbers.get(`${type.table}\n${one.cells[name] ?? ""}`) : undefined;
      return number === undefined ? [] : [[name, number] as const];
    });
    const cells = { ...one.cells, ...Object.fromEntries(named) };
    const wanted = { table, cells, centre, status, version };
    const row =
      stored === undefined ? await insertRow(session, wanted, "", cells) : await updateRow(session, wanted, key, cells);
    if (row === undefined) throw new EncounterNotWritten(table.name, key);
    if (stored === undefined) numbers.set(`${table.name}\n${key}`, row.key);
    written.set(place, row);
  }
  return written;
}
