import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { clearCutRuns, REGISTRY } from "./clear-cut-runs.ts";

const runs = mkdtempSync(join(tmpdir(), "osteon-cut-runs-"));
after(() => rmSync(runs, { recursive: true, force: true }));

/** A folder with a chart in it. */
function folder(...names: readonly string[]): void {
  mkdirSync(join(runs, ...names), { recursive: true });
  writeFileSync(join(runs, ...names, "patient.csv"), "patient\n");
}

const left = (): readonly string[] =>
  readdirSync(runs, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("patient.csv"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

test("what a process began and did not live to finish goes, within runs too; what lives, is finished or another registry's stays", async () => {
  const over = spawnSync(process.execPath, ["--version"]).pid;
  const lives = process.ppid;
  // The number of this process: it has begun nothing, so another one had it before.
  for (const pid of [over, process.pid]) folder(`.dresden-unfinished-${pid}-a`);
  folder(`.dresden-unfinished-${lives}-b`, "freeze");
  folder("dresden-finished");
  folder("dresden-finished", `.report-unfinished-${over}-c`);
  folder("dresden-finished", `.report-unfinished-${lives}-d`);
  folder(`${REGISTRY}other`, `.dresden-unfinished-${over}-e`);
  await clearCutRuns(runs);
  assert.deepEqual(
    left(),
    [
      `.dresden-unfinished-${lives}-b/freeze/patient.csv`,
      `dresden-finished/.report-unfinished-${lives}-d/patient.csv`,
      "dresden-finished/patient.csv",
      `${REGISTRY}other/.dresden-unfinished-${over}-e/patient.csv`,
    ].sort(),
  );
});

test("a place for runs that is not there yet holds nothing to clear", async () => {
  await clearCutRuns(join(runs, "nowhere"));
});
