import assert from "node:assert/strict";
import { test } from "node:test";
import {
  carriedSurvivalAt,
  type FollowUp,
  kaplanMeier,
  kaplanMeierByGroup,
  logRankTest,
  medianFollowUp,
  reverseKaplanMeier,
  riskTableAt,
  survivalAt,
  survivalQuantile,
} from "../src/index.ts";
import { agrees } from "./reference.ts";

const ended = (time: number, event: 0 | 1, n = 1): FollowUp => ({ time, event, n });

/** Flat at one half to the end: times and events of trap T1. */
const FLAT = [54, 75, 77, 84, 87].map((time) => ended(time, 1)).concat([92, 95, 100, 110, 118].map((t) => ended(t, 0)));

test("where the curve stays at one half R prints 87 and its quantile() says 102.5: the rule is named", () => {
  const fit = kaplanMeier(FLAT, "log", 0.95);
  agrees(survivalQuantile(fit, 0.5, "r-print").value, 87, 0, "print(survfit)");
  agrees(survivalQuantile(fit, 0.5, "r-quantile").value, 102.5, 0, "quantile(survfit)");
  agrees(survivalQuantile(fit, 0.5, "first-time").value, 87, 0, "first time");
  assert.equal(survivalQuantile(fit, 0.5, "r-quantile").rule, "r-quantile");
});

test("a curve flat at 2/3 is flat at 1 - 1/3, though the two differ in the last bit", () => {
  const fit = kaplanMeier([ended(1, 1), ended(2, 1), ended(3, 0)], "plain", 0.95);
  agrees(survivalQuantile(fit, 1 / 3, "r-quantile").value, 1.5, 1e-15, "flat at 2/3 from 1 to 2");
});

test("Greenwood by hand: 2 of 4, then 1 of 2", () => {
  const { steps } = kaplanMeier([ended(3, 1, 2), ended(5, 1), ended(5, 0)], "plain", 0.95);
  const [first, second] = steps;
  agrees(first?.stdError ?? 0, 0.5 * Math.sqrt(2 / (4 * 2)), 1e-15, "at 3");
  agrees(second?.survival ?? 0, 0.25, 0, "S(5)");
  agrees(second?.stdError ?? 0, 0.25 * Math.sqrt(2 / (4 * 2) + 1 / (2 * 1)), 1e-15, "at 5");
});

test("before the first event the limits are 1 and 1; once all have had it there are none", () => {
  for (const type of ["log-log", "log", "plain"] as const) {
    const { steps } = kaplanMeier([ended(1, 0), ended(2, 1)], type, 0.95);
    assert.deepEqual(steps[0]?.lower, { estimable: true, value: 1 });
    assert.deepEqual(steps[0]?.upper, { estimable: true, value: 1 });
    assert.deepEqual(steps[1]?.lower, { estimable: false, because: "survival-zero", n: 1 });
  }
});

test("past the last follow-up survival is not estimable, or carried where that is asked for", () => {
  const fit = kaplanMeier([ended(2, 1), ended(5, 0)], "plain", 0.95);
  assert.equal(survivalAt(fit, 5.1).survival.estimable, false);
  agrees(carriedSurvivalAt(fit, 5.1).survival, 0.5, 0, "carried");
  agrees(survivalAt(fit, 1.9).survival, 1, 0, "before the first step");
  assert.deepEqual(carriedSurvivalAt(kaplanMeier([], "plain", 0.95), 1).survival, {
    estimable: false,
    because: "no-values",
    n: 0,
  });
});

test("an event on the day of a risk table still counts as at risk; the three sum to n", () => {
  const fit = kaplanMeier([ended(10, 1), ended(10, 0), ended(12, 1)], "plain", 0.95);
  assert.deepEqual(riskTableAt(fit, 10), { time: 10, atRisk: 3, events: 0, censored: 0 });
  assert.deepEqual(riskTableAt(fit, 11), { time: 11, atRisk: 1, events: 1, censored: 1 });
});

test("a missing time or event is counted and left out", () => {
  const fit = kaplanMeier([{ time: null, event: 1, n: 2 }, { time: 3, event: null, n: 1 }, ended(4, 1)], "log", 0.95);
  assert.deepEqual([fit.n, fit.missing, fit.events], [1, 3, 1]);
});

test("flipping the indicator would give another median follow-up than events first", () => {
  const rows = [ended(4, 1, 2), ended(4, 0, 1), ended(9, 0, 1)];
  agrees(medianFollowUp(rows), 4, 0, "one of two left on day 4");
  const flipped = kaplanMeier(
    rows.map((row) => ended(row.time ?? 0, row.event === 1 ? 0 : 1, row.n)),
    "log",
    0.95,
  );
  agrees(survivalQuantile(flipped, 0.5, "first-time").value, 9, 0, "the wrong way says 9");
  assert.deepEqual(
    reverseKaplanMeier(rows, "log", 0.95).steps.map(({ atRisk, survival }) => [atRisk, survival]),
    [
      [2, 0.5],
      [1, 0],
    ],
  );
});

test("log-rank by hand: two events in x, then one in y", () => {
  const rows = [
    { ...ended(1, 1), group: "x" },
    { ...ended(2, 1), group: "x" },
    { ...ended(3, 1), group: "y" },
    { ...ended(4, 0), group: "y" },
  ];
  // Expected in y: 2/4 + 2/3 + 1; its variance: 1/2 1/2 + 2/3 1/3 + 0.
  const found = logRankTest(rows);
  agrees(found.groups[1]?.expected ?? 0, 13 / 6, 1e-15, "expected in y");
  agrees(found.chi2, (1 - 13 / 6) ** 2 / (1 / 4 + 2 / 9), 1e-14, "chi-square");
  const shortcut = (1 - 13 / 6) ** 2 / (13 / 6) + (2 - 5 / 6) ** 2 / (5 / 6);
  assert.ok(found.chi2.estimable && Math.abs(found.chi2.value - shortcut) > 0.1, "not the sum of (O - E)^2 / E");
});

test("comparisons that cannot be had say why", () => {
  const one = [{ ...ended(1, 1), group: "x" }];
  assert.deepEqual(logRankTest(one).chi2, { estimable: false, because: "one-group", n: 1 });
  const quiet = [
    { ...ended(1, 0), group: "x" },
    { ...ended(2, 0), group: "y" },
  ];
  assert.deepEqual(logRankTest(quiet).chi2, { estimable: false, because: "no-events", n: 2 });
  const alone = [
    { ...ended(1, 0), group: "x" },
    { ...ended(2, 1), group: "y" },
  ];
  assert.deepEqual(logRankTest(alone).chi2, { estimable: false, because: "no-variation", n: 2 });
});

test("groups come in the order asked for, an empty one with an empty curve, an unknown one throws", () => {
  const rows = [{ ...ended(3, 1), group: "<=20" }];
  const curves = kaplanMeierByGroup(rows, [">50", "<=20"], "log", 0.95);
  assert.deepEqual(
    curves.map(({ group, curve }) => [group, curve.n, curve.steps.length]),
    [
      [">50", 0, 0],
      ["<=20", 1, 1],
    ],
  );
  assert.throws(() => kaplanMeierByGroup(rows, [">50"], "log", 0.95), /not among/);
});
