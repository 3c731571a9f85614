import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  chiSquareTable,
  clopperPearson,
  describe,
  fisherExact,
  kaplanMeier,
  kolmogorovSmirnov,
  kruskalWallis,
  lilliefors,
  logRankTest,
  type QuantileType,
  quantile,
  rankSumTest,
  reverseKaplanMeier,
  rocArea,
  rocCurve,
  shapiroWilk,
  sortedTally,
  spearman,
  stratifiedLogRankTest,
  survivalQuantile,
  tTest,
} from "../src/index.ts";
import { agrees } from "./reference.ts";

const SEED = { seed: 1906, numRuns: 200 };

const count = fc.integer({ min: 0, max: 3 });
const small = fc.integer({ min: -8, max: 8 });
const yesNo = fc.constantFrom<0 | 1>(0, 1);
const group = fc.constantFrom("a", "b", "C");

const values = fc.array(fc.record({ value: fc.option(small), n: count }), { maxLength: 30 });
const twoGroups = fc.array(fc.record({ group: yesNo, value: fc.option(small), n: count }), { maxLength: 30 });
const grouped = fc.array(fc.record({ group, value: fc.option(small), n: count }), { maxLength: 30 });
const pairs = fc.array(fc.record({ x: fc.option(small), y: fc.option(small), n: count }), { maxLength: 30 });
const scored = fc.array(fc.record({ score: fc.option(small), truth: fc.option(yesNo), n: count }), { maxLength: 30 });
const followed = fc.array(
  fc.record({
    time: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 9 }),
    event: fc.option(yesNo, { freq: 9 }),
    n: count,
    group,
    stratum: fc.constantFrom("s", "t"),
  }),
  { maxLength: 40 },
);

/** Rows of one each. */
const spread = <Row extends { readonly n: number }>(rows: readonly Row[]): readonly Row[] =>
  rows.flatMap((row) => Array.from({ length: row.n }, () => ({ ...row, n: 1 })));

/** The same subjects in other rows give the same result to the last bit: reversed, one by one, and half of them beside the rest. */
function countsOnly<Row extends { readonly n: number }>(
  rows: fc.Arbitrary<readonly Row[]>,
  estimate: (rows: readonly Row[]) => unknown,
): void {
  fc.assert(
    fc.property(rows, (drawn) => {
      const whole = estimate(drawn);
      assert.deepEqual(estimate(drawn.toReversed()), whole, "order");
      assert.deepEqual(estimate(spread(drawn)), whole, "one by one");
      const halves = [
        ...drawn.map((row) => ({ ...row, n: row.n >> 1 })),
        ...drawn.map((row) => ({ ...row, n: row.n - (row.n >> 1) })),
      ];
      assert.deepEqual(estimate(halves), whole, "pooled from two");
      assert.doesNotMatch(
        JSON.stringify(whole, (_, x) => (typeof x === "number" && !Number.isFinite(x) ? "BROKEN" : x)),
        /BROKEN/,
      );
    }),
    SEED,
  );
}

test("descriptions and normality tests depend on the counts alone", () => {
  countsOnly(values, (rows) => [describe(rows, 6), kolmogorovSmirnov(rows), lilliefors(rows), shapiroWilk(rows)]);
});

test("rank tests, correlations and t tests depend on the counts alone", () => {
  countsOnly(twoGroups, (rows) => [rankSumTest(rows), tTest(rows, "equal", 0.95), tTest(rows, "unequal", 0.9)]);
  countsOnly(pairs, spearman);
  countsOnly(grouped, kruskalWallis);
});

test("ROC curves and areas depend on the counts alone", () => {
  countsOnly(scored, (rows) => [rocArea(rows, 0.95), rocCurve(rows)]);
});

test("curves and their comparisons depend on the counts alone", () => {
  countsOnly(followed, (rows) => [
    kaplanMeier(rows, "log-log", 0.95),
    reverseKaplanMeier(rows, "log", 0.9),
    logRankTest(rows),
    stratifiedLogRankTest(rows),
  ]);
});

test("days counted in buckets and times sorted give one curve; time in other units only stretches it", () => {
  fc.assert(
    fc.property(followed, fc.constantFrom(0.5, 0.25, 1e6), (rows, unit) => {
      const scaled = rows.map((row) => ({ ...row, time: row.time === null ? null : (row.time + 1) * unit }));
      const days = kaplanMeier(rows, "log", 0.95);
      const other = kaplanMeier(scaled, "log", 0.95);
      assert.deepEqual(
        other.steps.map((step) => ({ ...step, time: step.time / unit - 1 })),
        days.steps,
      );
      assert.deepEqual(logRankTest(scaled), logRankTest(rows));
      const [before, after] = [days, other].map((fit) => survivalQuantile(fit, 0.5, "r-quantile").value);
      if (before?.estimable && after?.estimable) agrees(after.value, (before.value + 1) * unit, 1e-15, "median");
      else assert.deepEqual(after, before);
    }),
    SEED,
  );
});

