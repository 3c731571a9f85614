import assert from "node:assert/strict";
import { test } from "node:test";
import { lockText, readStudy, type StudyLock } from "@osteon/run";
import { LIMITS, lookAtLock } from "../src/runs/look-at-lock.ts";

const nobody = async () => undefined;
const { directory: _, cohort: __, ...lock } = await readStudy("registry-report");

test("a lock is told in words, with what it changes of the one that stands", async () => {
  const before: StudyLock = { ...lock, protocol: { ...lock.protocol, version: "0.0.1" } };
  const seen = await lookAtLock(lockText(lock), async (study) => (study === lock.protocol.id ? before : undefined));
  assert.ok(seen.ok);
  assert.deepEqual(seen.problems, []);
  assert.equal(seen.words.title, lock.protocol.title);
  assert.deepEqual(seen.changes?.protocol, [{ path: "version", before: "0.0.1", after: lock.protocol.version }]);
});

test("a lock that takes more time or memory than there is for one is refused in a sentence, and the server goes on", async () => {
  const text = lockText(lock);
  const slow = await lookAtLock(text, nobody, { ...LIMITS.thread, milliseconds: 100 });
  assert.ok(!slow.ok);
  assert.equal(slow.fault.says, "Looking at it was stopped: it took more than 0.1 seconds.");
  // Three million analyses in five megabytes: their objects fill a heap.
  const huge = `{"format":2,"hashes":{},"protocol":{"id":"huge","analyses":[${"{},".repeat(1_500_000)}{}]}}`;
  const large = await lookAtLock(huge, nobody, { ...LIMITS.thread, heapMegabytes: 24 });
  assert.ok(!large.ok);
  assert.equal(large.fault.says, "Looking at it was stopped: it took more than the memory there is for one.");
  assert.equal((await lookAtLock(text, nobody)).ok, true);
});

test("a model that multiplies rows without end is a problem of the lock", async () => {
  const ten = Array.from({ length: 10 }, (_, n) => `SELECT ${n}${n === 0 ? " AS n" : ""}`).join(" UNION ALL ");
  const rows = Array.from({ length: 17 }, (_, k) => `CROSS JOIN ten AS t${k}`).join(" ");
  const [first, ...others] = lock.models;
  assert.ok(first);
  const sql = `-- One row per number\nWITH ten AS (${ten})\nSELECT a.n FROM ten AS a ${rows}\n`;
  const seen = await lookAtLock(lockText({ ...lock, models: [{ ...first, sql }, ...others] }), nobody);
  assert.ok(seen.ok);
  assert.deepEqual(
    seen.problems.filter(({ code }) => code === "model-takes-too-much").map(({ where }) => where.file),
    [`models/${first.name}.sql`],
  );
});
