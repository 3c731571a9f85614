import { cpus, totalmem } from "node:os";
import { openDuckDb } from "@osteon/engine";

/** What the numbers were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly node: string;
  readonly duckDb: string;
}

export async function machine(): Promise<Machine> {
  const engine = await openDuckDb();
  try {
    const [row] = await engine.rows("SELECT version() AS version");
    return {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? "unknown",
      memoryGib: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      duckDb: String(row?.version),
    };
  } finally {
    await engine.close();
  }
}
