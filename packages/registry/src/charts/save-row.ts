import {
  type AskedBeside,
  type ChartRow,
  checkChild,
  keyOf,
  type Problem,
  type Table,
  tableNamed,
} from "@osteon/codebook";
import { sql } from "kysely";
import { askedOf } from "../batches/raise-questions.ts";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { readCodebook } from "../operate/lists.ts";
import { cellExpressions } from "../schema/chart-columns.ts";
import { holdChild } from "./hold-child.ts";
import { followContact } from "./last-contact.ts";
import { pseudonymProblems } from "./pseudonyms.ts";
import { storedCells } from "./stored-cells.ts";
import { type RowStatus, readChart, readRow, type StoredRow, storedRow, tableOf } from "./stored-row.ts";
import { twinProblems } from "./twins.ts";

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
 * Saves one row. With a complete row the child's whole chart is checked: no complete row of it may break a rule that it kept,
 * whichever row moved; what is questionable becomes a query, at the rows beside it too.
 * Locks, reasons, rights and versions are enforced by the database, not here.
 */
export async function saveRow(session: Session, asked: RowToSave): Promise<Saved> {
  await refuseKept(session, { centres: [asked.centre], tables: [asked.table.name] });
  await holdChild(session, asked.centre, (asked.cells.patient ?? "").trim());
  const book = await readCodebook(session);
  const wanted = { ...asked, table: tableNamed(asked.table.name, book.tables) };
  const { table, version, status } = wanted;
  const cells = table.name === "patient" ? { ...wanted.cells, centre: wanted.centre } : wanted.cells;
  const key = (cells[keyOf(table).name] ?? "").trim();
  const { problems: found, beside } =
    status === "complete"
      ? checkChild(
          await readChart(session, wanted.centre, cells.patient ?? "", book),
          { table: table.name, key, cells },
          { today: await todayOf(session), book, contactFollows: true },
        )
      : UNCHECKED;
  const problems = table.name === "patient" ? [...found, ...(await twinsOf(session, cells))] : found;
  const unfit =
    table.name === "patient" && version === 0
      ? (await pseudonymProblems(session, wanted.centre, key)).filter((one) => !isTold(one, problems))
      : [];
  if ([...unfit, ...problems].some(({ severity }) => severity === "refused"))
    return { ok: false, because: "problems", problems: [...unfit, ...problems] };
  const row =
    version === 0 ? await insertRow(session, wanted, key, cells) : await updateRow(session, wanted, key, cells);
  if (row === undefined) return await conflict(session, wanted, key, cells);
  // A new row without problems has no queries to bring up to date.
  if (status === "complete" && (version > 0 || problems.length > 0)) await settle(session, row, problems);
  for (const one of beside) await settle(session, { ...row, table: one.table, key: one.key }, one.queries);
  const moved = await followContact(session, row.centre, row.patient, [table.name]);
  const now = moved && table.name === "patient" ? await readRow(session, table, row.centre, row.key) : undefined;
  return { ok: true, row: now ?? row, queries: problems };
}

/** Whether the checks of the row say the same of the same field. */
const isTold = ({ code, where }: Problem, problems: readonly Problem[]): boolean =>
  problems.some((one) => one.code === code && one.where.column === where.column);

const UNCHECKED: { readonly problems: readonly Problem[]; readonly beside: readonly AskedBeside[] } = {
  problems: [],
  beside: [],
};

/** The day of the database, whose clock stamps every write. */
export async function todayOf(session: Session): Promise<string> {
  const { rows } = await sql<{ today: string }>`select to_char(now(), 'YYYY-MM-DD') as today`.execute(session);
  return rows[0]?.today ?? "";
}

/** Asked of every child, a draft too: whether another is there under a name that looks the same. */
const twinsOf = (session: Session, cells: ChartRow) =>
  twinProblems(session, { name: "patient", file: "patient", rows: [{ row: 2, cells }] });

/** The columns of a row and their values, ready for an insert or an update. */
function assignments({ table, centre, status }: RowToSave, cells: ChartRow) {
  const { columns, values, asTyped } = storedCells(table, status)(cells);
  const own = table.name === "patient" ? [] : [["centre", centre] as const];
  return [
    ...columns.map((name, place) => [name, values[place] ?? null] as const),
    ...own,
    ["row_status", status] as const,
    ["as_typed", JSON.stringify(asTyped)] as const,
  ];
}

/** The row as it then stands, in the words of the codebook: what writes it also reads it. */
const returning = (table: Table) => sql`returning ${sql.raw(cellExpressions(table).join(", "))}`;

type Line = Readonly<Record<string, unknown>>;

/** So many numbers in a row may be those of charts that came from elsewhere. */
const MOST_TAKEN = 1_000;

/** A new row; without a number of its own it gets the next of the registry's that is free: imported charts may hold some. Nothing where its own is taken. */
export async function insertRow(
  session: Session,
  wanted: RowToSave,
  key: string,
  cells: ChartRow,
): Promise<StoredRow | undefined> {
  const { table } = wanted;
  const keyName = keyOf(table).name;
  const set = assignments(wanted, cells);
  const values = set.map(([name, value]) =>
    name === keyName && key === "" ? sql`'N' || nextval('chart.number')` : sql`${value}`,
  );
  const insert = sql<Line>`insert into ${tableOf(table)} (${sql.join(set.map(([name]) => sql.ref(name)))})
    values (${sql.join(values)}) on conflict (centre, ${sql.ref(keyName)}) do nothing ${returning(table)}`;
  for (let tries = 0; tries < (key === "" ? MOST_TAKEN : 1); tries++) {
    const { rows } = await insert.execute(session);
    if (rows[0] !== undefined) return storedRow(table, rows[0]);
  }
  return undefined;
}

/** The row with other cells, where it is still at the version that was read. */
export async function updateRow(
  session: Session,
  wanted: RowToSave,
  key: string,
  cells: ChartRow,
): Promise<StoredRow | undefined> {
  const { table, centre, version } = wanted;
  const set = assignments(wanted, cells).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const { rows } = await sql<Line>`update ${tableOf(table)} set ${sql.join(set)}
    where centre = ${centre} and ${sql.ref(keyOf(table).name)} = ${key} and version = ${version} ${returning(table)}`.execute(
    session,
  );
  return rows[0] && storedRow(table, rows[0]);
}

async function conflict(session: Session, { table, centre }: RowToSave, key: string, cells: ChartRow): Promise<Saved> {
  const theirs = await readRow(session, table, centre, key);
  if (theirs === undefined) return { ok: false, because: "no-such-row" };
  return { ok: false, because: "conflict", theirs, differences: differencesOf(table, cells, theirs.cells) };
}

/** The fields in which two versions of a row differ, in the order of the codebook. */
export function differencesOf({ fields }: Table, yours: ChartRow, theirs: ChartRow): readonly FieldDifference[] {
  return fields
    .map(({ name }) => ({ field: name, yours: (yours[name] ?? "").trim(), theirs: theirs[name] ?? "" }))
    .filter((one) => one.yours !== one.theirs);
}

/** Brings the questions about one row to what the rules ask now. */
export async function settle(
  session: Session,
  row: Pick<StoredRow, "centre" | "patient" | "table" | "key">,
  problems: readonly Problem[],
): Promise<void> {
  const found = problems.map(askedOf);
  await sql`select work.settle(${row.centre}, ${row.patient}, ${row.table}, ${row.key}, ${JSON.stringify(found)}::jsonb)`.execute(
    session,
  );
}
