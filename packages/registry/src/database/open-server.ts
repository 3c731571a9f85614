import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import { announced } from "./announced.ts";
import type { Database } from "./database.ts";
import { VALUE_PARSERS } from "./value-parsers.ts";

/** The oldest server whose views can obey the reader's row security (`security_invoker`). */
const OLDEST = 150_000;

/** Milliseconds that someone waits for a connection before being told that the registry is busy. */
const LONGEST_WAIT = 10_000;

/**
 * Opens a registry on a PostgreSQL server, version 15 or newer, through two pools of so many connections each: writers wait
 * for each other at the chain of their centre, and readers never behind them.
 */
export async function openServer(url: string, connections = 10): Promise<Database> {
  const readers = openPool(url, connections);
  const { rows } = await readers
    .query("select current_setting('server_version_num')::int as version")
    .catch((error) => readers.end().then(() => Promise.reject(error)));
  if (rows[0].version < OLDEST) {
    await readers.end();
    throw new Error(`PostgreSQL ${rows[0].version} is too old: Osteon needs version 15 or newer.`);
  }
  const writers = openPool(url, connections);
  const alive: (() => Promise<void>)[] = [];
  return {
    engine: "server",
    kysely: new Kysely({ dialect: new PostgresDialect({ pool: preparing(readers) }) }),
    writers: new Kysely({ dialect: new PostgresDialect({ pool: preparing(writers) }) }),
    script: async (text) => {
      const client = await readers.connect();
      try {
        await client.query(text);
      } finally {
        client.release();
      }
    },
    announce: async (server) => {
      alive.push(await announced(url, server));
    },
    close: async () => {
      for (const end of alive) await end();
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

function openPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: LONGEST_WAIT,
    application_name: "osteon",
    options: "-c timezone=UTC -c search_path=public",
    types: { getTypeParser: parserOf },
  });
  // A connection that the server ends is replaced by the next query, and the query it was in fails by itself; without a
  // listener, idle or lent out, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Every statement with parameters is prepared under a name of its own, so that a connection plans it once and not each time. */
function preparing(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[]) =>
        values.length === 0 ? client.query(text) : client.query({ name: nameOf(text), text, values: [...values] });
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

const names = new Map<string, string>();

/** A name for a text; there are as many texts as the code has statements, by table. */
function nameOf(text: string): string {
  const known = names.get(text) ?? `s${names.size}`;
  names.set(text, known);
  return known;
}

const parserOf: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  (format === "binary" ? undefined : VALUE_PARSERS[type]) ?? pg.types.getTypeParser(type, format as "text");
