import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Problem } from "@osteon/codebook";
import { sourcesOf } from "@osteon/estimate";
import { RESPONSE } from "../../../../studies/schnabel-2017/report/figures.ts";
import { readStudy, studyFolder, studyOfRun } from "../study.ts";
import { type ModelLimits, unbound } from "./bind-models.ts";
import { checkStudy, unknownNames } from "./check-study.ts";
import { lockStudy } from "./lock-study.ts";
import { LOCK_FILE, lockText, readLock, type StudyLock } from "./study-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "osteon-lock-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let dresden: StudyLock;
before(async () => {
  dresden = await lockStudy(studyFolder("schnabel-2017"));
});

test("the Dresden study's lock is of today: after a change run osteon study lock schnabel-2017", async () => {
  assert.deepEqual(await checkStudy(studyFolder("schnabel-2017"), dresden), []);
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
  writeFileSync(file, readFileSync(file, "utf8").replace('"withinDays": 30', '"withinDays": 31'));
  assert.throws(() => readLock(file), /changed after it was written/);
});

test("a run that an earlier version made is read by the study of today", async () => {
  const run = join(folder, "old-run");
  mkdirSync(run);
  writeFileSync(join(run, LOCK_FILE), lockText(dresden).replace(/"format": \d+/, '"format": 1'));
  assert.throws(() => studyOfRun(run), /Run the study again/);
  rmSync(join(run, LOCK_FILE));
  assert.throws(() => studyOfRun(run), /Run the study again/);
});

test("a folder without a lock says how to make one", async () => {
  const bare = join(folder, "bare");
  mkdirSync(bare);
  writeFileSync(join(bare, "protocol.ts"), "export const nothing = 1;\n");
  await assert.rejects(readStudy(bare), /osteon study lock/);
  await assert.rejects(lockStudy(bare), /exports no protocol/);
});

