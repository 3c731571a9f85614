import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Problem } from "@osteon/codebook";
import { readStudy, studyFolder } from "../study.ts";
import { checkStudy } from "./check-study.ts";
import { lockStudy } from "./lock-study.ts";
import { LOCK_FILE, lockText, readLock, type StudyLock } from "./study-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "osteon-lock-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let dresden: StudyLock;
before(async () => {
  dresden = await lockStudy(studyFolder("schnabel-2017"));
});

test("the Dresden study's lock is of today: after a change run osteon study lock schnabel-2017", () => {
  assert.deepEqual(checkStudy(studyFolder("schnabel-2017"), dresden), []);
});

test("a study outside the repository is evaluated without node_modules, and a run reads its lock alone", async () => {
  const own = join(folder, "own");
  cpSync(studyFolder("schnabel-2017"), own, { recursive: true, filter: (path) => !path.includes("cohort") });
  const lock = await lockStudy(own);
  assert.equal(lockText(lock), lockText(dresden));
  writeFileSync(join(own, LOCK_FILE), lockText(lock));
  writeFileSync(join(own, "protocol.ts"), "export default 1 + ;\n");
  assert.equal((await readStudy(own)).protocol.id, "schnabel-2017");
  await assert.rejects(lockStudy(own), /cannot be evaluated[\s\S]*protocol\.ts/);
});

test("names keep their order in a lock, and a lock that somebody changed is none", () => {
  const file = join(folder, "kept.json");
  writeFileSync(file, lockText(dresden));
  const read = readLock(file);
  assert.deepEqual(Object.keys(read.protocol.analyses), Object.keys(dresden.protocol.analyses));
  assert.deepEqual(Object.keys(read.protocol.timePoints), Object.keys(dresden.protocol.timePoints));
  assert.equal(lockText(read), readFileSync(file, "utf8"));
  writeFileSync(file, readFileSync(file, "utf8").replace('"aboveCel": 38', '"aboveCel": 39'));
  assert.throws(() => readLock(file), /changed after it was written/);
});

test("a folder without a lock says how to make one", async () => {
  const bare = join(folder, "bare");
  mkdirSync(bare);
  writeFileSync(join(bare, "protocol.ts"), "export const nothing = 1;\n");
  await assert.rejects(readStudy(bare), /osteon study lock/);
  await assert.rejects(lockStudy(bare), /exports no protocol/);
});

describe("a study with a mistake", () => {
  const found = (change: Partial<StudyLock>): readonly Problem[] => checkStudy(folder, { ...dresden, ...change });
  const told = (problems: readonly Problem[], code: string) =>
    problems.filter((one) => one.code === code).map(({ where, fix }) => [where.file, where.column, fix]);

  test("a printed number that names no result is told with the nearest name", () => {
    const [first, ...others] = dresden.published;
    assert.ok(first);
    const published = [{ ...first, recompute: { result: "relapsed.all.procent" } }, ...others];
    assert.deepEqual(told(found({ published }), "unknown-result"), [
      ["published.ts", first.id, "Did you mean relapsed.all.percent?"],
    ]);
  });

  test("an analysis of a table that no model makes is told with the nearest name", () => {
    const { "cno-patients": counted, ...analyses } = dresden.protocol.analyses;
    assert.ok(counted);
    const protocol = {
      ...dresden.protocol,
      analyses: { ...analyses, "cno-patients": { ...counted, from: "patient_profil" } },
    };
    assert.deepEqual(told(found({ protocol }), "unknown-model"), [
      ["protocol.ts", "analyses.cno-patients", "Did you mean patient_profile?"],
    ]);
  });

  test("an analysis left out is a problem where something names it, and never ends in a stack trace", () => {
    // Each with the linter of models would read them 170 times.
    const models = dresden.models.map((model) => ({
      ...model,
      sql: "-- One row per child: all.\nSELECT patient_no FROM patient",
    }));
    for (const id of Object.keys(dresden.protocol.analyses)) {
      const { [id]: _, ...analyses } = dresden.protocol.analyses;
      const problems = found({ protocol: { ...dresden.protocol, analyses }, models });
      for (const { where, says } of problems.filter(({ code }) => code === "unknown-result"))
        assert.ok(where.column !== undefined && says.includes(`${id}.`), says);
    }
  });

  test("a model that reads a file is told by its file", () => {
    const [model, ...models] = dresden.models;
    assert.ok(model);
    const hostile = { ...model, sql: `${model.sql}\nUNION ALL SELECT name FROM '/any/file.csv'` };
    assert.equal(
      told(found({ models: [hostile, ...models] }), "model-not-portable")[0]?.[0],
      `models/${model.name}.sql`,
    );
  });

  test("a lock of yesterday is stale", () => {
    writeFileSync(join(folder, LOCK_FILE), lockText({ ...dresden, cited: [] }));
    assert.equal(told(found({}), "lock-stale").length, 1);
    writeFileSync(join(folder, LOCK_FILE), lockText(dresden));
    assert.equal(told(found({}), "lock-stale").length, 0);
  });
});
