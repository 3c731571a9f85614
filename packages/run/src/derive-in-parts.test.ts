import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openTables } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { readFreeze } from "@osteon/freeze";
import { studyRun } from "../../../tests/acceptance/study-run.ts";
import { analyse } from "./pipeline.ts";
import { resultsText } from "./stage-files.ts";
import { readStudy } from "./study.ts";

test("a study derived in parts gives the bytes of the study derived at once, and the same tables", async () => {
  const atOnce = await studyRun();
  const parts = await mkdtemp(join(tmpdir(), "osteon-parts-"));
  const frozen = await readFreeze(join(atOnce, "freeze"));
  assert.ok(frozen.ok);
  // Three parts, the last of them smaller.
  const inParts = await analyse(await readStudy("schnabel-2017"), frozen.value, { tables: parts, patientsAtOnce: 45 });
  assert.equal(resultsText(inParts.results), readFileSync(join(atOnce, "results.json"), "utf8"));
  assert.deepEqual(await rowsOf(parts), await rowsOf(join(atOnce, "tables")));
  await rm(parts, { recursive: true });
});

async function rowsOf(tables: string) {
  const engine = await openDuckDb();
  await openTables(engine, tables);
  const rows = await engine.rows("SELECT * FROM response ORDER BY ALL");
  assert.ok(rows.length > 500);
  await engine.close();
  return rows;
}
