import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openTables } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { analyse, freezeFolder } from "./pipeline.ts";
import { resultsText } from "./stage-files.ts";
import { readStudy } from "./study.ts";

test("a study derived in parts gives the bytes of the study derived at once, and the same tables", async () => {
  const folder = await mkdtemp(join(tmpdir(), "osteon-parts-"));
  const study = await readStudy("schnabel-2017");
  const frozen = await freezeFolder(study.cohort, join(folder, "freeze"), study.protocol);
  assert.ok(frozen.ok);
  const [whole, parts] = [join(folder, "whole"), join(folder, "parts")];
  const atOnce = await analyse(study, frozen.value, { tables: whole });
  const inParts = await analyse(study, frozen.value, { tables: parts, patientsAtOnce: 17 });
  assert.equal(resultsText(inParts.results), resultsText(atOnce.results));
  assert.deepEqual(await rowsOf(parts), await rowsOf(whole));
  await rm(folder, { recursive: true });
});

async function rowsOf(tables: string) {
  const engine = await openDuckDb();
  await openTables(engine, tables);
  const rows = await engine.rows("SELECT * FROM response ORDER BY ALL");
  assert.ok(rows.length > 500);
  await engine.close();
  return rows;
}
