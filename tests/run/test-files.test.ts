import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { LONG_FILES, longFirst, secondsOf } from "./seconds-of-files.ts";
import { TEST_FILES, type TestSet, testFiles } from "./test-files.ts";

const NEEDS_MORE =
  /^\S.*from "(node:child_process|playwright-core|@electric-sql\/pglite|pg|@osteon\/registry|@osteon\/server|[^"]*(chromium|postgres-server|both-engines|running-server)\.ts)"/m;

test("each pattern of a set finds files", () => {
  for (const set of Object.keys(TEST_FILES) as TestSet[])
    assert.ok(testFiles(set).length >= TEST_FILES[set].length, set);
});

test("the quick tests need no database, no browser and no process", () => {
  const more = testFiles("quick").filter((file) =>
    NEEDS_MORE.test(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")),
  );
  assert.deepEqual(more, []);
  const slow = testFiles("all").filter((file) =>
    NEEDS_MORE.test(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")),
  );
  assert.ok(slow.length > 20, "the pattern finds those that do");
});

test("every file of tests runs every time or is a story", () => {
  const there = globSync("**/*.test.ts", {
    cwd: new URL("../..", import.meta.url),
    exclude: ["**/node_modules", "out"],
  });
  assert.deepEqual([...testFiles("all"), ...testFiles("stories")].toSorted(), there.toSorted());
});

test("what has a long form is in the soak", () => {
  const soaked = new Set(testFiles("soak"));
  const long = [...testFiles("all"), ...testFiles("stories")].filter((file) =>
    /process\.env\.OSTEON_SOAK|ENGINES_BELOW/.test(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")),
  );
  assert.ok(long.length > 20, "the pattern finds those that do");
  assert.deepEqual(
    long.filter((file) => !soaked.has(file)),
    ["tests/run/test-files.test.ts"],
  );
});

test("every set is part of all tests and the stories, and no story is among the tests that run every time", () => {
  const all = new Set(testFiles("all"));
  for (const story of testFiles("stories")) {
    assert.ok(!all.has(story), story);
    all.add(story);
  }
  for (const set of Object.keys(TEST_FILES) as TestSet[])
    assert.deepEqual(
      testFiles(set).filter((file) => !all.has(file)),
      [],
      set,
    );
});

test("the long files come first, each of them is there, and no file is lost", () => {
  const all = [...testFiles("all"), ...testFiles("stories")];
  const ordered = longFirst(all);
  assert.deepEqual(ordered.toSorted(), all.toSorted());
  assert.deepEqual(ordered.slice(0, LONG_FILES.length).toSorted(), LONG_FILES.toSorted());
  assert.deepEqual(
    ordered.map(secondsOf),
    ordered.map(secondsOf).toSorted((one, other) => other - one),
  );
});
