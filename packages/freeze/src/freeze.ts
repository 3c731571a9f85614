import { type Charts, type Checked, chartsAsOf, checkCharts, withoutLeavers } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { createFrozenTables } from "./create-frozen-tables.ts";
import { freezeTables } from "./freeze-tables.ts";
import { frozenRows } from "./frozen-rows.ts";
import { frozenAsOf, frozenPlan } from "./frozen-schema.ts";
import type { Freeze } from "./read-freeze.ts";
import { unitProblems } from "./unit-problems.ts";
import type { FreezeOptions } from "./write-freeze.ts";

/**
 * Freezes the charts of a study. Charts with a refused problem are not frozen and nothing is written. Queries do not
 * stand in the way: the manifest keeps them.
 */
export async function freeze(charts: Charts, options: FreezeOptions): Promise<Checked<Freeze>> {
  const { asOf } = options;
  const of = asOf === undefined ? charts : chartsAsOf(charts, asOf);
  const { charts: staying, consent } = withoutLeavers(of, options.consent);
  const found = checkCharts(staying, options.today === undefined ? {} : { today: options.today });
  const refused = found.filter((problem) => problem.severity === "refused");
  const problems = refused.length > 0 ? refused : unitProblems(staying);
  if (problems.length > 0) return { ok: false, problems };
  const engine = await openDuckDb({ threads: 1 });
  try {
    await createFrozenTables(engine);
    for (const table of frozenRows(staying, options.policy)) await engine.load(table);
    if (options.plan !== undefined) await engine.load(frozenPlan(options.plan));
    if (asOf !== undefined) await engine.load(frozenAsOf(asOf));
    return await freezeTables(engine, { ...options, consent }, found);
  } finally {
    await engine.close();
  }
}
