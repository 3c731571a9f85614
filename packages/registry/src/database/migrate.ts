import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import type { Database } from "./database.ts";

const FOLDER = new URL("../../migrations/", import.meta.url);

/** One step of the schema; steps are only ever added. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** Every step that this version knows, in order. */
export function migrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, FOLDER), "utf8");
      return { name: file.replace(/\.sql$/, ""), text, hash: createHash("sha256").update(text).digest("hex") };
    });
}

/** A number that every Osteon holds while it changes a schema, so that two starting at once take turns. */
const TURN = 4_735_117;

/**
 * Brings a database to this version's schema; answers with the steps taken. Each step is one transaction with the note
 * that it was taken, so an interrupted migration goes on where it stopped. A schema of a newer version is refused.
 */
export async function migrate(
  database: Database,
  steps: readonly Migration[] = migrations(),
): Promise<readonly string[]> {
  await database.script(`
    begin; select pg_advisory_xact_lock(${TURN});
    create table if not exists public.osteon_migration (name text primary key, hash text not null, taken_at timestamptz not null default clock_timestamp());
    commit;`);
  const taken = await takenSteps(database);
  const known = new Map(steps.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of taken) {
    if (!known.has(name))
      throw new Error(`the database is of a newer Osteon: it has taken the step ${name}. Update Osteon.`);
    if (known.get(name) !== hash)
      throw new Error(
        `the step ${name} was changed after the database had taken it; nothing was done. Bring back the text that it took, from the version of Osteon that served it last, and write what is new as another step.`,
      );
  }
  const open = steps.filter(({ name }) => !taken.has(name));
  const last = [...taken.keys()].sort().at(-1) ?? "";
  const late = open.find(({ name }) => name < last);
  if (late !== undefined)
    throw new Error(
      `the step ${late.name} sorts before ${last}, which the database has taken already; nothing was done. Give it a number behind that.`,
    );
  for (const step of open) await take(database, step);
  return open.map(({ name }) => name);
}

async function takenSteps({ kysely }: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from public.osteon_migration`.execute(
    kysely,
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

async function take(database: Database, { name, text, hash }: Migration): Promise<void> {
  try {
    await database.script(`
      begin; select pg_advisory_xact_lock(${TURN});
      set local osteon.account = 'migration';
      insert into public.osteon_migration (name, hash) values ('${name}', '${hash}');
      ${text}
      commit;`);
  } catch (error) {
    await database.script("rollback").catch(() => {});
    if ((await takenSteps(database)).has(name)) return;
    throw new Error(`the migration step ${name} failed; nothing of it stands: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
