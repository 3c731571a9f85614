import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { ALONE, batchesOf, writeBatches } from "./batches.ts";
import { longFirst, secondsOf } from "./seconds-of-files.ts";
import { testFiles } from "./test-files.ts";

describe("files of tests that share a process", () => {
  const folder = mkdtempSync(join(tmpdir(), "osteon-batch-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs files as one batch; answers with what they say, and the code of the end. */
  const run = (files: Readonly<Record<string, string>>): { readonly code: number | null; readonly out: string } => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const [path = ""] = writeBatches([Object.keys(files)], folder, folder);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout } = spawnSync(process.execPath, ["--test", "--test-reporter", "tap", path], {
      ...{ env, encoding: "utf8" },
    });
    return { code: status, out: stdout };
  };
  const file = (name: string, more = ""): string => `
    import { after, before, test } from "node:test";
    ${more}
    let ready = false;
    before(async () => { await new Promise(setImmediate); ready = true; console.log("before ${name}"); });
    after(() => console.log("after ${name}"));
    test("in ${name}", () => { if (!ready) throw new Error("the hook has not run"); });`;

  test("each file is in one batch; those alone are alone; pure files are never with others", () => {
    const [all, quick] = [[...testFiles("all"), ...testFiles("stories")], testFiles("quick")];
    const batches = batchesOf(longFirst(all), quick, secondsOf);
    assert.deepEqual(batches.flat().sort(), [...all].sort());
    for (const name of ALONE)
      assert.ok(
        batches.some((batch) => batch.length === 1 && batch[0] === name),
        name,
      );
    const isPure = new Set(quick);
    for (const batch of batches) assert.equal(new Set(batch.map((one) => isPure.has(one))).size, 1, batch.join(" "));
    assert.ok(batches.length < all.length / 3, `${batches.length} batches of ${all.length} files`);
    assert.deepEqual(batches, batchesOf(longFirst(all), quick, secondsOf), "the same every time");
  });

  test("batches of a kind take about equally long, whatever the order", () => {
    const seconds = (file: string): number => Number(/\d+/.exec(file)?.[0]);
    const takes = (files: readonly string[]): readonly number[] =>
      batchesOf(files, [], seconds).map((batch) => batch.reduce((sum, file) => sum + seconds(file), 0));
    assert.deepEqual(takes(["a/b/65", "a/b/50", "a/b/35", "a/b/30", "a/b/15", "c/d/3"]), [95, 100, 3]);
    assert.equal(
      takes(["a/b/15", "a/b/30", "a/b/35", "a/b/50", "a/b/65"]).reduce((sum, one) => sum + one),
      195,
    );
  });

  test("hooks of a file are for its own tests alone, one file after the other", () => {
    const { code, out } = run({ "a.test.ts": file("a", "await new Promise(setImmediate);"), "b.test.ts": file("b") });
    assert.equal(code, 0, out);
    assert.deepEqual(out.match(/(before|after) [ab]$/gm), ["before a", "after a", "before b", "after b"]);
    assert.match(out, /\n {4}ok 1 - in a\n[\s\S]*\n {4}ok 1 - in b\n/);
    assert.match(out, /# tests 2\n/);
  });

  test("a file that cannot be loaded fails, and the others run", () => {
    const { code, out } = run({ "c.test.ts": "throw new Error('broken');", "d.test.ts": file("d") });
    assert.equal(code, 1, out);
    assert.match(out, /not ok 1 - c\.test\.ts/);
    assert.match(out, /\n {4}ok 1 - in d\n/);
  });
});
