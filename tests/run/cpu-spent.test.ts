import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { writeBatches } from "./batches.ts";
import { cpuSpent, spentByFile } from "./cpu-spent.ts";
import { slowestFiles } from "./slowest-files.ts";

/** Works for so many milliseconds of a core, however busy the machine is. */
const WORK = (ms: number): string =>
  `const begin = process.cpuUsage(); for (;;) { const { user, system } = process.cpuUsage(begin); if (user + system > ${ms * 1000}) break; }`;

describe("seconds of cores that are spent", () => {
  const folder = mkdtempSync(join(tmpdir(), "osteon-cpu-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("those of a program that has ended belong to who started it", {
    skip: process.platform !== "linux" && "Linux alone tells it",
  }, () => {
    const begin = cpuSpent();
    spawnSync(process.execPath, ["-e", WORK(300)]);
    const spent = cpuSpent() - begin;
    assert.ok(spent >= 0.3 && spent < 3, String(spent));
  });

  test("each file of a process notes its own, with its hooks, and not its neighbour's", () => {
    const file = (before: number, inTest: number): string =>
      `import { before, test } from "node:test"; before(() => { ${WORK(before)} }); test("t", () => { ${WORK(inTest)} });`;
    writeFileSync(join(folder, "long.test.ts"), file(200, 300));
    writeFileSync(join(folder, "short.test.ts"), file(0, 0));
    const [batch = ""] = writeBatches([["long.test.ts", "short.test.ts"]], folder, folder);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    spawnSync(process.execPath, ["--test", batch], { env: { ...env, OSTEON_TEST_CPU: folder } });
    const spent = spentByFile(folder);
    assert.deepEqual([...spent.keys()], ["long.test.ts", "short.test.ts"]);
    const [long = 0, short = 0] = spent.values();
    assert.ok(long >= 0.5, `${long}`);
    assert.ok(short < long / 2, `${short} beside ${long}`);
  });

  test("the list of the slowest says both, the clock's first", () => {
    const told = slowestFiles(
      new Map([
        ["a", 1000],
        ["b", 2000],
      ]),
      new Map([["b", 1.25]]),
    );
    assert.match(told, /of 2;.*\n {4}2\.0 s {4}1\.3 CPU s {2}b\n {4}1\.0 s {6}\? CPU s {2}a\n$/);
  });
});
