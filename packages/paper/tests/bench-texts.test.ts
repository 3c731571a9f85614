import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { longPaper } from "../bench/long-paper.ts";
import { BENCH_TEXTS, judged } from "../bench/measure-texts.ts";
import { checkPaper } from "../src/index.ts";

describe("short texts with planted errors and without", () => {
  const all = BENCH_TEXTS.map(judged);

  test("are at least forty, in two languages", () => {
    assert.ok(all.length >= 40);
    assert.ok(all.filter(({ text }) => /^Ergebnisse|Ergebnisse$/m.test(text.text)).length >= 15);
  });

  for (const { text, missed, milder, falseFindings } of all) {
    test(`${text.name}: ${text.planted.length === 0 ? "nothing is claimed" : "the planted errors are found, as surely as planted"}`, () => {
      assert.deepEqual(missed, []);
      assert.deepEqual(milder, []);
      assert.deepEqual(
        falseFindings.filter((finding) => finding.class !== "query"),
        [],
      );
    });
  }

  test("raise at most one false query in a thousand words", () => {
    const words = all.reduce((sum, one) => sum + one.words, 0);
    const queries = all.flatMap((one) => one.falseFindings).length;
    assert.ok(queries <= words / 1000, `${queries} in ${words} words`);
  });
});

test("a paper of ten thousand words has more than five hundred claims", () => {
  assert.ok(checkPaper({ lines: longPaper(10_000).split("\n") }).claims.length > 500);
});
