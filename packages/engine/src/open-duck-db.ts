import type { Engine } from "./engine.ts";

export interface DuckDbOptions {
  /** Database file; in memory without one. */
  readonly file?: string;
  readonly threads?: number;
  /** As DuckDB writes it: `4GB`. */
  readonly memoryLimit?: string;
  /** Where a query that outgrows the memory limit spills to. */
  readonly temporaryDirectory?: string;
}

/** Opens DuckDB. Rows without ORDER BY come in any order, so that tables are written by all threads. It never reaches for the network: extensions are neither installed nor loaded by themselves. Its modules are loaded with the first. */
export const openDuckDb = async (options: DuckDbOptions = {}): Promise<Engine> =>
  await (await import("./duck-db.ts")).openDuckDb(options);
