import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { derive } from "@osteon/derive";
import { openDuckDb, openPglite } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { modelsOf } from "@osteon/run";
import { derivedRows, firstDifference } from "../../../studies/schnabel-2017/tests/compare-models.ts";
import { chosenLock } from "../src/chosen-lock.ts";
import { SPINAL } from "./sample-choices.ts";
import { someChildren } from "./some-children.ts";

/** Each kind of field, comparison and period; a number of groups. */
const study = chosenLock({
  ...SPINAL,
  population: [
    ...SPINAL.population,
    { field: "visit.chaq", comparison: "at-most", values: ["2.5"], when: "around-diagnosis" },
    { field: "manifestation.kind", comparison: "is-not", values: ["crohn", "acne"], when: "by-start" },
    { field: "laboratory.esr", comparison: "known", values: [], when: "ever" },
  ],
  course: ["visit.pain_nrs", "visit.heat", "visit.subjective_change", "laboratory.esr"],
  characteristics: ["child.age_at_diagnosis", "child.lesions_at_diagnosis", "patient.sex", "laboratory.esr"],
  events: ["relapse", "remission", "stop"],
});

test("PGlite gives the rows of DuckDB on every model of a study by choosing", async () => {
  const [duckdb, pglite] = [await openDuckDb({ threads: 1 }), await openPglite()];
  const folder = await mkdtemp(join(tmpdir(), "osteon-choosing-"));
  try {
    const frozen = await freeze(someChildren, { directory: join(folder, "freeze"), policy: "middle" });
    assert.ok(frozen.ok);
    const models = modelsOf(study);
    for (const engine of [duckdb, pglite]) {
      await openFreeze(engine, frozen.value);
      await derive(engine, study.protocol, { models, within: [folder] });
    }
    let rows = 0;
    for (const { name } of models) {
      const [one, other] = [await derivedRows(duckdb, name), await derivedRows(pglite, name)];
      assert.equal(firstDifference(name, one, other), undefined);
      rows += one.rows.length;
    }
    assert.ok(rows > 1000);
  } finally {
    await Promise.all([duckdb, pglite].map((engine) => engine.close()));
    await rm(folder, { recursive: true, force: true });
  }
});
