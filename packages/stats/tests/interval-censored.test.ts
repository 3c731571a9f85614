import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type IntervalCensored, turnbull, turnbullSurvival } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

const R = answers<{
  readonly sets: readonly {
    readonly left: readonly number[];
    readonly right: readonly (number | null)[];
    readonly logLik: number;
  }[];
}>("interval-censored");

const rowsOf = (left: readonly number[], right: readonly (number | null)[]): readonly IntervalCensored[] =>
  left.map((begin, i) => ({ left: begin, right: right[i] ?? null, n: 1 }));

test("the likelihood is that of self-consistency run until nothing moves, which survfit stops early (T8)", () => {
  const compare = against(
    "interval-censored",
    "Turnbull's log-likelihood",
    "self-consistency to 1e-17 (reference/interval-censored.R)",
  );
  for (const [i, { left, right, logLik }] of R.sets.entries()) {
    const found = turnbull(rowsOf(left, right));
    compare(found.logLik, logLik, `set ${i}`);
    assert.ok(found.missedBy <= 1e-11, `Kuhn-Tucker missed by ${found.missedBy}`);
  }
});

test("by hand: (0, 2], (1, 3], (4, never]", () => {
  // Innermost are (1, 2] and beyond 4: two thirds and one third.
  const found = turnbull(rowsOf([0, 1, 4], [2, 3, null]));
  assert.deepEqual(
    found.intervals.map(({ left, right }) => [left, right]),
    [
      [1, 2],
      [4, null],
    ],
  );
  assert.ok(Math.abs((found.intervals[0]?.mass ?? 0) - 2 / 3) < 1e-12);
  const inside = turnbullSurvival(found, 1.5);
  assert.ok(Math.abs(inside.lower - 1 / 3) < 1e-12 && inside.upper === 1);
  assert.deepEqual(turnbullSurvival(found, 1), { lower: 1, upper: 1 });
});

test("exact and right-censored times alone give Kaplan-Meier", () => {
  const found = turnbull([
    { left: 3, right: 3, n: 2 },
    { left: 4, right: null, n: 1 },
    { left: 6, right: 6, n: 1 },
  ]);
  assert.deepEqual(
    found.intervals.map(({ left }) => left),
    [3, 6],
  );
  assert.ok(Math.abs((found.intervals[0]?.mass ?? 0) - 1 / 2) < 1e-12);
  assert.ok(Math.abs((found.intervals[1]?.mass ?? 0) - 1 / 2) < 1e-12);
});

const drawn = fc.array(
  fc.record({
    left: fc.integer({ min: 0, max: 9 }),
    width: fc.option(fc.integer({ min: 0, max: 5 })),
    n: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 15 },
);

test("for whatever intervals: masses sum to 1, the conditions hold, order and counting do not matter", () => {
  fc.assert(
    fc.property(drawn, (rows) => {
      const given = rows.map(({ left, width, n }) => ({ left, right: width === null ? null : left + width, n }));
      const found = turnbull(given);
      assert.ok(Math.abs(found.intervals.reduce((sum, { mass }) => sum + mass, 0) - 1) < 1e-9);
      assert.ok(found.missedBy < 1e-8, `missed by ${found.missedBy}`);
      const spread = given.flatMap((row) => Array.from({ length: row.n }, () => ({ ...row, n: 1 }))).toReversed();
      const other = turnbull(spread);
      const value = (one: typeof found) => (one.logLik.estimable ? one.logLik.value : Number.NaN);
      assert.ok(Math.abs(value(other) - value(found)) <= 1e-8 * Math.max(1, Math.abs(value(found))));
    }),
    { numRuns: 150 },
  );
});

test("nobody is an answer, and a reversed interval is refused", () => {
  assert.deepEqual(turnbull([]).logLik, { estimable: false, because: "no-values", n: 0 });
  assert.throws(() => turnbull([{ left: 3, right: 2, n: 1 }]), /does not end before it begins, got 3 to 2/);
});
