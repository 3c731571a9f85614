import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database, Session } from "../database/database.ts";
import { asRole } from "../database/session.ts";
import { type StoredTable, sequences, storedTables } from "./stored-tables.ts";

/** Raised when an older Osteon could misread a backup. */
export const BACKUP_FORMAT = 1;

/** The first line of a backup. */
export interface BackupHead {
  readonly osteonBackup: number;
  readonly takenAt: string;
  readonly steps: readonly { readonly name: string; readonly hash: string }[];
}

/** What a backup held of a table: rows, and a hash over them in the order of the file. */
export interface TableSum {
  readonly rows: number;
  readonly hash: string;
}

/** The last line: everything that was in the backup, so that a cut one is noticed. */
export interface BackupEnd {
  readonly tables: Readonly<Record<string, TableSum>>;
  readonly sequences: Readonly<Record<string, number>>;
  /** Over every line before this one, and what this one says. */
  readonly hash: string;
}

const PAGE = 2000;

/** Where a backup is: tables done, of how many, and the rows so far. */
export type BackupProgress = (done: number, of: number, table: string) => void;

/**
 * A registry as lines of JSON, as of one moment, while others go on working: a head, for each table its name and columns
 * and then a row a line, an end. Values are texts as PostgreSQL writes them, so that either engine reads them.
 */
export async function backupLines(
  database: Database,
  write: (line: string) => Promise<void>,
  progress: BackupProgress = () => {},
): Promise<BackupEnd> {
  const keeper = { role: "osteon_keeper", account: "backup", snapshot: true } as const;
  return await asRole(database, keeper, async (session) => {
    const whole = createHash("sha256");
    const put = async (value: unknown): Promise<void> => {
      const line = JSON.stringify(value);
      whole.update(line).update("\n");
      await write(line);
    };
    await put(await headOf(session));
    const tables: Record<string, TableSum> = {};
    const all = await storedTables(session);
    for (const [place, table] of all.entries()) {
      await put({ table: table.name, columns: table.columns.map(({ name }) => name) });
      tables[table.name] = await tableLines(session, table, put);
      progress(place + 1, all.length, table.name);
    }
    const held = { tables, sequences: await sequences(session) };
    const end = { ...held, hash: whole.update(JSON.stringify(held)).digest("hex") };
    await write(JSON.stringify(end));
    return end;
  });
}

async function headOf(session: Session): Promise<BackupHead> {
  const { rows: steps } = await sql<{
    name: string;
    hash: string;
  }>`select name, hash from public.osteon_migration order by name`.execute(session);
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(session);
  return { osteonBackup: BACKUP_FORMAT, takenAt: rows[0]?.now ?? "", steps };
}

async function tableLines(
  session: Session,
  table: StoredTable,
  put: (row: unknown) => Promise<void>,
): Promise<TableSum> {
  const columns = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  const order = sql.join(table.key.map((name) => sql`${sql.ref(name)}::text collate "C"`));
  await sql`declare backup no scroll cursor for select json_build_array(${columns}) as row from ${sql.table(table.name)} order by ${order}`.execute(
    session,
  );
  const hash = createHash("sha256");
  let count = 0;
  for (;;) {
    const { rows } = await sql<{ row: readonly (string | null)[] }>`fetch ${sql.lit(PAGE)} from backup`.execute(
      session,
    );
    for (const { row } of rows) {
      hash.update(JSON.stringify(row)).update("\n");
      await put(row);
    }
    count += rows.length;
    if (rows.length < PAGE) break;
  }
  await sql`close backup`.execute(session);
  return { rows: count, hash: hash.digest("hex") };
}
