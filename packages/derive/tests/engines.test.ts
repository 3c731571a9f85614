import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Engine, openDuckDb, openPglite } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import protocol from "../../../studies/schnabel-2017/protocol.ts";
import { derive, readModels } from "../src/index.ts";
import { derivedRows, firstDifference, loadTables } from "./compare-models.ts";
import { randomTables } from "./random-tables.ts";

/** Derives on DuckDB and on PGlite and compares every model, row for row. */
async function compareEngines(prepare: (engine: Engine) => Promise<void>): Promise<void> {
  const [duckdb, pglite] = [await openDuckDb(), await openPglite()];
  for (const engine of [duckdb, pglite]) {
    await prepare(engine);
    await derive(engine, protocol);
  }
  for (const { name } of readModels()) {
    assert.equal(firstDifference(name, await derivedRows(duckdb, name), await derivedRows(pglite, name)), undefined);
  }
  await Promise.all([duckdb.close(), pglite.close()]);
}

test("PGlite gives the rows of DuckDB on every model of 1,000 random charts", async () => {
  const tables = randomTables(15, 1_000);
  await compareEngines((engine) => loadTables(engine, tables));
});

test("PGlite gives the rows of DuckDB on every model of the Dresden cohort", async () => {
  const folder = await mkdtemp(join(tmpdir(), "osteon-engines-"));
  const { charts } = await readChartFolder(
    fileURLToPath(new URL("../../../studies/schnabel-2017/cohort", import.meta.url)),
  );
  const frozen = await freeze(charts, { directory: join(folder, "freeze"), policy: "middle" });
  assert.ok(frozen.ok);
  await compareEngines((engine) => openFreeze(engine, frozen.value));
  await rm(folder, { recursive: true });
});
