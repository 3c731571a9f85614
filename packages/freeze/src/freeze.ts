import {
  type Charts,
  type Checked,
  chartsAsOf,
  checkCharts,
  SHIPPED,
  unclassedDrugs,
  withoutLeavers,
} from "@osteon/codebook";
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
  const { book = SHIPPED, today } = options;
  const found = checkCharts(staying, { book, ...(today === undefined ? {} : { today }) });
  const refused = found.filter((problem) => problem.severity === "refused");
  const problems = refused.length > 0 ? refused : unitProblems(staying, book);
  if (problems.length > 0) return { ok: false, problems };
  const engine = await openDuckDb({ threads: 1 });
  try {
    await createFrozenTables(engine, book);
    for (const table of frozenRows(staying, options.policy, book)) await engine.load(table);
    if (options.plan !== undefined) await engine.load(frozenPlan(options.plan));
    if (asOf !== undefined) await engine.load(frozenAsOf(asOf));
    return await freezeTables(engine, { ...options, consent, unclassed: unclassedDrugs(staying, book) }, found);
  } finally {
    await engine.close();
  }
}
