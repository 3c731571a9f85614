import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * What tells one registry from another beside which it runs: of an embedded one its folder, of one on a server the cluster
 * and the database, however the address is spelled. One that was restored elsewhere has another.
 */
export async function registryMark({ engine, kysely }: Database, folder: string): Promise<string> {
  const { rows } =
    engine === "embedded"
      ? { rows: [{ place: resolve(folder) }] }
      : await sql<{ place: string }>`
          select system_identifier || ' ' || current_database() as place from pg_control_system()`.execute(kysely);
  return createHash("sha256")
    .update(rows[0]?.place ?? "")
    .digest("hex")
    .slice(0, 12);
}
