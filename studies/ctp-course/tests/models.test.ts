import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { derive } from "@osteon/derive";
import { openDuckDb, type Row } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { modelsOf, readStudy } from "@osteon/run";
import { CHART_TABLES, chartsOf } from "../../../packages/cno/reference/chart.ts";
import { pedcnos } from "../../../packages/cno/reference/pedcno.ts";
import { sameOnBothEngines } from "../../registry-report/tests/both-engines.ts";
import { derivedRows, firstDifference, sorted } from "../../schnabel-2017/tests/compare-models.ts";
import protocol from "../protocol.ts";
import { drawn } from "./reference-charts.ts";

const study = await readStudy(join(import.meta.dirname, ".."));

test("PGlite gives the rows of DuckDB on every model of the study", async () => {
  await sameOnBothEngines(study, drawn);
});

test("PedCNO, read child by child and item by item, gives the rows of the model", async () => {
  const folder = await mkdtemp(join(tmpdir(), "osteon-ctp-course-"));
  const engine = await openDuckDb({ threads: 1 });
  try {
    const frozen = await freeze(drawn, { directory: join(folder, "freeze"), policy: "middle" });
    assert.ok(frozen.ok);
    await openFreeze(engine, frozen.value);
    await derive(engine, study.protocol, { models: modelsOf(study), within: [folder] });
    const tables: Record<string, readonly Row[]> = {};
    for (const name of ["patient", ...CHART_TABLES])
      tables[name] = await engine.rows(`SELECT * FROM ${name} ORDER BY ${name}_no`);
    const derived = await derivedRows(engine, "pedcno");
    const read = chartsOf(tables).flatMap((chart) => pedcnos(chart, protocol));
    const rows = read.map((row) => derived.names.map((column) => row[column as keyof typeof row] ?? null));
    assert.equal(firstDifference("pedcno", derived, sorted(derived.names, rows)), undefined);
    const states = new Set(read.map(({ pedcno_state }) => pedcno_state));
    assert.deepEqual([...states].sort(), ["no_response", "not_seen", "response", "too_few_items"]);
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
});
