import assert from "node:assert/strict";
import { test } from "node:test";
import type { Model } from "@osteon/derive";
import { readStudy, type Study, studyIds } from "../study.ts";
import { brokenGrains } from "./broken-grains.ts";
import { grainKey } from "./grain-key.ts";

const dresden = await readStudy("schnabel-2017");

/** What is found where some models are other ones. */
async function found(
  ...changes: readonly ((model: Model) => Model)[]
): Promise<readonly (readonly [string, string | undefined, string])[]> {
  const changed = dresden.models.map((model) => changes.reduce((one, change) => change(one), model));
  const study: Study = { ...dresden, models: changed };
  const problems = await brokenGrains(dresden.directory, study);
  return problems.map(({ code, where, says }) => [code, where.file, says] as const);
}

const of =
  (name: string, change: (sql: string) => string) =>
  (model: Model): Model => {
    if (model.name !== name) return model;
    const sql = change(model.sql);
    assert.notEqual(sql, model.sql, "the fault is planted");
    return { ...model, sql, grain: sql.slice(0, sql.indexOf("\n")).replace(/^-- /, "") };
  };

test("a grain names the columns of its key, by their names, by terms of the charts, or in brackets", () => {
  const columns = ["patient_no", "line_class", "time_point", "visit_no", "calendar_year", "relapse_ordinal", "analyte"];
  const key = (grain: string) => grainKey(`One row per ${grain}`, columns);
  assert.deepEqual(key("study patient: 1 yes, 0 no."), ["patient_no"]);
  assert.deepEqual(key("patient and line class"), ["patient_no", "line_class"]);
  assert.deepEqual(key("line and time point: the visit, if any."), ["patient_no", "line_class", "time_point"]);
  assert.deepEqual(key("study patient, calendar year in the study and class of drugs: given"), [
    ...["patient_no", "calendar_year", "line_class"],
  ]);
  assert.deepEqual(key("visit of a study patient: signs"), ["visit_no"]);
  assert.deepEqual(key("study patient and analyte measured around diagnosis"), ["patient_no", "analyte"]);
  assert.deepEqual(key("study patient with a plan and a lesion seen before it: 1 typical"), ["patient_no"]);
  assert.deepEqual(key("derived relapse (patient_no, relapse_ordinal): a visit"), ["patient_no", "relapse_ordinal"]);
  assert.deepEqual(key("freeze with a child in the study: its day"), []);
  assert.equal(key("lesion of a study patient"), undefined, "there is no such column");
  assert.equal(key("thing (no_such_column)"), undefined);
  assert.equal(key("toString of a patient"), undefined);
});

test("every model of every study that comes with Osteon holds its grain on sample charts of which each row stands twice", async () => {
  for (const id of studyIds()) {
    const study = await readStudy(id);
    assert.deepEqual(await brokenGrains(study.directory, study), [], id);
  }
});

test("a grain that is too coarse, one with a gap, and one that no column tells are problems of the model, with its line", async () => {
  // A mistake in each of three models, each of which is found in its own.
  const problems = await found(
    of("response", (sql) => sql.replace("One row per line and time point:", "One row per line:")),
    of("radiology", (sql) => sql.replace("One row per line:", "One row per imaging:")),
    of("jansson", (sql) => sql.replace("One row per study patient:", "One row per reckoning:")),
  );
  const foundIn = (name: string) => problems.find(([, file]) => file === `models/${name}.sql`);
  const [coarse, gap] = [foundIn("response"), foundIn("radiology")];
  const [, rows, keys] = /on sample charts (\d+) rows have (\d+) keys$/.exec(coarse?.[2] ?? "") ?? [];
  assert.equal(coarse?.[1], "models/response.sql");
  assert.ok(Number(keys) > 100);
  assert.equal(
    Number(rows),
    Object.keys(dresden.protocol.timePoints).length * Number(keys),
    "a row for each time point",
  );
  assert.match(
    gap?.join(" ") ?? "",
    /^grain-broken models\/radiology.sql "One row per imaging" \(imaging_no\): on sample charts \d+ rows have \d+ keys$/,
  );
  const gaps = await found(of("radiology", (sql) => sql.replace("One row per line:", "One row per line and imaging:")));
  assert.match(gaps[0]?.[2] ?? "", /on sample charts \d+ of \d+ rows have a gap in it$/);
  assert.deepEqual(foundIn("jansson"), [
    ...["grain-not-read", "models/jansson.sql", 'no columns can be read from "One row per reckoning"'],
  ]);
  assert.deepEqual(
    new Set(problems.map(([, file]) => file)),
    new Set(["models/response.sql", "models/radiology.sql", "models/jansson.sql"]),
  );
});

test("a join that doubles rows is seen, though no chart of the cohort as it is would show it", async () => {
  const doubled = (sql: string) =>
    sql.replace(
      /FROM study_patient\n/,
      "FROM study_patient\nLEFT JOIN biopsy AS twice ON twice.patient_no = study_patient.patient_no\n",
    );
  const problems = await found(of("patient_profile", doubled));
  assert.deepEqual(
    problems.map(([code, file]) => [code, file]),
    [["grain-broken", "models/patient_profile.sql"]],
  );
});

test("a model that cannot be derived from real cells is a problem of the model", async () => {
  const [first] = await found(
    of("joint_profile", (sql) => sql.replace("joint.site", "CAST(joint.site AS INTEGER) AS site")),
  );
  assert.equal(first?.[0], "model-does-not-bind");
  assert.match(first?.[2] ?? "", /convert/i);
});
