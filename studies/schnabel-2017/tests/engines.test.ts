import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { derive } from "@osteon/derive";
import { type Engine, openDuckDb, openPglite, type Row } from "@osteon/engine";
import { type Freeze, freeze, openFreeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { CHART_TABLES, chartsOf } from "../../../packages/cno/reference/chart.ts";
import protocol from "../protocol.ts";
import { derivedRows, differences, firstDifference, interpreted, loadTables } from "./compare-models.ts";
import { DRESDEN_MODELS } from "./dresden-models.ts";
import { randomTables } from "./random-tables.ts";

/** Derives on DuckDB and on PGlite and compares every model, row for row. */
async function compareEngines(
  prepare: (engine: Engine) => Promise<void>,
  within: readonly string[] = [],
): Promise<void> {
  const [duckdb, pglite] = [await openDuckDb({ threads: 1 }), await openPglite()];
  for (const engine of [duckdb, pglite]) {
    await prepare(engine);
    await derive(engine, protocol, { models: DRESDEN_MODELS, within });
  }
  for (const { name } of DRESDEN_MODELS) {
    assert.equal(firstDifference(name, await derivedRows(duckdb, name), await derivedRows(pglite, name)), undefined);
  }
  await Promise.all([duckdb.close(), pglite.close()]);
}

test("PGlite gives the rows of DuckDB on every model of hundreds of random charts", async () => {
  const tables = randomTables(15, process.env.OSTEON_SOAK === undefined ? 60 : 1_000);
  await compareEngines((engine) => loadTables(engine, tables));
});

describe("the Dresden cohort", () => {
  let folder: string;
  let frozen: Freeze;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "osteon-engines-"));
    const cohort = new URL("../../../studies/schnabel-2017/cohort", import.meta.url);
    const { charts } = await readChartFolder(fileURLToPath(cohort));
    const made = await freeze(charts, { directory: join(folder, "freeze"), policy: "middle" });
    assert.ok(made.ok);
    frozen = made.value;
  });
  after(() => rm(folder, { recursive: true }));

  test("gives the same rows of every model on PGlite and on DuckDB", async () => {
    await compareEngines((engine) => openFreeze(engine, frozen), [frozen.directory]);
  });

  test("is read by the interpreter as by the SQL", async () => {
    const engine = await openDuckDb({ threads: 1 });
    await openFreeze(engine, frozen);
    await derive(engine, protocol, { models: DRESDEN_MODELS, within: [frozen.directory] });
    const tables: Record<string, readonly Row[]> = {};
    for (const name of ["patient", ...CHART_TABLES]) {
      tables[name] = await engine.rows(`SELECT * FROM ${name} ORDER BY ${name}_no`);
    }
    assert.deepEqual(await differences(engine, interpreted(chartsOf(tables), protocol)), []);
    await engine.close();
  });
});
