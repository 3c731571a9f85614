import { type ChartRow, type Charts, CODEBOOK, checkCharts, keyOf, type Problem, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { storedCells } from "./stored-cells.ts";
import { type RowStatus, readChart, readRow, type StoredRow, tableOf } from "./stored-row.ts";

/** What is to be saved: all cells of one row, and the version that was read (0 for a new row). */
export interface RowToSave {
  readonly table: Table;
  readonly cells: ChartRow;
  readonly centre: string;
  /** A draft may be incomplete and invalid; a complete row obeys the rules. */
  readonly status: RowStatus;
  readonly version: number;
}

/** One field that two people wrote at the same time. */
export interface FieldDifference {
  readonly field: string;
  readonly yours: string;
  readonly theirs: string;
}

export type Saved =
  | { readonly ok: true; readonly row: StoredRow; readonly queries: readonly Problem[] }
  /** The row obeys the rules no more, or not yet; nothing was written. */
  | { readonly ok: false; readonly because: "problems"; readonly problems: readonly Problem[] }
  /** Someone else saved the row since it was read; nothing was written. */
  | {
      readonly ok: false;
      readonly because: "conflict";
      readonly theirs: StoredRow;
      readonly differences: readonly FieldDifference[];
    }
  | { readonly ok: false; readonly because: "no-such-row" };

/**
 * Saves one row. A complete row is checked together with the child's whole chart, and its soft problems become queries.
 * Locks, reasons, rights and versions are enforced by the database, not here.
 */
export async function saveRow(session: Session, wanted: RowToSave): Promise<Saved> {
  const { table, version } = wanted;
  const cells = await numbered(session, wanted);
  const key = cells[keyOf(table).name] ?? "";
  const problems = wanted.status === "complete" ? await problemsOf(session, table, key, cells) : [];
  const refused = problems.filter(({ severity }) => severity === "refused");
  if (refused.length > 0) return { ok: false, because: "problems", problems };
  const line = version === 0 ? await insertRow(session, wanted, cells) : await updateRow(session, wanted, key, cells);
  if (line === undefined) return await conflict(session, table, key, cells);
  if (wanted.status === "complete") await settle(session, line, problems);
  return { ok: true, row: line, queries: problems };
}

/** The cells with a number of the registry's own, where a new row brings none. */
async function numbered(session: Session, { table, cells, version, centre }: RowToSave): Promise<ChartRow> {
  const key = keyOf(table).name;
  const own = table.name === "patient" ? { ...cells, centre } : cells;
  if (version > 0 || (own[key] ?? "").trim() !== "") return own;
  const { rows } = await sql<{ next: number }>`select nextval('chart.number') as next`.execute(session);
  return { ...own, [key]: `N${rows[0]?.next}` };
}

/** The problems of one row within the child's chart; the rows beside it are not blamed here. */
async function problemsOf(session: Session, table: Table, key: string, cells: ChartRow): Promise<readonly Problem[]> {
  const others = await readChart(session, cells.patient ?? "");
  return checkCharts(chartsWith(others, table, key, cells)).filter(
    ({ where }) => where.file === table.name && where.row === THIS_ROW,
  );
}

/** Rows of a chart are counted from 2, as in a file; the row being saved comes first. */
const THIS_ROW = 2;

function chartsWith(others: readonly StoredRow[], table: Table, key: string, cells: ChartRow): Charts {
  return CODEBOOK.map(({ name }) => {
    const stored = others.filter((row) => row.table === name && !(name === table.name && row.key === key));
    const all = [...(name === table.name ? [cells] : []), ...stored.map((row) => row.cells)];
    return { name, file: name, rows: all.map((one, place) => ({ row: place + THIS_ROW, cells: one })) };
  });
}

/** The columns of a row and their values, ready for an insert or an update. */
function assignments({ table, centre, status }: RowToSave, cells: ChartRow) {
  const { columns, values, asTyped } = storedCells(table)(cells);
  const own = table.name === "patient" ? [] : [["centre", centre] as const];
  return [
    ...columns.map((name, place) => [name, values[place] ?? null] as const),
    ...own,
    ["row_status", status] as const,
    ["as_typed", JSON.stringify(asTyped)] as const,
  ];
}

async function insertRow(session: Session, wanted: RowToSave, cells: ChartRow): Promise<StoredRow | undefined> {
  const { table } = wanted;
  const key = keyOf(table).name;
  const set = assignments(wanted, cells);
  const { rows } = await sql`insert into ${tableOf(table)} (${sql.join(set.map(([name]) => sql.ref(name)))})
    values (${sql.join(set.map(([, value]) => value))}) on conflict (${sql.ref(key)}) do nothing
    returning ${sql.ref(key)}`.execute(session);
  return rows.length === 0 ? undefined : await justWritten(session, table, cells[key] ?? "");
}

async function updateRow(
  session: Session,
  wanted: RowToSave,
  key: string,
  cells: ChartRow,
): Promise<StoredRow | undefined> {
  const { table, version } = wanted;
  const set = assignments(wanted, cells).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const { rows } = await sql`update ${tableOf(table)} set ${sql.join(set)}
    where ${sql.ref(keyOf(table).name)} = ${key} and version = ${version} returning version`.execute(session);
  return rows.length === 0 ? undefined : await justWritten(session, table, key);
}

async function justWritten(session: Session, table: Table, key: string): Promise<StoredRow> {
  const row = await readRow(session, table, key);
  if (row === undefined) throw new Error(`${table.name} ${key} was written and cannot be read`);
  return row;
}

async function conflict(session: Session, table: Table, key: string, cells: ChartRow): Promise<Saved> {
  const theirs = await readRow(session, table, key);
  if (theirs === undefined) return { ok: false, because: "no-such-row" };
  return { ok: false, because: "conflict", theirs, differences: differencesOf(table, cells, theirs.cells) };
}

/** The fields in which two versions of a row differ, in the order of the codebook. */
export function differencesOf({ fields }: Table, yours: ChartRow, theirs: ChartRow): readonly FieldDifference[] {
  return fields
    .map(({ name }) => ({ field: name, yours: (yours[name] ?? "").trim(), theirs: theirs[name] ?? "" }))
    .filter((one) => one.yours !== one.theirs);
}

async function settle(session: Session, row: StoredRow, problems: readonly Problem[]): Promise<void> {
  const found = problems.map(({ code, says, where }) => ({ code, says, field: where.column ?? "" }));
  await sql`select work.settle(${row.centre}, ${row.patient}, ${row.table}, ${row.key}, ${JSON.stringify(found)}::jsonb)`.execute(
    session,
  );
}

/** Deletes a row that is still at the version that was read; the audit trail keeps it. */
export async function deleteRow(
  session: Session,
  table: Table,
  key: string,
  version: number,
): Promise<"deleted" | "conflict" | "no-such-row"> {
  const { rows } =
    await sql`delete from ${tableOf(table)} where ${sql.ref(keyOf(table).name)} = ${key} and version = ${version}
    returning version`.execute(session);
  if (rows.length > 0) return "deleted";
  const { rows: there } =
    await sql`select version from ${tableOf(table)} where ${sql.ref(keyOf(table).name)} = ${key}`.execute(session);
  return there.length > 0 ? "conflict" : "no-such-row";
}
