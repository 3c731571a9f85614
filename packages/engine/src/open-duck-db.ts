import type { DuckDbOptions } from "./duck-db-options.ts";
import type { Engine } from "./engine.ts";

/** Opens DuckDB. Rows without ORDER BY come in any order, so that tables are written by all threads. It never reaches for the network: extensions are neither installed nor loaded by themselves. Its modules are loaded with the first. */
export const openDuckDb = async (options: DuckDbOptions = {}): Promise<Engine> =>
  await (await import("./duck-db.ts")).openDuckDb(options);
