import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Engine, openDuckDb } from "@osteon/engine";
import protocol from "../../../studies/schnabel-2017/protocol.ts";
import { derive, readModels } from "../src/index.ts";
import { loadTables } from "./compare-models.ts";
import { randomTables } from "./random-tables.ts";

/** What the grain says, as columns. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  adverse_effect_profile: ["adverse_effect_no"],
  baseline_laboratory: ["patient_no", "analyte"],
  baseline_marker: ["patient_no"],
  baseline_visit: ["patient_no"],
  course_profile: ["course_no"],
  drug_exposure: ["patient_no", "line_class"],
  drug_profile: ["treatment_no"],
  first_relapse_since: ["patient_no", "line_class"],
  imaging_finding: ["imaging_no"],
  jansson: ["patient_no"],
  joint_profile: ["joint_no"],
  laboratory_profile: ["patient_no", "analyte"],
  lesion_pattern: ["patient_no"],
  lesion_place: ["lesion_no"],
  lesion_profile: ["lesion_no"],
  lesion_visit: ["visit_no"],
  line: ["patient_no", "line_class"],
  line_baseline: ["patient_no", "line_class"],
  line_profile: ["patient_no", "line_class"],
  line_time_point: ["patient_no", "line_class", "time_point"],
  line_visit: ["line_class", "visit_no"],
  patient_antibiotic: ["patient_no"],
  patient_biopsy: ["patient_no"],
  patient_imaging: ["patient_no"],
  patient_line: ["patient_no"],
  patient_manifestation: ["patient_no"],
  patient_profile: ["patient_no"],
  patient_relapse: ["patient_no"],
  patient_stratum: ["patient_no"],
  radiology: ["patient_no", "line_class"],
  relapse_event: ["patient_no", "relapse_ordinal"],
  relapse_free: ["patient_no"],
  response: ["patient_no", "line_class", "time_point"],
  sequela_profile: ["sequela_no"],
  study_patient: ["patient_no"],
  visit_marker: ["visit_no"],
  visit_sign: ["visit_no"],
};

/** Rows more than keys, and keys with a gap. */
async function offences(engine: Engine, model: string, key: readonly string[]): Promise<number> {
  const gaps = key.map((column) => `${column} IS NULL`).join(" OR ");
  const [found] = await engine.rows(
    `SELECT (SELECT COUNT(*) FROM ${model}) - (SELECT COUNT(*) FROM (SELECT DISTINCT ${key.join(", ")} FROM ${model}))
       + (SELECT COUNT(*) FROM ${model} WHERE ${gaps}) AS n`,
  );
  return Number(found?.n);
}

describe("the grain of each model", () => {
  let engine: Engine;
  before(async () => {
    engine = await openDuckDb();
    await loadTables(engine, randomTables(99, 2_000));
    await derive(engine, protocol);
  });
  after(() => engine.close());

  test("is stated for every model", () => {
    assert.deepEqual(
      Object.keys(KEYS),
      readModels()
        .map(({ name }) => name)
        .sort(),
    );
  });

  for (const [model, key] of Object.entries(KEYS)) {
    test(`${model}: one row per ${key.join(", ")}, never without`, async () => {
      assert.equal(await offences(engine, model, key), 0);
      const [rows] = await engine.rows(`SELECT COUNT(*) AS n FROM ${model}`);
      assert.ok(Number(rows?.n) > 0, "no row to judge by");
    });
  }

  test("a key that is too coarse, and one with a gap, are seen", async () => {
    assert.ok((await offences(engine, "response", ["patient_no", "line_class"])) > 0);
    assert.ok((await offences(engine, "radiology", ["imaging_no"])) > 0);
  });
});
