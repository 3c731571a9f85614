import assert from "node:assert/strict";
import { test } from "node:test";
import {
  describe,
  kolmogorovSmirnov,
  kolmogorovUpper,
  lilliefors,
  type QuantileType,
  quantile,
  shapiroWilk,
  sortedTally,
} from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, answers, single } from "./reference.ts";

interface Sample {
  readonly x: readonly number[];
  readonly mean: number;
  readonly sd: number | null;
  readonly quantiles: readonly (readonly number[])[];
  readonly d: number | null;
  readonly ksP: number | null;
  readonly ksTestP: number | null;
  readonly lillieforsP: number | null;
  readonly w: number | null;
  readonly shapiroP: number | null;
}

const R = answers<{
  readonly shares: readonly number[];
  readonly samples: Readonly<Record<string, Sample>>;
  readonly kolmogorov: readonly (readonly [number, number])[];
  readonly lattice: { values: number[]; counts: number[]; n: number; sd: number; w: number; p: number };
}>("describe");

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * A distance between two rounded values of x cannot keep more digits than the x have left after the offset is taken off:
 * 1e7 + 0.01 keeps nine. R's own answer is off by as much.
 */
const offset = (name: string, tolerance: number): number => (name === "shifted" ? 1e-8 : tolerance);

for (const [name, sample] of Object.entries(R.samples)) {
  const rows = single(sample.x);

  test(`${name}: mean, SD, standard error and nine types of quantiles are R's`, () => {
    comparing("describe", "mean, SD, standard error, quantiles of types 1 to 9", "mean, sd, quantile(x, type = 1:9)");
    const found = describe(rows, 7);
    // A mean of 0 has no digits of its own; it is measured on the largest value.
    const largest = Math.max(...sample.x.map(Math.abs));
    agrees(found.mean.estimable ? found.mean.value + largest : 0, sample.mean + largest, 1e-14, "mean");
    agrees(found.sd, sample.sd, 1e-12, "SD");
    if (sample.sd !== null) agrees(found.standardError, sample.sd / Math.sqrt(sample.x.length), 1e-12, "SE");
    for (const type of TYPES)
      for (const [i, p] of R.shares.entries())
        agrees(quantile(sortedTally(rows), p, type), sample.quantiles[type - 1]?.[i] ?? null, 1e-12, `${type}, ${p}`);
  });

  test(`${name}: Kolmogorov-Smirnov, Lilliefors and Shapiro-Wilk are R's`, () => {
    comparing(
      "normality",
      "Kolmogorov-Smirnov with estimated parameters, Lilliefors, Shapiro-Wilk",
      "ks.test, Dallal and Wilkinson's formula, shapiro.test",
    );
    const ks = kolmogorovSmirnov(rows);
    agrees(ks.d, sample.d, offset(name, 1e-11), "D");
    agrees(ks.p, sample.ksP, offset(name, 1e-11), "p from both theta series");
    // R 4.2's own routine stops its series early.
    agrees(ks.p, sample.ksTestP, 1e-6, "p of ks.test");
    const corrected = lilliefors(rows);
    if (sample.lillieforsP !== null && sample.d !== null) {
      assert.equal(corrected.atLeast, sample.lillieforsP > 0.1);
      agrees(corrected.p, Math.min(0.1, sample.lillieforsP), offset(name, 1e-10), "Lilliefors p");
    }
    agrees(shapiroWilk(rows).w, sample.w, 1e-11, "W");
    const { p } = shapiroWilk(rows);
    // Three values with a tie: W is 3/4, p is 0 but for rounding.
    if (sample.shapiroP === 0) assert.ok(p.estimable && p.value < 1e-15);
    else agrees(p, sample.shapiroP, 1e-9, "Shapiro p");
  });
}

test("thousands of values come as a few rows", () => {
  const { values, counts, n, sd, w, p } = R.lattice;
  const rows = values.map((value, i) => ({ value, n: counts[i] ?? 0 }));
  const found = describe(rows, 2);
  assert.equal(found.n, n);
  agrees(found.mean, 0, 0, "mean");
  agrees(found.sd, sd, 1e-12, "SD");
  agrees(shapiroWilk(rows).w, w, 1e-10, "W");
  agrees(shapiroWilk(rows).p, p, 1e-8, "p");
});

test("Kolmogorov's limit is right on both sides of the place where the series change", () => {
  comparing("normality", "Kolmogorov's distribution", "both theta series in R (reference/describe.R)");
  for (const [z, p] of R.kolmogorov) agrees(kolmogorovUpper(z), p, 1e-13, `at ${z}`);
});

test("nulls are counted as missing, and what cannot be had has its reason", () => {
  const empty = describe([{ value: null, n: 4 }], 6);
  assert.deepEqual([empty.n, empty.missing], [0, 4]);
  assert.deepEqual(empty.mean, { estimable: false, because: "no-values", n: 0 });
  assert.deepEqual(describe([{ value: 3, n: 1 }], 6).sd, { estimable: false, because: "one-value", n: 1 });
  const same = [
    { value: 0.1, n: 7 },
    { value: null, n: 1 },
  ];
  assert.deepEqual(describe(same, 6).sd, { estimable: true, value: 0 });
  assert.deepEqual(shapiroWilk(same).p, { estimable: false, because: "no-variation", n: 7 });
  assert.deepEqual(kolmogorovSmirnov(same).d, { estimable: false, because: "no-variation", n: 7 });
  assert.deepEqual(lilliefors(single([1, 2, 4, 8])).p, { estimable: false, because: "too-few-values", n: 4 });
});

test("a count that is not a count, or a value that is not a number, throws", () => {
  for (const n of [-1, 0.5, Number.NaN]) assert.throws(() => describe([{ value: 1, n }], 7), /whole number/);
  assert.throws(() => describe([{ value: Number.NaN, n: 1 }], 7), /missing is null/);
});

test("seven values by hand: 1 2 2 3 5 8 14", () => {
  const rows = single([1, 2, 2, 3, 5, 8, 14]);
  agrees(describe(rows, 6).mean, 5, 0, "35 / 7");
  // 16 + 9 + 9 + 4 + 0 + 9 + 81 = 128
  agrees(describe(rows, 6).sd, Math.sqrt(128 / 6), 1e-15, "SD");
  agrees(describe(rows, 6).upperQuartile, 8, 0, "type 6: place 8 x 3/4 = 6");
  agrees(describe(rows, 7).upperQuartile, 6.5, 0, "type 7: place 1 + 6 x 3/4 = 5.5");
});

test("the mean and SD of large numbers keep their digits", () => {
  const rows = single([1e9 + 1, 1e9 + 2, 1e9 + 3]);
  assert.deepEqual(describe(rows, 7).sd, { estimable: true, value: 1 });
});

test("W does not care where zero is", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
  const { w } = shapiroWilk(single(values));
  agrees(shapiroWilk(single(values.map((value) => value + 1e12))).w, w.estimable ? w.value : null, 1e-15, "W");
});

test("the median of an odd number of values is the middle one to the last bit, though 1/3 + 1/2 is not exact", () => {
  for (let n = 3; n <= 15; n += 2) {
    const tally = sortedTally(single(Array.from({ length: n }, (_, i) => Math.sqrt(i + 2))));
    for (const type of [5, 6, 7, 8, 9] as const)
      assert.deepEqual(quantile(tally, 0.5, type), { estimable: true, value: Math.sqrt((n - 1) / 2 + 2) }, `${type}`);
  }
});