test("limits hold the estimate between them, and survival never rises", () => {
  fc.assert(
    fc.property(followed, fc.constantFrom("log-log", "log", "plain"), (rows, type) => {
      let before = 1;
      for (const { survival, lower, upper } of kaplanMeier(rows, type as "log", 0.95).steps) {
        assert.ok(survival <= before && survival >= 0);
        if (lower.estimable) assert.ok(lower.value <= survival + 1e-15);
        if (upper.estimable) assert.ok(upper.value >= survival - 1e-15);
        before = survival;
      }
    }),
    SEED,
  );
});

test("observed and expected events have one sum", () => {
  fc.assert(
    fc.property(followed, (rows) => {
      const { groups } = logRankTest(rows);
      const sum = (of: "observed" | "expected") => groups.reduce((total, row) => total + row[of], 0);
      assert.ok(Math.abs(sum("observed") - sum("expected")) < 1e-9);
    }),
    SEED,
  );
});

test("a quantile of any type lies within the values and never falls as the share rises", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 9 }), (rows, type) => {
      const tally = sortedTally(rows);
      const found = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((p) => quantile(tally, p, type as QuantileType));
      let before = tally.values[0] ?? 0;
      for (const estimate of found) {
        if (!estimate.estimable) return assert.equal(tally.n, 0);
        assert.ok(estimate.value >= before - 1e-12 && estimate.value <= (tally.values.at(-1) ?? 0) + 1e-12);
        before = estimate.value;
      }
    }),
    SEED,
  );
});

test("with two groups Kruskal-Wallis is the rank sum test without continuity correction, squared", () => {
  fc.assert(
    fc.property(twoGroups, (rows) => {
      const {
        w,
        n: [k, m],
      } = rankSumTest(rows);
      const { h, missing } = kruskalWallis(rows.map((row) => ({ ...row, group: String(row.group) })));
      assert.equal(missing, rankSumTest(rows).missing);
      if (!w.estimable || !h.estimable) return;
      const known = spread(rows).filter(({ value }) => value !== null);
      const ties = [...new Set(known.map(({ value }) => value))].map(
        (v) => known.filter(({ value }) => value === v).length,
      );
      const N = k + m;
      const variance = ((k * m) / 12) * (N + 1 - ties.reduce((sum, t) => sum + t ** 3 - t, 0) / (N * (N - 1)));
      const z2 = (w.value - (k * m) / 2) ** 2 / variance;
      assert.ok(Math.abs(z2 - h.value) <= 1e-10 * (1 + z2), `${z2} and ${h.value}`);
    }),
    SEED,
  );
});

test("calling the well ill and the ill well turns the area round", () => {
  fc.assert(
    fc.property(scored, (rows) => {
      const turned = rows.map(
        (row) => ({ ...row, truth: row.truth === null ? null : row.truth === 1 ? 0 : 1 }) as const,
      );
      const [one, other] = [rocArea(rows, 0.95), rocArea(turned, 0.95)];
      if (one.area.estimable) agrees(other.area, 1 - one.area.value + 0, 1e-12, "area");
      if (one.stdError.estimable && one.stdError.value > 0) agrees(other.stdError, one.stdError.value, 1e-9, "error");
    }),
    SEED,
  );
});

test("Fisher's p is the same for a table turned or mirrored, and at most 1; two rows give chi-square of two ways alike", () => {
  const cell = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const p = fisherExact({ a, b, c, d });
      if (!p.estimable) return;
      assert.ok(p.value > 0 && p.value <= 1);
      agrees(fisherExact({ a, b: c, c: b, d }), p.value, 1e-12, "turned");
      agrees(fisherExact({ a: b, b: a, c: d, d: c }), p.value, 1e-12, "mirrored");
      const rows = chiSquareTable([
        [a, b],
        [c, d],
      ]);
      const columns = chiSquareTable([
        [a, c],
        [b, d],
      ]);
      if (rows.chi2.estimable && rows.chi2.value > 1e-9) agrees(columns.chi2, rows.chi2.value, 1e-11, "chi-square");
    }),
    SEED,
  );
});

test("Clopper-Pearson limits of x and of n - x are each other's complements", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (n, drawn) => {
      const x = Math.min(n, drawn);
      const { lower } = clopperPearson(x, n, 0.95);
      const { upper } = clopperPearson(n - x, n, 0.95);
      if (lower.estimable && upper.estimable) assert.ok(Math.abs(lower.value + upper.value - 1) < 1e-12);
    }),
    SEED,
  );
});
