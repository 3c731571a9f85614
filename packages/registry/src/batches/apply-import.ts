import { keyOf, type PlacedRow, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import { holdCentres } from "../charts/hold-child.ts";
import { storedCells } from "../charts/stored-cells.ts";
import { tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { chartColumns } from "../schema/chart-columns.ts";
import { movedSince } from "./moved-since.ts";
import type { ChangedRow, ImportPlan, RemovedRow } from "./plan-import.ts";
import { raiseQuestions } from "./raise-questions.ts";

/** Told how far an import has come; writing goes on once that is settled. */
export type ImportProgress = (done: number, of: number, table: string) => Promise<void> | void;

export interface ImportOptions {
  /** The name of the batch, the same as in the session's claims. */
  readonly batch: string;
  readonly source: string;
  readonly progress?: ImportProgress;
}

/** Between two of them others are answered, and an import can be ended. */
const CHUNK = 2_000;

/**
 * Carries an import out, whole within the session's transaction; the session's claims name the batch and the reason.
 * Throws where the plan holds a refused problem, and where a row of a child that it writes came, went or was changed since it was
 * planned: the child's chart was checked as it then stood.
 */
export async function applyImport(
  session: Session,
  plan: ImportPlan,
  { batch, source, progress }: ImportOptions,
): Promise<void> {
  if (plan.problems.some(({ severity }) => severity === "refused"))
    throw new Error("an import with problems is not carried out");
  await holdCentres(session, new Set(plan.written.values()));
  const moved = await movedSince(session, plan.written, plan.stood);
  if (moved !== undefined) throw new ImportOvertaken(moved.name);
  const of = sum(plan, ({ added, changed, removed }) => added.length + changed.length + removed.length);
  await noteBatches(session, plan, batch, source);
  let done = 0;
  for (const { table, added, changed } of plan.tables) {
    const write = writerOf(session, table, plan.centreOf);
    for (const [rows, how] of [
      [added, "insert"],
      [changed, "update"],
    ] as const) {
      for (let first = 0; first < rows.length; first += CHUNK) {
        const chunk = rows.slice(first, first + CHUNK);
        await write(chunk, how);
        done += chunk.length;
        await progress?.(done, of, table.name);
      }
    }
  }
  for (const { table, removed } of [...plan.tables].reverse()) {
    await removeRows(session, table, removed);
    done += removed.length;
    if (removed.length > 0) await progress?.(done, of, table.name);
  }
  await raiseQuestions(session, plan);
}

const sum = (plan: ImportPlan, count: (table: ImportPlan["tables"][number]) => number): number =>
  plan.tables.reduce((total, table) => total + count(table), 0);

/** One batch for each centre, since each centre may undo its own. */
async function noteBatches(session: Session, plan: ImportPlan, batch: string, source: string): Promise<void> {
  const centres = [...new Set(plan.centreOf.values())].sort();
  const here = (centre: string) => (row: RemovedRow) => row.centre === centre;
  for (const centre of centres) {
    const at = ({ cells }: PlacedRow): boolean => plan.centreOf.get(cells.patient ?? "") === centre;
    const added = sum(plan, (table) => table.added.filter(at).length);
    // What goes is a change of what stood there.
    const changed = sum(plan, (table) => table.changed.filter(at).length + table.removed.filter(here(centre)).length);
    if (added + changed === 0 && !plan.notice.newAt.includes(centre)) continue;
    await sql`insert into work.batch (batch, centre, source, rows_new, rows_changed, notice)
      values (${batch}, ${centre}, ${source}, ${added}, ${changed}, ${plan.notice.text})`.execute(session);
  }
}

/** Writes rows of one table in bulk: each column goes over as one array, and the rows obey the same checks as every other. */
function writerOf(session: Session, table: Table, centreOf: ReadonlyMap<string, string>) {
  const read = storedCells(table, "complete");
  const key = sql.ref(keyOf(table).name);
  const types = [
    ...chartColumns(table).flatMap(({ sqlType, missing }) => (missing === undefined ? [sqlType] : [sqlType, "text"])),
    "jsonb",
  ];
  const isPatient = table.name === "patient";
  return async (rows: readonly (PlacedRow | ChangedRow)[], how: "insert" | "update"): Promise<void> => {
    const stored = rows.map(({ cells }) => read(cells));
    const names = [...(stored[0]?.columns ?? []), ...(isPatient ? [] : ["centre"])];
    const arrays = (stored[0]?.columns ?? []).map((_, column) => stored.map(({ values }) => values[column] ?? null));
    const centres = rows.map(({ cells }) => centreOf.get(cells.patient ?? "") ?? null);
    const all = isPatient ? arrays : [...arrays, centres];
    const versions = rows.map((row) => ("version" in row ? String(row.version) : null));
    const given = sql.join([...all, versions].map((values) => sql`${values}::text[]`));
    const cast = names.map((name, place) => sql`given.${sql.ref(name)}::${sql.raw(types[place] ?? "text")}`);
    const from = sql`unnest(${given}) as given (${sql.join([...names, "planned_version"].map((name) => sql.ref(name)))})`;
    const { numAffectedRows } = await (how === "insert"
      ? sql`insert into ${tableOf(table)} (${sql.join(names.map((name) => sql.ref(name)))}, row_status)
          select ${sql.join(cast)}, 'complete' from ${from} on conflict (centre, ${key}) do nothing`
      : sql`update ${tableOf(table)} as kept set ${sql.join(names.map((name, place) => sql`${sql.ref(name)} = ${cast[place]}`))},
          as_typed = '{}', row_status = 'complete' from ${from} where kept.centre = given.centre and kept.${key} = given.${key}
            and kept.version = given.planned_version::bigint`
    ).execute(session);
    if (Number(numAffectedRows) !== rows.length) throw new ImportOvertaken(table.name);
  };
}

/** Rows were written by others between plan and import, or carry numbers that are taken elsewhere. */
export class ImportOvertaken extends Error {
  readonly table: string;
  constructor(table: string) {
    super(`the import into ${table} was overtaken`);
    this.table = table;
  }
}

/** Deletes rows that the file lacks, each in the version that was looked at; questions about them end. */
async function removeRows(session: Session, table: Table, rows: readonly RemovedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const key = sql.ref(keyOf(table).name);
  const { rows: gone } = await sql`delete from ${tableOf(table)} kept using
    unnest(${rows.map(({ centre }) => centre)}::text[], ${rows.map((row) => row.key)}::text[], ${rows.map(({ version }) => String(version))}::text[])
      as planned (centre, key, version)
    where kept.centre = planned.centre and kept.${key} = planned.key and kept.version = planned.version::bigint returning 1`.execute(
    session,
  );
  if (gone.length !== rows.length) throw new ImportOvertaken(table.name);
  const children = new Map<string, { centre: string; patient: string; keys: string[] }>();
  for (const { centre, patient, key: number } of rows) {
    const place = `${centre}\n${patient}`;
    const one = children.get(place) ?? { centre, patient, keys: [] };
    one.keys.push(number);
    children.set(place, one);
  }
  for (const { centre, patient, keys } of children.values())
    await sql`select work.settle_deleted(${centre}, ${patient}, ${table.name}, ${keys}::text[])`.execute(session);
}
