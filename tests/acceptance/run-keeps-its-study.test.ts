import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { LOCK_FILE, lockStudy, newStudy, OlderRun, type StudyLock } from "@osteon/run";
import { readStudies, runInWorker } from "@osteon/server";
import { COHORT, place } from "./osteon.ts";

const NUMBER = "painless.everyone/month12.painless";
const NOBODY_LEFT = { withdrawn: 0, optedOut: 0, notGiven: 0, blank: 0 };
const run = runInWorker(place("runs"), { dotsPerInch: 36 });
const reader = readStudies();
let study: StudyLock;
before(async () => {
  study = await lockStudy((await newStudy(place("own-study"))).folder);
});

/** Runs a lock on the sample cohort; answers with its folder, its number, and whether anything was computed. */
async function ran(lock: StudyLock) {
  let stages = 0;
  const outcome = await run(lock, COHORT, () => stages++, NOBODY_LEFT);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return { folder: outcome.folder, value: valueIn(outcome.folder), isNew: stages > 0 };
}

function valueIn(folder: string): number {
  const { results } = JSON.parse(readFileSync(join(folder, "results.json"), "utf8"));
  return results.find(({ id }: { id: string }) => id === NUMBER).value;
}

const membersIn = async (folder: string): Promise<readonly string[]> => {
  const found = await reader.members({ study: study.protocol.id, folder }, NUMBER, "diagnosis");
  assert.ok(found);
  return found.children.map(({ patient }) => patient);
};

test("an edited model or protocol never shows old numbers, and an old run never new ones", async () => {
  const first = await ran(study);
  const old = await membersIn(first.folder);
  assert.equal(old.length, first.value);
  assert.ok(first.value > 0);

  const model = (sql: (text: string) => string): StudyLock => ({
    ...study,
    models: study.models.map((one) => (one.name === "painless" ? { ...one, sql: sql(one.sql) } : one)),
  });
  const edited = await ran(model((text) => text.replace("visit.pain_nrs <= rule", "visit.pain_nrs > rule")));
  assert.ok(edited.isNew);
  assert.notEqual(edited.value, first.value, "the model asks for the opposite");
  assert.equal((await membersIn(edited.folder)).length, edited.value);

  const { painless } = study.protocol.rules;
  assert.ok(painless);
  const rules = { ...study.protocol.rules, painless: { ...painless, atMost: 10 } };
  const wider = await ran({ ...study, protocol: { ...study.protocol, rules } });
  assert.ok(wider.isNew);
  assert.ok(wider.value > first.value, "any pain counts as none");

  // The study says something else by now; the run of before is asked by what it was made of, and asked again it is the same run.
  assert.deepEqual(await membersIn(first.folder), old);
  const again = await ran(study);
  assert.deepEqual([again.isNew, again.folder, again.value], [false, first.folder, first.value]);

  const { numbers, study: changes } = await reader.moved(at(first.folder), at(wider.folder), "en");
  assert.deepEqual(changes.protocol, [{ path: "rules.painless.atMost", before: "1", after: "10" }]);
  const moved = numbers.find(({ id }) => id === NUMBER);
  assert.deepEqual([moved?.before, moved?.after], [first.value, wider.value]);
  const words = {
    title: "Painless",
    language: "en",
    group: "All children, 12 months",
    statistic: "painless",
    isDetail: false,
  };
  assert.deepEqual(moved?.words, words);
  const by = (await reader.movedBy(at(first.folder), at(wider.folder), NUMBER)) ?? [];
  assert.deepEqual(
    by.map(({ patient, was }) => [patient, was]),
    (await membersIn(wider.folder)).filter((patient) => !old.includes(patient)).map((patient) => [patient, "added"]),
  );

  rmSync(join(first.folder, LOCK_FILE));
  await assert.rejects(membersIn(first.folder), OlderRun, "without its lock nobody says by what it was made");
});

const at = (folder: string) => ({ study: study.protocol.id, folder });
