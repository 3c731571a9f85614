import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type ConfidenceType,
  type FollowUp,
  kaplanMeier,
  logRankTest,
  medianFollowUp,
  riskTableAt,
  survivalAt,
  survivalQuantile,
} from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, REFERENCE } from "./reference.ts";

const NAMES: Readonly<Record<string, ConfidenceType>> = { loglog: "log-log", log: "log", plain: "plain" };

for (const [index, curve] of REFERENCE.curves.entries()) {
  const rows: readonly FollowUp[] = curve.x.map((time: number, i: number) => ({ time, event: curve.e[i], n: 1 }));

  for (const [name, type] of Object.entries(NAMES)) {
    test(`curve ${index}, ${type}: every step is survfit's`, () => {
      const fit = kaplanMeier(rows, type, 0.95);
      const expected = curve[name];
      assert.deepEqual(
        fit.steps.map(({ time }) => time),
        expected.time,
      );
      for (const [i, step] of fit.steps.entries()) {
        agrees(step.atRisk, expected.risk[i], 0, "at risk");
        agrees(step.events, expected.events[i], 0, "events");
        agrees(step.censored, expected.censored[i], 0, "censored");
        agrees(step.survival, expected.surv[i], 1e-12, `survival at ${step.time}`);
        if (step.survival > 0) agrees(step.stdError, expected.se[i], 1e-11, `standard error at ${step.time}`);
        const none = expected.lower[i] === null || step.survival === 0 || step.survival === 1;
        // At S = 1 survival 3.5-3 prints NaN for log-log; 3.8-6 and we say 1. At S = 0 R's limits are missing or degenerate.
        if (!none) {
          agrees(step.lower, expected.lower[i], 1e-10, `lower at ${step.time}`);
          agrees(step.upper, expected.upper[i], 1e-10, `upper at ${step.time}`);
        }
      }
    });

    test(`curve ${index}, ${type}: both of R's medians`, () => {
      const fit = kaplanMeier(rows, type, 0.95);
      agrees(survivalQuantile(fit, 0.5, "r-print").value, curve[name].printMedian[0], 1e-12, "print");
      agrees(survivalQuantile(fit, 0.5, "r-quantile").value, curve[name].quantileMedian[0], 1e-12, "quantile");
      agrees(survivalQuantile(fit, 0.5, "r-quantile").lower, curve[name].quantileMedian[1], 1e-12, "lower");
      agrees(survivalQuantile(fit, 0.5, "r-quantile").upper, curve[name].quantileMedian[2], 1e-12, "upper");
    });
  }
}

test("the log-rank test is survdiff's, with expected events", () => {
  comparing("survival", "log-rank test, with strata", "survdiff(Surv(time, event) ~ group + strata(s))");
  for (const { x, e, g, chi2, p, expected } of REFERENCE.comparisons) {
    const rows = x.map((time: number, i: number) => ({ time, event: e[i], group: g[i], n: 1 }));
    const found = logRankTest(rows);
    agrees(found.chi2, chi2, 1e-10, "chi2");
    agrees(found.p, p, 1e-10, "p");
    for (const [i, group] of found.groups.entries())
      agrees(group.expected, expected[i], 1e-11, `expected ${group.group}`);
  }
});

test("six subjects by hand: the one censored on day 6 is still at risk on day 6", () => {
  const rows: readonly FollowUp[] = [
    { time: 1, event: 1, n: 1 },
    { time: 6, event: 1, n: 1 },
    { time: 6, event: 0, n: 1 },
    { time: 8, event: 0, n: 2 },
    { time: 9, event: 1, n: 1 },
  ];
  const { steps } = kaplanMeier(rows, "plain", 0.95);
  assert.deepEqual(
    steps.map(({ atRisk }) => atRisk),
    [6, 5, 3, 1],
  );
  agrees(steps[1]?.survival ?? 0, (5 / 6) * (4 / 5), 1e-15, "S(6)");
  agrees(steps[3]?.survival ?? 1, 0, 0, "S(9)");
});

test("in the reverse curve a subject with an event leaves before those censored that day", () => {
  const rows: readonly FollowUp[] = [
    { time: 4, event: 1, n: 2 },
    { time: 4, event: 0, n: 1 },
    { time: 9, event: 0, n: 1 },
  ];
  agrees(medianFollowUp(rows), 4, 0, "half of the two still followed on day 4 are censored on it");
});

test("past the last follow-up survival is not estimable, unless it has come down to 0", () => {
  const open = kaplanMeier([{ time: 5, event: 0, n: 3 }], "log", 0.95);
  assert.deepEqual(survivalAt(open, 6).survival, { estimable: false, because: "beyond-follow-up", n: 3 });
  const closed = kaplanMeier([{ time: 5, event: 1, n: 3 }], "log", 0.95);
  agrees(survivalAt(closed, 6).survival, 0, 0, "after the last event of all");
});

const followUps = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 20 }),
    event: fc.constantFrom<0 | 1>(0, 1),
    n: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const SEED = { seed: 56, numRuns: 300 };

test("order, repetition and pooling of rows do not change a curve", () => {
  fc.assert(
    fc.property(followUps, (rows) => {
      const spread = rows.flatMap((row) => Array.from({ length: row.n }, () => ({ ...row, n: 1 })));
      const curve = kaplanMeier(rows, "log-log", 0.95);
      assert.deepEqual(kaplanMeier([...rows].reverse(), "log-log", 0.95), curve);
      assert.deepEqual(kaplanMeier(spread, "log-log", 0.95), curve);
    }),
    SEED,
  );
});

test("the three rows of a risk table sum to n at every time", () => {
  fc.assert(
    fc.property(followUps, fc.integer({ min: -1, max: 25 }), (rows, time) => {
      const curve = kaplanMeier(rows, "plain", 0.95);
      const at = riskTableAt(curve, time);
      assert.equal(at.atRisk + at.events + at.censored, curve.n);
    }),
    SEED,
  );
});
