import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { watchCores } from "./busy-cores.ts";

describe("the place of a run's files", {
  skip: process.platform !== "linux" && "memory as a folder is Linux's",
}, () => {
  const memory = mkdtempSync(join(tmpdir(), "osteon-memory-"));
  after(() => rmSync(memory, { recursive: true, force: true }));
  const module = JSON.stringify(pathToFileURL(join(import.meta.dirname, "files-in-memory.ts")).href);
  const place = JSON.stringify(memory);
  const run = (enough: number, env: NodeJS.ProcessEnv): string =>
    spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { filesInMemory } from ${module}; filesInMemory(${place}, ${enough}); console.log(process.env.TMPDIR);`,
      ],
      { env, encoding: "utf8" },
    ).stdout.trim();
  const { TMPDIR: _, ...free } = process.env;

  test("is in memory while the run lasts, and what a killed run left there goes", () => {
    mkdirSync(join(memory, "osteon-tests-999999999-left"));
    mkdirSync(join(memory, `osteon-tests-${process.pid}-living`));
    const chosen = run(1, free);
    assert.ok(chosen.startsWith(join(memory, "osteon-tests-")), chosen);
    assert.equal(existsSync(chosen), false);
    assert.deepEqual(readdirSync(memory), [`osteon-tests-${process.pid}-living`]);
  });

  test("is where TMPDIR says, and as ever where memory has too little room", () => {
    assert.equal(run(1, { ...free, TMPDIR: "/var/tmp" }), "/var/tmp");
    assert.equal(run(2 ** 60, free), "undefined");
  });
});

test("the share of the cores that work is told for the whole run", () => {
  const cores = watchCores();
  const until = performance.now() + 50;
  while (performance.now() < until);
  assert.match(cores.told(), /^The \d+ cores of this machine were busy for \d+ % of the time, \d+ s in all/);
});
