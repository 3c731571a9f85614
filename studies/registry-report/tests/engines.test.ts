import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { derive } from "@osteon/derive";
import { openDuckDb, openPglite } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { modelsOf } from "@osteon/run";
import { derivedRows, firstDifference } from "../../schnabel-2017/tests/compare-models.ts";
import { drawnCharts } from "./drawn-charts.ts";
import { study } from "./report-of.ts";

test("PGlite gives the rows of DuckDB on every model that the report is made by", async () => {
  const folder = await mkdtemp(join(tmpdir(), "osteon-registry-engines-"));
  const engines = [await openDuckDb({ threads: 1 }), await openPglite()] as const;
  try {
    const frozen = await freeze(drawnCharts(7, 40), { directory: join(folder, "freeze"), policy: "middle" });
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
});
