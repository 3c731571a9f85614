import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bestCutOffs,
  compareAreas,
  likelihoodRatios,
  pairwiseRankSum,
  rowsFrom,
  type Scored,
  signTest,
  type TwoScores,
} from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers, single } from "./reference.ts";

type Numbers = readonly number[];

const R = answers<{
  readonly ratios: readonly { counts: Numbers; positive: Numbers; negative: Numbers; youden: number }[];
  readonly areas: readonly { x: Numbers; y: Numbers; d: readonly (0 | 1)[]; values: Numbers }[];
  readonly cuts: readonly { s: Numbers; d: readonly (0 | 1)[]; youden: Numbers; corner: Numbers }[];
}>("diagnostics");

test("likelihood ratios with Simel's limits follow the paper", () => {
  const compare = against("diagnostics", "likelihood ratios and Youden's index", "Simel's formula in R");
  for (const { counts, positive, negative, youden } of R.ratios) {
    const [truePositives = 0, falseNegatives = 0, trueNegatives = 0, falsePositives = 0] = counts;
    const found = likelihoodRatios({ truePositives, falseNegatives, trueNegatives, falsePositives }, 0.95);
    for (const [own, expected] of [
      [found.positive, positive],
      [found.negative, negative],
    ] as const)
      for (const [i, part] of [own.value, own.lower, own.upper].entries()) compare(part, expected[i], `part ${i}`);
    compare(found.youden, youden, "Youden");
  }
});

test("two correlated areas are compared as DeLong's pairs say, and the best cut-offs are all named", () => {
  const compare = against("diagnostics", "DeLong's comparison of two areas", "all pairs, DeLong 1988; pROC::roc.test");
  for (const { x, y, d, values } of R.areas) {
    const found = compareAreas(rowsFrom<Omit<TwoScores, "n">>({ first: x, second: y, truth: d }), 0.95);
    for (const [i, part] of [...found.areas, found.difference, found.stdError, found.p].entries())
      compare(part, values[i], `part ${i}`);
  }
  const best = against("diagnostics", "best cut-offs", 'every cut in R; pROC::coords(roc, "best")');
  for (const { s, d, youden, corner } of R.cuts) {
    const rows = rowsFrom<Omit<Scored, "n">>({ score: s, truth: d });
    const cuts = (rule: "youden" | "corner") =>
      bestCutOffs(rows, rule)
        .map(({ cutOff }) => cutOff)
        .sort((a, b) => a - b);
    for (const [rule, expected] of [
      ["youden", youden],
      ["corner", corner],
    ] as const) {
      assert.equal(cuts(rule).length, expected.length);
      for (const [i, cut] of cuts(rule).entries()) best(cut, expected[i], rule);
    }
  }
});

test("one side of the truth alone, and a test that is never wrong, are said", () => {
  const none = { truePositives: 3, falseNegatives: 0, trueNegatives: 0, falsePositives: 0 };
  assert.deepEqual(likelihoodRatios(none, 0.95).youden, { estimable: false, because: "one-group", n: 3 });
  const perfect = likelihoodRatios({ ...none, trueNegatives: 4 }, 0.95);
  assert.deepEqual(perfect.positive.value, { estimable: false, because: "unbounded", n: 7 });
  assert.deepEqual(perfect.negative.value, { estimable: true, value: 0 });
  assert.deepEqual(bestCutOffs([{ score: 1, truth: 1, n: 2 }], "youden"), []);
  assert.equal(compareAreas([{ first: 1, second: 2, truth: 1, n: 1 }], 0.95).p.estimable, false);
});

test("the sign test counts sides, and pairs of groups are adjusted together", () => {
  // 8 above, 1 below: 2 (1 + 9) / 512.
  const found = signTest(single([1, 2, 3, 4, 5, 6, 7, 8, -1, 0]), 0.95);
  assert.ok(found.p.estimable && Math.abs(found.p.value - 20 / 512) < 1e-15);
  assert.deepEqual([found.positive, found.negative, found.zeros], [8, 1, 1]);
  const rows = rowsFrom<{ group: string; value: number | null }>({
    group: ["a", "a", "a", "b", "b", "b", "c", "c", "c"],
    value: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  });
  const pairs = pairwiseRankSum(rows, "exact", "bonferroni");
  assert.deepEqual(
    pairs.map(({ groups }) => groups.join()),
    ["a,b", "a,c", "b,c"],
  );
  for (const { adjusted } of pairs) assert.ok(adjusted.estimable && Math.abs(adjusted.value - 0.3) < 1e-12);
});
