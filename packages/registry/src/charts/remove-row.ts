import { createHash } from "node:crypto";
import { CODEBOOK, keyOf, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import { checkChildren } from "../batches/check-children.ts";
import { settleChanged } from "../batches/raise-questions.ts";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { holdChild } from "./hold-child.ts";
import { followContact } from "./last-contact.ts";
import { tableOf } from "./stored-row.ts";

/** A row of a chart by its address. */
export interface RowAddress {
  readonly centre: string;
  readonly table: Table;
  readonly key: string;
}

/** A lock that stands in the way, and whose it is. */
export interface LockInTheWay {
  readonly scope: "study" | "patient" | "visit";
  readonly visit: string | null;
  readonly setBy: string;
  readonly setAt: string;
}

/** What deleting a row takes with it, counted before anything is deleted. */
export interface Removal {
  readonly patient: string;
  /** The rows beside the row itself, table by table. */
  readonly takes: readonly { readonly table: string; readonly rows: number }[];
  /** Standing signatures that it voids. */
  readonly signatures: number;
  readonly openQueries: number;
  /** Whether the child's identity goes. */
  readonly identity: boolean;
  /** A complete row is among them. */
  readonly complete: boolean;
  readonly locks: readonly LockInTheWay[];
  /** Whether the reader may do it. */
  readonly allowed: boolean;
  /** Names exactly these rows in these versions: what was looked at is what is done. */
  readonly seen: string;
}

interface Doomed {
  readonly table: Table;
  readonly rows: readonly {
    readonly key: string;
    readonly version: number;
    readonly complete: boolean;
    readonly allowed: boolean;
  }[];
}

/** Counts what would go; nothing where there is no such row that the reader may see. */
export async function lookAtRemoval(session: Session, address: RowAddress): Promise<Removal | undefined> {
  const { centre, table } = address;
  await refuseKept(session, { centres: [centre], tables: [table.name] });
  const patient = await childOf(session, address);
  if (patient === undefined) return undefined;
  const doomed = await doomedRows(session, address);
  const keysOf = (name: string): readonly string[] =>
    doomed.flatMap((one) => (one.table.name === name ? one.rows.map((row) => row.key) : []));
  const held = [...keysOf("visit"), ...(await visitsOfResults(session, centre, keysOf("laboratory")))];
  const wholeChild = table.name === "patient";
  const about = sql.join(
    doomed.map(
      (one) => sql`(entity = ${one.table.name} and row_key = any (${one.rows.map((row) => row.key)}::text[]))`,
    ),
    sql` or `,
  );
  const { rows } = await sql<Omit<Removal, "patient" | "takes" | "complete" | "locks" | "allowed" | "seen">>`select
    (select count(*)::int from work.signature where centre = ${centre} and patient = ${patient} and voided_at is null
      and visit = any (${held}::text[])) as signatures,
    (select count(*)::int from work.query where centre = ${centre} and patient = ${patient} and state <> 'closed' and (${wholeChild} or ${about})) as "openQueries",
    ${wholeChild} and identity.is_kept(${centre}, ${patient}) as identity`.execute(session);
  const counts = rows[0];
  if (counts === undefined) throw new Error("a select without from has one row");
  const all = doomed.flatMap((one) => one.rows);
  return {
    patient,
    ...counts,
    takes: doomed
      .map((one) => ({ table: one.table.name, rows: one.rows.length - (one.table === table ? 1 : 0) }))
      .filter((one) => one.rows > 0),
    complete: all.some(({ complete }) => complete),
    locks: await locksInTheWay(session, { centre, patient, held, wholeChild }),
    allowed: all.every(({ allowed }) => allowed),
    seen: hashOf(doomed),
  };
}

/** Deletes the row with all that hangs on it, the last tables first, each row audited. Locks and rights hold as for each row alone. */
export async function removeRow(session: Session, address: RowAddress, seen: string): Promise<"removed" | "changed"> {
  const { centre, table, key } = address;
  const patient = await childOf(session, address);
  if (patient !== undefined) await holdChild(session, centre, patient);
  const doomed = await doomedRows(session, address);
  if (patient === undefined || hashOf(doomed) !== seen) return "changed";
  const before = table.name === "patient" ? undefined : await checkChildren(session, centre, [patient]);
  if (table.name === "patient") await sql`select work.let_go(${centre}, ${key})`.execute(session);
  for (const { table: from, rows } of [...doomed].reverse()) {
    const keys = rows.map((row) => row.key);
    const { rows: gone } = await sql`delete from ${tableOf(from)} where centre = ${centre}
      and ${sql.ref(keyOf(from).name)} = any (${keys}::text[]) returning 1`.execute(session);
    if (gone.length !== keys.length) throw new RemovalNotAllowed();
  }
  if (before !== undefined) {
    for (const { table: from, rows } of doomed)
      await sql`select work.settle_deleted(${centre}, ${patient}, ${from.name}, ${rows.map((row) => row.key)}::text[])`.execute(
        session,
      );
    await settleChanged(session, before, await checkChildren(session, centre, [patient]));
    await followContact(
      session,
      centre,
      patient,
      doomed.map((one) => one.table.name),
    );
  }
  return "removed";
}

/** Some of the rows may not be deleted by this account; nothing is. */
export class RemovalNotAllowed extends Error {}

async function childOf(session: Session, { centre, table, key }: RowAddress): Promise<string | undefined> {
  const { rows } = await sql<{ patient: string }>`select patient from ${tableOf(table)}
    where centre = ${centre} and ${sql.ref(keyOf(table).name)} = ${key}`.execute(session);
  return rows[0]?.patient;
}

/** The row and every row that refers to it, straight or by another, in the order of the codebook. */
async function doomedRows(session: Session, { centre, table, key }: RowAddress): Promise<readonly Doomed[]> {
  const doomed: Doomed[] = [];
  for (const one of CODEBOOK) {
    const own = keyOf(one).name;
    const refers = one.fields.flatMap(({ name, type }) => {
      const to = type.kind === "reference" ? doomed.find((other) => other.table.name === type.table) : undefined;
      return to === undefined || to.rows.length === 0
        ? []
        : [sql`${sql.ref(name)} = any (${to.rows.map((row) => row.key)}::text[])`];
    });
    const wanted = one.name === table.name ? [sql`${sql.ref(own)} = ${key}`] : refers;
    if (wanted.length === 0) continue;
    const { rows } = await sql<Doomed["rows"][number]>`
      select ${sql.ref(own)} as key, version, row_status = 'complete' as complete,
        chart.may_take_back(centre, ${one.name}, ${sql.ref(own)}, row_status) as allowed
      from ${tableOf(one)} where centre = ${centre} and (${sql.join(wanted, sql` or `)}) order by 1`.execute(session);
    if (rows.length > 0) doomed.push({ table: one, rows });
  }
  return doomed;
}

const hashOf = (doomed: readonly Doomed[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(doomed.map(({ table, rows }) => [table.name, rows.map(({ key, version }) => [key, version])])),
    )
    .digest("hex");

async function visitsOfResults(
  session: Session,
  centre: string,
  results: readonly string[],
): Promise<readonly string[]> {
  if (results.length === 0) return [];
  const { rows } = await sql<{ visit: string }>`select distinct visit from chart.laboratory
    where centre = ${centre} and laboratory = any (${results}::text[]) and visit is not null`.execute(session);
  return rows.map(({ visit }) => visit);
}

interface Touched {
  readonly centre: string;
  readonly patient: string;
  /** Visits whose content would change. */
  readonly held: readonly string[];
  readonly wholeChild: boolean;
}

/** Locks that refuse the deletion, with the names of those who set them. */
async function locksInTheWay(
  session: Session,
  { centre, patient, held, wholeChild }: Touched,
): Promise<readonly LockInTheWay[]> {
  const { rows } = await sql<LockInTheWay>`
    select l.scope, l.visit, coalesce(p.name, l.set_by) as "setBy", l.set_at as "setAt"
    from work.lock l left join access.people() p on p.account = l.set_by
    where l.lifted_at is null and l.centre = ${centre} and (l.scope = 'study' or l.patient = ${patient}
      and (l.scope = 'patient' or ${wholeChild} or l.visit = any (${held}::text[]))) order by l.lock`.execute(session);
  return rows;
}
