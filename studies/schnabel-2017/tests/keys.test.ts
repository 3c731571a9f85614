import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { derive } from "@osteon/derive";
import { type Engine, openDuckDb } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import protocol from "../protocol.ts";
import { loadTables } from "./compare-models.ts";
import { DRESDEN_MODELS } from "./dresden-models.ts";
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
  laboratory_result: ["laboratory_no"],
  lesion_pattern: ["patient_no"],
  lesion_place: ["lesion_no"],
  lesion_profile: ["lesion_no"],
  lesion_visit: ["visit_no"],
  line: ["patient_no", "line_class"],
  line_baseline: ["patient_no", "line_class"],
  line_profile: ["patient_no", "line_class"],
  line_radiology: ["patient_no", "line_class"],
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
  spine_after_one_year: ["patient_no"],
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

/** Columns that are neither whole numbers nor texts: a SUM that nobody cast, a division. */
async function strangeColumns(engine: Engine, model: string): Promise<readonly string[]> {
  const columns = await engine.rows(`SELECT column_name AS name, data_type AS type FROM information_schema.columns
    WHERE table_name = '${model}' AND data_type NOT IN ('SMALLINT', 'INTEGER', 'BIGINT', 'VARCHAR') ORDER BY 1`);
  return columns.map(({ name, type }) => `${name} ${type}`);
}

async function openDresden(engine: Engine, folder: string): Promise<void> {
  const cohort = new URL("../../../studies/schnabel-2017/cohort", import.meta.url);
  const { charts } = await readChartFolder(fileURLToPath(cohort));
  const made = await freeze(charts, { directory: join(folder, "freeze"), policy: "middle" });
  assert.ok(made.ok);
  await openFreeze(engine, made.value);
}

const COHORTS: readonly (readonly [string, (engine: Engine, folder: string) => Promise<void>])[] = [
  ["2,000 random charts", (engine) => loadTables(engine, randomTables(99, 2_000))],
  ["the Dresden cohort", openDresden],
];

test("the grain is stated for every model", () => {
  const models = DRESDEN_MODELS;
  assert.deepEqual(Object.keys(KEYS), models.map(({ name }) => name).sort());
});

for (const [cohort, open] of COHORTS) {
  describe(`the grain of each model on ${cohort}`, () => {
    let engine: Engine;
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "osteon-keys-"));
      engine = await openDuckDb({ threads: 1 });
      await open(engine, folder);
      await derive(engine, protocol, { models: DRESDEN_MODELS, within: [folder] });
    });
    after(async () => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    });

    for (const [model, key] of Object.entries(KEYS)) {
      test(`${model}: one row per ${key.join(", ")}, never without`, async () => {
        assert.equal(await offences(engine, model, key), 0);
        assert.deepEqual(await strangeColumns(engine, model), []);
        const [rows] = await engine.rows(`SELECT COUNT(*) AS n FROM ${model}`);
        assert.ok(Number(rows?.n) > 0, "no row to judge by");
      });
    }

    test("a key that is too coarse, one with a gap, and a sum that nobody cast are seen", async () => {
      assert.ok((await offences(engine, "response", ["patient_no", "line_class"])) > 0);
      assert.ok((await offences(engine, "radiology", ["imaging_no"])) > 0);
      await engine.run("CREATE TABLE uncast AS SELECT SUM(patient_no) AS n FROM patient");
      assert.deepEqual(await strangeColumns(engine, "uncast"), ["n HUGEINT"]);
    });
  });
}
