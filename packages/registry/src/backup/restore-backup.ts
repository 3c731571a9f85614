import { sql, type Transaction } from "kysely";
import type { Database, Tables } from "../database/database.ts";
import { migrate, migrations } from "../database/migrate.ts";
import { asRole } from "../database/session.ts";
import { readBackupLines } from "./backup-file.ts";
import type { BackupProgress } from "./backup-lines.ts";
import { type CheckedBackup, checkBackup } from "./check-backup.ts";
import { type StoredTable, storedTables } from "./stored-tables.ts";

/** The database that a restore was pointed at holds something already. */
export class NotEmpty extends Error {
  constructor() {
    super("The registry to restore into is not empty. Restore into a new folder or a new database.");
  }
}

/** Restores a backup into an empty database of either engine: as it was when it was made, then the steps that this version has more. */
export async function restoreBackup(
  database: Database,
  path: string,
  key?: Uint8Array,
  progress: BackupProgress = () => {},
): Promise<CheckedBackup> {
  const checked = await layBackup(database, path, key, progress);
  await migrate(database);
  return checked;
}

/**
 * Lays a backup into an empty database, in one transaction: the schema as it was when the backup was made, every row with
 * the trail as it stood, the sequences. The guards are off while rows are laid back, since they were guarded when they
 * were written; checks and references still hold.
 */
export async function layBackup(
  database: Database,
  path: string,
  key?: Uint8Array,
  progress: BackupProgress = () => {},
): Promise<CheckedBackup> {
  const checked = await checkBackup(path, key);
  const had = new Set(checked.head.steps.map(({ name }) => name));
  await refuseFull(database);
  await migrate(
    database,
    migrations().filter(({ name }) => had.has(name)),
  );
  const tables = await storedTables(database.kysely);
  await database.kysely.transaction().execute(async (owner) => {
    for (const { name } of tables) await guard(owner, name, false);
    for (const { name } of [...tables].reverse()) await sql`delete from ${sql.table(name)}`.execute(owner);
    // A table may refer to one that is younger than itself: charts to the lists of drugs and analytes.
    await sql`set constraints all deferred`.execute(owner);
    await layRows(owner, tables, readBackupLines(path, key), progress);
    await sql`set constraints all immediate`.execute(owner);
    for (const [name, last] of Object.entries(checked.end.sequences)) {
      await sql`select setval(${name}::regclass, ${last})`.execute(owner);
    }
    for (const { name } of tables) await guard(owner, name, true);
  });
  return checked;
}

async function refuseFull(database: Database): Promise<void> {
  const { rows: schema } = await sql`select 1 from pg_namespace where nspname = 'chart'`.execute(database.kysely);
  if (schema.length === 0) return;
  const { rows } = await asRole(database, { role: "osteon_keeper", account: "restore" }, (session) =>
    sql`select 1 from chart.patient union all select 1 from access.membership limit 1`.execute(session),
  );
  if (rows.length > 0) throw new NotEmpty();
}

async function guard(owner: Transaction<Tables>, name: string, on: boolean): Promise<void> {
  const table = sql.table(name);
  const { rows } = await sql<{
    secured: boolean;
  }>`select relrowsecurity as secured from pg_class where oid = ${name}::regclass`.execute(owner);
  await sql`alter table ${table} ${sql.raw(on ? "enable" : "disable")} trigger user`.execute(owner);
  if (rows[0]?.secured === true)
    await sql`alter table ${table} ${sql.raw(on ? "force" : "no force")} row level security`.execute(owner);
}

const CHUNK = 2000;

async function layRows(
  owner: Transaction<Tables>,
  tables: readonly StoredTable[],
  lines: AsyncIterable<string>,
  progress: BackupProgress,
): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  let lay: ((row: readonly (string | null)[]) => Promise<void>) & { end?: () => Promise<void> } = async () => {};
  let done = 0;
  for await (const line of lines) {
    const value = JSON.parse(line);
    if (Array.isArray(value)) await lay(value);
    else {
      await lay.end?.();
      if (value.table === undefined) continue;
      const table = byName.get(value.table);
      if (table === undefined) throw new Error(`the backup has a table ${value.table} that its schema has not`);
      lay = layer(owner, table, value.columns);
      progress(++done, tables.length, table.name);
    }
  }
}

/** Collects rows of one table and writes them in bulk, each column as one array of texts. */
function layer(owner: Transaction<Tables>, table: StoredTable, columns: readonly string[]) {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const cast = sql.join(columns.map((name) => sql`given.${sql.ref(name)}::${sql.raw(types.get(name) ?? "text")}`));
  let waiting: (readonly (string | null)[])[] = [];
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const arrays = sql.join(columns.map((_, place) => sql`${waiting.map((row) => row[place] ?? null)}::text[]`));
    await sql`insert into ${sql.table(table.name)} (${names}) overriding system value
      select ${cast} from unnest(${arrays}) as given (${names})`.execute(owner);
    waiting = [];
  };
  const lay = async (row: readonly (string | null)[]): Promise<void> => {
    waiting.push(row);
    if (waiting.length >= CHUNK) await write();
  };
  return Object.assign(lay, { end: write });
}