describe("a study with a mistake", () => {
  const found = (change: Partial<StudyLock>): Promise<readonly Problem[]> =>
    checkStudy(folder, { ...dresden, ...change });
  const told = (problems: readonly Problem[], code: string) =>
    problems.filter((one) => one.code === code).map(({ where, fix }) => [where.file, where.column, fix]);

  test("a printed number that names no result is told with the nearest name", async () => {
    const [first, ...others] = dresden.published;
    assert.ok(first);
    const published = [{ ...first, recompute: { result: "relapsed.all.procent" } }, ...others];
    assert.deepEqual(told(await found({ published }), "unknown-result"), [
      ["published.ts", first.id, "Did you mean relapsed.all.percent?"],
    ]);
  });

  test("an analysis of a table that no model makes is told with the nearest name", async () => {
    const { "cno-patients": counted, ...analyses } = dresden.protocol.analyses;
    assert.ok(counted);
    const protocol = {
      ...dresden.protocol,
      analyses: { ...analyses, "cno-patients": { ...counted, from: "patient_profil" } },
    };
    assert.deepEqual(told(await found({ protocol }), "unknown-model"), [
      ["protocol.ts", "analyses.cno-patients", "Did you mean patient_profile?"],
    ]);
  });

  test("an analysis left out is a problem where something names it, and never ends in a stack trace", () => {
    const { report, published, sensitivity } = dresden;
    const texts = JSON.stringify([report, published.map(sourcesOf), sensitivity?.headlines]);
    const isNamed = (id: string) => [`{${id}.`, `~${id}.`, `"${id}.`, `"${id}"`].some((text) => texts.includes(text));
    for (const [place, id] of Object.keys(dresden.protocol.analyses).entries()) {
      if (process.env.OSTEON_SOAK === undefined && place % 4 > 0) continue;
      const { [id]: _, ...analyses } = dresden.protocol.analyses;
      const unknown = unknownNames({ ...dresden, protocol: { ...dresden.protocol, analyses } });
      for (const { where, says } of unknown) assert.ok(where.column !== undefined && says.includes(id), says);
      assert.equal(unknown.length > 0, isNamed(id), id);
    }
  });

  test("a model that reads a value of no rule is told by its line, and a rule that nothing reads by its name", async () => {
    const { fever, ...others } = dresden.protocol.rules;
    assert.ok(fever);
    const protocol = { ...dresden.protocol, rules: { ...others, fevers: fever } };
    assert.deepEqual(told(await found({ protocol }), "unknown-rule"), [
      ["models/visit_sign.sql", "line 13", "Did you mean fevers_above_cel_x10?"],
    ]);
    const more = { ...dresden.protocol, rules: { ...dresden.protocol.rules, fevers: fever } };
    assert.deepEqual(told(await found({ protocol: more }), "unread-rule"), [
      ["protocol.ts", "rules.fevers", "Read it in a model, or take its values away."],
    ]);
  });

  test("a model that names a column which is not there is told by its line, and so is an analysis", async () => {
    const models = dresden.models.map((model) =>
      model.name === "sequela_profile"
        ? { ...model, sql: model.sql.replace("sequela.patient_no", "sequela.patient_nr") }
        : model,
    );
    const [unbound] = (await found({ models })).filter(({ code }) => code === "model-does-not-bind");
    assert.equal(unbound?.where.file, "models/sequela_profile.sql");
    assert.deepEqual([unbound?.where.column, unbound?.says], ["line 4", "sequela has no column patient_nr"]);
    const { relapsed, ...analyses } = dresden.protocol.analyses;
    assert.equal(relapsed?.kind, "share");
    const protocol = { ...dresden.protocol, analyses: { relapsed: { ...relapsed, column: "relapset" }, ...analyses } };
    assert.deepEqual(told(await found({ protocol }), "unknown-column-of-model"), [
      ["protocol.ts", "analyses.relapsed", "Did you mean relapsed?"],
    ]);
  });

  test("a model that never ends, or fills the memory, is stopped and told; nothing is asked behind it", async () => {
    const [first] = dresden.models;
    const ten = Array.from({ length: 10 }, (_, n) => `SELECT ${n}${n === 0 ? " AS n" : ""}`).join(" UNION ALL ");
    const from = `FROM ten AS a ${Array.from({ length: 17 }, (_, k) => `CROSS JOIN ten AS t${k}`).join(" ")}`;
    const stopped = async (select: string, limits: ModelLimits) => {
      const sql = `-- One row per number\nWITH ten AS (${ten})\n${select} ${from}\n`;
      const models = dresden.models.map((model) => (model === first ? { ...model, sql } : model));
      const own = await unbound({ protocol: dresden.protocol, models }, limits);
      return own.map(({ code, where, says }) => [code, where.file, says]);
    };
    const place = ["model-takes-too-much", `models/${first?.name}.sql`] as const;
    assert.deepEqual(await stopped("SELECT CAST(COUNT(a.n) AS INTEGER) AS n", { milliseconds: 500 }), [
      [...place, "it was stopped: on charts of nobody the models take more than 0.5 seconds"],
    ]);
    assert.deepEqual(await stopped("SELECT a.n", { memoryLimit: "32MB" }), [
      [...place, "it was stopped: on charts of nobody it takes more memory than 32MB"],
    ]);
  });

  test("what a report names and nobody gives is told with its place and the nearest name", async () => {
    const { report } = dresden;
    assert.ok(report);
    const headline = { label: "Relapsed", number: "{relapsed.all.procent|number}", below: "{relapsed.all|n-of-n}" };
    const states = { figure: { ...RESPONSE, id: "second", of: "respons", states: "clinicel" } };
    const blocks = [states, { figure: RESPONSE }, { heading: "Words", paragraphs: ["{nsaid.all.n|plurals}"] }];
    const wrong = { ...report, headlines: [headline], parts: [...report.parts, { id: "own", title: "Own", blocks }] };
    const problems = unknownNames({ ...dresden, report: wrong }).map(({ code, where, fix }) => [
      code,
      where.column,
      fix,
    ]);
    assert.deepEqual(problems, [
      ["unknown-result", "headlines.Relapsed", "Did you mean relapsed.all.percent?"],
      ["unknown-format", "headlines.Relapsed", "Did you mean n-of-N?"],
      ["unknown-analysis", "parts.own.figure second", "Did you mean response?"],
      ["unknown-states", "parts.own.figure second", "Did you mean clinical?"],
      ["unknown-format", "parts.own.Words", "Did you mean plural?"],
      ["shown-twice", "parts", "Give one of them another id."],
    ]);
  });

  test("a sensitivity analysis that changes a rule which is not there is told with the nearest name", async () => {
    const change = { rules: { relaps: { says: "Otherwise.", needs: "lesion" } } };
    const sensitivity = { headlines: [], assumptions: [{ name: "Relapse", choices: [{ label: "lesion", change }] }] };
    assert.deepEqual(told(await found({ sensitivity }), "unknown-rule"), [
      ["sensitivity.ts", "Relapse: lesion", "Did you mean relapse?"],
    ]);
  });

  test("a model that reads a file is told by its file", async () => {
    const [model, ...models] = dresden.models;
    assert.ok(model);
    const hostile = { ...model, sql: `${model.sql}\nUNION ALL SELECT name FROM '/any/file.csv'` };
    assert.equal(
      told(await found({ models: [hostile, ...models] }), "model-not-portable")[0]?.[0],
      `models/${model.name}.sql`,
    );
  });

  test("a lock of yesterday is stale", async () => {
    writeFileSync(join(folder, LOCK_FILE), lockText({ ...dresden, cited: [] }));
    assert.equal(told(await found({}), "lock-stale").length, 1);
    writeFileSync(join(folder, LOCK_FILE), lockText(dresden));
    assert.equal(told(await found({}), "lock-stale").length, 0);
  });
});
