import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";
import { VALUE_PARSERS } from "./value-parsers.ts";

/** The oldest server whose views can obey the reader's row security (`security_invoker`). */
const OLDEST = 150_000;

/** Opens a registry on a PostgreSQL server, version 15 or newer, through a pool of connections. */
export async function openServer(url: string, connections = 16): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: "osteon",
    options: "-c timezone=UTC -c search_path=public",
    types: { getTypeParser: parserOf },
  });
  // A connection that the server ends is replaced by the next query, and the query it was in fails by itself; without a
  // listener, idle or lent out, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const { rows } = await pool
    .query("select current_setting('server_version_num')::int as version")
    .catch((error) => pool.end().then(() => Promise.reject(error)));
  if (rows[0].version < OLDEST) {
    await pool.end();
    throw new Error(`PostgreSQL ${rows[0].version} is too old: Osteon needs version 15 or newer.`);
  }
  const alive: (() => Promise<void>)[] = [];
  return {
    engine: "server",
    kysely: new Kysely({ dialect: new PostgresDialect({ pool: preparing(pool) }) }),
    script: async (text) => {
      const client = await pool.connect();
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
      await pool.end();
    },
  };
}

/** The first number of the locks by which servers tell that they live; `work.end_cut_runs` looks for them. */
const ALIVE = 4_735_118;

/** Holds a lock of the database on a connection of its own, and takes it again where the connection was lost. */
async function announced(url: string, server: string): Promise<() => Promise<void>> {
  let ended = false;
  let current: pg.Client | undefined;
  const hold = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: "osteon-alive", keepAlive: true });
    client.on("error", () => {});
    client.once("end", () => {
      if (!ended) setTimeout(() => void hold().catch(() => {}), 1000).unref();
    });
    await client.connect();
    await client.query("select pg_advisory_lock($1::integer, hashtext($2))", [ALIVE, server]);
    current = client;
  };
  await hold();
  return async () => {
    ended = true;
    await current?.end();
  };
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
