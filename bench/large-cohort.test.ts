import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { derive } from "@osteon/derive";
import { type Engine, openDuckDb } from "@osteon/engine";
import { FROZEN_SCHEMAS, openFreeze } from "@osteon/freeze";
import protocol from "../studies/schnabel-2017/protocol.ts";
import { DRESDEN_MODELS } from "../studies/schnabel-2017/tests/dresden-models.ts";
import { freezeIn } from "./child-task.ts";
import { writeLargeCohort } from "./write-large-cohort.ts";

let folder = "";
let engine: Engine;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "osteon-large-cohort-"));
  await writeLargeCohort(join(folder, "a"), { patients: 3000, seed: 7 });
  engine = await openDuckDb();
  const frozen = await freezeIn(join(folder, "a"));
  await openFreeze(engine, frozen);
  await derive(engine, protocol, { models: DRESDEN_MODELS, within: [frozen.directory] });
});

after(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function number(sql: string): Promise<number> {
  const [row] = await engine.rows(sql);
  return Number(row?.n);
}

async function texts(sql: string): Promise<readonly string[]> {
  return (await engine.columns(sql)).columns[0]?.map(String) ?? [];
}

test("the same seed gives the same bytes, another seed another cohort", async () => {
  await writeLargeCohort(join(folder, "b"), { patients: 3000, seed: 7 });
  await writeLargeCohort(join(folder, "c"), { patients: 3000, seed: 8 });
  const hash = async (name: string) => {
    const bytes = await readFile(join(folder, name, "manifest.json"));
    return createHash("sha256").update(bytes).digest("hex");
  };
  assert.equal(await hash("b"), await hash("a"));
  assert.notEqual(await hash("c"), await hash("a"));
});

test("every table has the columns and types that a freeze has", async () => {
  for (const { name, columns } of FROZEN_SCHEMAS) {
    const found = await engine.rows(
      `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = '${name}' ORDER BY column_name`,
    );
    assert.deepEqual(
      found.map(({ name: column, type }) => ({ name: column, type })),
      columns.map(({ name: column, type }) => ({ name: column, type })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      name,
    );
  }
});

test("rows are numbered from 1 without a gap, in the order of the children", async () => {
  for (const { name } of CODEBOOK) {
    const rows = await number(`SELECT COUNT(*) AS n FROM ${name}`);
    assert.ok(rows > 0, name);
    const ends = `MIN(${name}_no) = 1 AND MAX(${name}_no) = COUNT(*) AND COUNT(DISTINCT ${name}_no) = COUNT(*)`;
    assert.equal(await number(`SELECT CAST(${ends} AS INTEGER) AS n FROM ${name}`), 1, name);
    const steps = `SELECT patient_no < LAG(patient_no) OVER (ORDER BY ${name}_no) AS back FROM ${name}`;
    assert.equal(await number(`SELECT COUNT(*) AS n FROM (${steps}) WHERE back`), 0, name);
  }
});

test("every reference leads to a row of the same child", async () => {
  for (const { name, fields } of CODEBOOK) {
    for (const { type } of fields) {
      if (type.kind !== "reference" || type.table === "patient") continue;
      const parent = `${type.table}_no`;
      const join = `FROM ${name} LEFT JOIN ${type.table} AS parent ON parent.${parent} = ${name}.${parent}`;
      const lost = `SELECT COUNT(*) AS n ${join} WHERE parent.patient_no IS DISTINCT FROM ${name}.patient_no`;
      assert.equal(await number(lost), 0, `${name}.${parent}`);
    }
  }
});

test("the dates of a child follow each other", async () => {
  const wrong =
    "born_epoch_day > onset_epoch_day OR onset_epoch_day > diagnosed_epoch_day OR diagnosed_epoch_day > last_contact_epoch_day";
  assert.equal(await number(`SELECT COUNT(*) AS n FROM patient WHERE ${wrong}`), 0);
  assert.equal(await number("SELECT COUNT(*) AS n FROM treatment WHERE stopped_epoch_day < started_epoch_day"), 0);
  const later = "visited_epoch_day > last_contact_epoch_day";
  assert.equal(await number(`SELECT COUNT(*) AS n FROM visit JOIN patient USING (patient_no) WHERE ${later}`), 0);
});

test("every outcome occurs, in response, radiology and relapse", async () => {
  assert.deepEqual(await texts("SELECT DISTINCT outcome_state FROM response WHERE in_response = 1 ORDER BY 1"), [
    "active",
    "full_remission",
    "inefficacy",
    "not_seen",
    "partial_remission",
    "relapse",
    "undetermined",
  ]);
  assert.equal(await number("SELECT COUNT(DISTINCT reason) AS n FROM response"), 14);
  assert.deepEqual(await texts("SELECT DISTINCT outcome_radiological FROM radiology ORDER BY 1"), [
    "new_lesion",
    "no_mri",
    "no_visible_lesion",
    "remaining_activity",
  ]);
  assert.equal(await number("SELECT COUNT(DISTINCT outcome_event) AS n FROM relapse_free"), 2);
});
