import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { keyOf } from "@osteon/codebook";
import { chartFolder, chartsOf } from "./odd-cohorts.ts";
import { COHORT, columnOf, osteon, TABLES_OF_COHORT } from "./osteon.ts";
import { studyRun } from "./study-run.ts";

/** Every key of the cohort's charts. */
const KEYS = new Set(
  TABLES_OF_COHORT.flatMap((table) => {
    const text = readFileSync(join(COHORT, `${table.name}.csv`), "utf8");
    const column = columnOf(text, keyOf(table).name);
    return text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[column] ?? "");
  }),
);

const patients = readFileSync(join(COHORT, "patient.csv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",")[0] ?? "");

test("explain names only chart rows that exist, and gives a sentence for every state", async () => {
  // What is told of a child is read in its own rows: of many others one is told, the others of a few.
  const three = patients.slice(0, 3);
  const few = chartFolder("few", chartsOf(three));
  for (const [index, patient] of three.entries()) {
    const { code, out } = await osteon("explain", patient, "--json", ...(index === 0 ? [] : ["--data", few]));
    assert.equal(code, 0);
    const { timeline, response } = JSON.parse(out);
    for (const { row } of timeline) assert.ok(KEYS.has(row), `${row} is no row of the charts`);
    for (const { says, visit_no } of response) {
      const named = [...says.matchAll(/visit ([^ ]+) of \d{4}-\d\d-\d\d/g)].map((match) => match[1]);
      assert.ok(visit_no === null || named.length > 0, says);
      for (const key of named) assert.ok(KEYS.has(key), `${key} in: ${says}`);
    }
  }
});

test("a child that is not there ends with the documented code", async () => {
  assert.equal((await osteon("explain", "nobody")).code, 5);
});

test("members of a count are as many as the count says", async () => {
  const run = await studyRun();
  const { results } = JSON.parse(readFileSync(join(run, "results.json"), "utf8"));
  for (const id of [
    "relapsed.all.n",
    "sex.all.female",
    "response.nsaid/month3.full_remission",
    "relapse-free.all.events",
  ]) {
    const { value } = results.find((result: { id: string }) => result.id === id);
    const { out } = await osteon("members", "schnabel-2017", id, "--run", run, "--json");
    assert.equal(JSON.parse(out).patients.length, value, id);
  }
});
