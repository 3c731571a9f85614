import type { Charts, Codebook } from "@osteon/codebook";
import { derive, type Model } from "@osteon/derive";
import { type Engine, openDuckDb } from "@osteon/engine";
import { createFrozenTables, frozenRows } from "@osteon/freeze";
import type { Protocol } from "@osteon/protocol";

interface ToDerive {
  readonly charts: Charts;
  readonly protocol: Protocol;
  readonly models: readonly Model[];
  readonly book: Codebook;
}

/** Derives few charts in memory, reads from them, and forgets them. A partial date counts as the middle of its period. */
export async function withDerived<T>(
  { charts, protocol, models, book }: ToDerive,
  read: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    await createFrozenTables(engine, book);
    for (const table of frozenRows(charts, "middle", book)) await engine.load(table);
    await derive(engine, protocol, { models });
    return await read(engine);
  } finally {
    await engine.close();
  }
}
