import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Charts } from "@osteon/codebook";
import { derive } from "@osteon/derive";
import { openDuckDb, openPglite } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { modelsOf, type Study } from "@osteon/run";
import { derivedRows, firstDifference } from "../../schnabel-2017/tests/compare-models.ts";

/** PGlite gives the rows of DuckDB on every model that the study's report is made by. */
export async function sameOnBothEngines(study: Study, charts: Charts): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-both-engines-"));
  const engines = [await openDuckDb({ threads: 1 }), await openPglite()] as const;
  try {
    const frozen = await freeze(charts, { directory: join(folder, "freeze"), policy: "middle" });
    assert.ok(frozen.ok);
    const models = modelsOf(study);
    for (const engine of engines) {
      await openFreeze(engine, frozen.value);
      await derive(engine, study.protocol, { models, within: [folder] });
    }
    const [duckdb, pglite] = engines;
    for (const { name } of models)
      assert.equal(firstDifference(name, await derivedRows(duckdb, name), await derivedRows(pglite, name)), undefined);
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
    await rm(folder, { recursive: true, force: true });
  }
}
