import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nearestSplits } from "../src/checks/joint-feasibility.ts";
import { inferRounding, rounded, rulesThatPrint } from "../src/checks/rounding.ts";
import { threeTests } from "../src/checks/two-by-two-tests.ts";

const whole = (value: number) => ({ value, decimals: 0 });

describe("rounding", () => {
  test("halves go up, to even, or away, as the rule says", () => {
    const rules = ["half-up", "half-even", "truncation"] as const;
    assert.deepEqual(
      rules.map((rule) => rounded(1, 8, 0, rule)),
      [13, 12, 12],
    );
    assert.deepEqual(
      rules.map((rule) => rounded(3, 8, 0, rule)),
      [38, 38, 37],
    );
    assert.deepEqual(
      rules.map((rule) => rounded(35, 56, 0, rule)),
      [63, 62, 62],
    );
    assert.deepEqual(
      rules.map((rule) => rounded(5, 27, 0, rule)),
      [19, 19, 18],
    );
    assert.deepEqual(
      rules.map((rule) => rounded(1, 16, 1, rule)),
      [6.3, 6.2, 6.2],
    );
    // 1.005 is less than that in binary; 201 of 20,000 is not.
    assert.equal(rounded(201, 20_000, 2, "half-up"), 1.01);
  });

  test("every count of every whole up to 120 prints as its own percentage, to the nearest and never to another", () => {
    for (let N = 1; N <= 120; N += 1) {
      for (let n = 0; n <= N; n += 1) {
        const near = Math.abs(rounded(n, N, 0, "half-up") - (100 * n) / N);
        assert.ok(near <= 0.5 + 1e-9, `${n}/${N}`);
        assert.ok(rulesThatPrint(n, N, whole(rounded(n, N, 0, "truncation"))).includes("truncation"));
        assert.equal(rulesThatPrint(n, N, whole(Math.floor((100 * n) / N) + 2)).length, 0);
      }
    }
  });

  test("a paper's rule is what most of its telling percentages keep to", () => {
    const of = (...all: readonly (readonly [number, number, number])[]) =>
      inferRounding(all.map(([n, N, p]) => ({ n, N, percent: whole(p) }))).rule;
    assert.equal(of([7, 56, 13], [5, 8, 63], [44, 56, 79], [15, 27, 56], [35, 56, 62]), "half-up");
    assert.equal(of([1, 8, 12], [5, 8, 62], [7, 8, 88], [3, 8, 38]), "half-even");
    assert.equal(of([2, 3, 66], [5, 9, 55], [7, 9, 77]), "truncation");
    assert.equal(of([1, 2, 50], [1, 4, 25]), "unknown");
  });
});

test("no split of 20 of 56 prints 70 % and 18 %: neither do all splits, tried one by one", () => {
  const [best] = nearestSplits(20, 56, whole(70), whole(18));
  assert.deepEqual([best?.k1, best?.n1, best?.k2, best?.n2], [14, 20, 6, 36]);
  assert.ok((best?.off ?? 0) > 0);
  for (let n1 = 1; n1 < 56; n1 += 1) {
    for (let k1 = 0; k1 <= Math.min(n1, 20); k1 += 1) {
      const [a, b] = [(100 * k1) / n1, (100 * (20 - k1)) / (56 - n1)];
      const prints = (value: number, as: number) => Math.round(value) === as || Math.floor(value) === as;
      assert.ok(!(prints(a, 70) && prints(b, 18)), `${k1}/${n1}`);
    }
  }
  assert.equal(nearestSplits(20, 56, whole(70), whole(17))[0]?.off, 0);
});

test("p values of a 2x2 table are those of R", () => {
  // R 4.x: m <- matrix(c(14, 6, 6, 30), 2, byrow = TRUE); chisq.test(m, correct = FALSE)$p.value; chisq.test(m)$p.value; fisher.test(m)$p.value
  const found = threeTests({ a: 14, b: 6, c: 6, d: 30 });
  const wanted = { uncorrected: 6.57672035e-5, corrected: 2.15528611e-4, fisher: 1.13214477e-4 };
  for (const name of ["uncorrected", "corrected", "fisher"] as const) {
    assert.ok(Math.abs((found?.[name] ?? 0) / wanted[name] - 1) < 1e-5, `${name} ${found?.[name]}`);
  }
});
