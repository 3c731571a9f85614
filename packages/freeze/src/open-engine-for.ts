import { type Engine, openDuckDb } from "@osteon/engine";
import { ROW_GROUP_ROWS } from "./parquet-file.ts";
import type { Freeze } from "./read-freeze.ts";

/**
 * Opens DuckDB for a freeze: on one thread where no table has more rows than one row group, which one thread reads alone; others would
 * only wait for it, and their waiting is a fifth of the time of a small cohort.
 */
export async function openEngineFor({ tables }: Pick<Freeze, "tables">): Promise<Engine> {
  return await openDuckDb(tables.every(({ rows }) => rows <= ROW_GROUP_ROWS) ? { threads: 1 } : {});
}
