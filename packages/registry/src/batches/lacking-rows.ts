import { type Charts, keyOf, type Problem, placed, type Table, tableNamed } from "@osteon/codebook";
import { sql } from "kysely";
import { mayLeave } from "../charts/read-charts.ts";
import { cellsOf, tableOf } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { refused } from "../registry-fault.ts";
import type { RemovedRow, TablePlan } from "./plan-import.ts";

/** Rows of one table that an export would hold and the file has not. */
export interface LackingRows {
  readonly table: Table;
  readonly rows: readonly RemovedRow[];
}

/** What the registry has at the centres of a file, in the tables of the file, beside its rows; drafts and children who left are in no export. */
export async function lackingRows(
  session: Session,
  charts: Charts,
  centres: ReadonlySet<string>,
): Promise<readonly LackingRows[]> {
  const found: LackingRows[] = [];
  for (const { name, rows, absent = [] } of charts) {
    const table = tableNamed(name);
    const key = keyOf(table).name;
    if (centres.size === 0 || absent.includes(key)) continue;
    const keys = rows.map(({ cells }) => (cells[key] ?? "").trim());
    const { rows: lacking } = await sql<{ centre: string; patient: string; key: string; version: string }>`
      select one.centre, one.patient, one.${sql.ref(key)} as key, one.version::text as version from ${cellsOf(table)} one
      where one.centre = any (${[...centres]}::text[]) and ${mayLeave(table)}
        and not exists (select from unnest(${keys}::text[]) told (key) where told.key = one.${sql.ref(key)})
      order by one.centre, one.${sql.ref(key)}`.execute(session);
    if (lacking.length > 0)
      found.push({ table, rows: lacking.map((row) => ({ ...row, version: Number(row.version) })) });
  }
  return found;
}

/** Rows that may not go: others may not delete them, or a lock holds them. */
export async function removalProblems(session: Session, plans: readonly TablePlan[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { table, removed } of plans) {
    if (removed.length === 0) continue;
    const key = sql.ref(keyOf(table).name);
    const { rows } = await sql<{ centre: string; key: string; locked: boolean }>`
      select one.centre, one.${key} as key, ${lockedRow} as locked
      from ${tableOf(table)} one join unnest(${removed.map((row) => row.centre)}::text[], ${removed.map((row) => row.key)}::text[])
        as gone (centre, key) on gone.centre = one.centre and gone.key = one.${key}
      where ${lockedRow} or not chart.may_take_back(one.centre, ${table.name}, one.${key}, one.row_status) order by 1, 2`.execute(
      session,
    );
    problems.push(...rows.map((row) => kept(table.name, row.key, row.locked)));
  }
  return problems;
}

/** Whether a lock holds the row `one` of any chart table. */
const lockedRow = sql<boolean>`exists (select from work.lock l where l.lifted_at is null and l.centre = one.centre
  and (l.scope = 'study' or l.patient = one.patient and (l.scope = 'patient' or l.visit = to_jsonb(one) ->> 'visit')))`;

function kept(table: string, key: string, locked: boolean): Problem {
  const where = { file: `${table}.csv`, column: table, value: key };
  const fault = locked
    ? refused("locked", { scope: "row", name: key, inImport: "deleted" })
    : refused("not-deletable", { key });
  return placed(fault, where);
}
