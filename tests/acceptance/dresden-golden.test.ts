import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { type Golden, goldenOf } from "./dresden-golden.ts";
import { studyRun } from "./study-run.ts";

const golden: Golden = JSON.parse(readFileSync(new URL("./dresden-golden.json", import.meta.url), "utf8"));
let today: Golden;

before(async () => {
  today = await goldenOf(await studyRun(), golden);
});

test("every result of the Dresden study has the value, reason, unit, method and cells that it had", () => {
  const changed = Object.entries(golden.results)
    .filter(([id, row]) => JSON.stringify(today.results[id]) !== JSON.stringify(row))
    .map(([id, row]) => `${id}: was ${JSON.stringify(row)}, is ${JSON.stringify(today.results[id])}`);
  assert.deepEqual(changed, []);
});

test("results that the golden file does not know are those that it lists apart", () => {
  assert.deepEqual(today.added, golden.added);
});

test("the report says what it said, line by line", () => {
  assert.deepEqual(today.report, golden.report);
});

test("figures and tables are the same bytes", () => {
  assert.deepEqual(today.files, golden.files);
});

test("the analysis tables hold the same rows over the columns that they had", () => {
  assert.deepEqual(today.tables, golden.tables);
});
