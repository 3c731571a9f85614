import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bartlettTest,
  type ComparisonFamily,
  chiSquareTable,
  concordance,
  coxRegression,
  type Estimate,
  fisherExactTable,
  frequencyTable,
  kaplanMeier,
  kaplanMeierByGroup,
  kolmogorovSmirnov,
  kolmogorovUpper,
  landmark,
  lilliefors,
  logRankTest,
  meanSurvivalTime,
  medianFollowUp,
  quantile,
  riskTableAt,
  rowsFrom,
  sortedTally,
  survivalAt,
  survivalQuantile,
  turnbull,
  weightedLogRankTest,
} from "../src/index.ts";
import { agrees, DATA, single } from "./reference.ts";

/** The traps of survival and clinical statistics that other programs have fallen into, T1 to T24, one test each. */
const known = (estimate: Estimate): number => (estimate.estimable ? estimate.value : assert.fail(estimate.because));

const lung = {
  time: DATA.lung.time,
  event: DATA.lung.status.map((status) => Number(status === 2)),
};

test("T1: R has two medians where the curve stays at one half, 87 and 102.5: the rule is in the answer", () => {
  const time = [54, 75, 77, 84, 87, 92, 95, 100, 110, 118];
  const curve = kaplanMeier({ time, event: time.map((at) => Number(at <= 87)) }, "log", 0.95);
  agrees(survivalQuantile(curve, 0.5, "r-print").value, 87, 0, "print(survfit)");
  agrees(survivalQuantile(curve, 0.5, "r-quantile").value, 102.5, 0, "quantile(survfit)");
  assert.equal(survivalQuantile(curve, 0.5, "r-print").rule, "r-print");
});

test("T2: times equal but for rounding are tied, and how many were is said", () => {
  const curve = kaplanMeier({ time: [0.1 + 0.2, 0.3, 1], event: [1, 1, 0] }, "log", 0.95);
  assert.equal(curve.steps.length, 2);
  assert.equal(curve.mergedTimes, 1);
});

test("T3, T4: a risk table counts all who left before a time, and those censored on it are still at risk", () => {
  const curve = kaplanMeier({ time: [2, 4, 4, 6], event: [1, 1, 0, 1] }, "log", 0.95);
  assert.deepEqual(riskTableAt(curve, 4), { time: 4, atRisk: 3, events: 1, censored: 0 });
  assert.deepEqual(riskTableAt(curve, 5), { time: 5, atRisk: 1, events: 2, censored: 1 });
  assert.equal(curve.steps[1]?.atRisk, 3);
});

test("T4: who enters on the time of an event is not at risk for it", () => {
  const curve = kaplanMeier({ start: [0, 0, 4], time: [4, 9, 9], event: [1, 0, 1] }, "log", 0.95);
  assert.equal(curve.steps[0]?.atRisk, 2);
});

test("T5: a risk set that delayed entry leaves empty takes the curve to 0 for good, and that is said", () => {
  const curve = kaplanMeier({ start: [0, 3, 3], time: [1, 5, 8], event: [1, 1, 0] }, "log", 0.95);
  assert.equal(curve.emptiedAt, 1);
  assert.equal(kaplanMeier({ start: [0, 0, 3], time: [1, 5, 8], event: [1, 1, 0] }, "log", 0.95).emptiedAt, undefined);
});

test("T6: where S is 1 both limits are 1, where it is 0 there are none, whatever the kind", () => {
  for (const type of ["log-log", "log", "plain", "logit", "arcsine"] as const) {
    const { steps } = kaplanMeier({ time: [1, 2], event: [0, 1] }, type, 0.95);
    assert.deepEqual(steps[0]?.lower, { estimable: true, value: 1 });
    assert.equal(steps[1]?.upper.estimable, false);
  }
});

test("T7: a landmark sets the clock back, so a restricted mean counts from it; its end is always named", () => {
  const rows = rowsFrom<{ time: number; event: 0 | 1 }>({ time: lung.time, event: lung.event as (0 | 1)[] });
  const later = kaplanMeier(landmark(rows, 90).rows, "log", 0.95);
  agrees(meanSurvivalTime(later, 1022 - 90, 0.95).value, 330.560408566, 1e-11, "summary(survfit(...), rmean = 932)");
});

test("T8: the interval-censored estimate says how far the conditions of its maximum are missed", () => {
  assert.ok(turnbull([0, 1, 3].map((left) => ({ left, right: left + 2, n: 3 }))).missedBy <= 1e-11);
});

test("T9: the Wald test is not rounded to two decimals, 29.9292511976 where R's summary prints 29.93", () => {
  const covariates = ["age", "sex", "ph.ecog"].map((name) => ({ name, values: DATA.lung[name as "age"] }));
  agrees(coxRegression({ ...lung, covariates }, "efron", 0.95).wald.chi2, 29.9292511976, 1e-11, "fit$wald.test");
});

test("T10: exact ties with delayed entry, which R's coxph cannot return, are those of all choices from the risk set", () => {
  const data = {
    start: [0, 0, 1, 0, 2, 0],
    time: [3, 3, 3, 5, 5, 6],
    event: [1, 1, 0, 1, 0, 1],
    covariates: [{ name: "x", values: [1, 0, 2, 1, 0, 3] }],
  };
  const fit = coxRegression(data, "exact", 0.95);
  // Maximised in R over every choice of the tied events: beta -0.60197023565, log-likelihood at 0 -3.80666248977.
  agrees(fit.coefficients[0]?.beta ?? 0, -0.601970235651, 1e-9, "beta");
  agrees(fit.logLik[0], -3.80666248977, 1e-11, "log-likelihood at 0");
});

test("T11: a likelihood without a maximum is detected, and no hazard ratio of 1e9 is printed", () => {
  const covariates = [{ name: "x", values: [1, 1, 1, 1, 0, 0, 0, 0] }];
  const fit = coxRegression(
    { time: [1, 2, 3, 4, 5, 6, 7, 8], event: [1, 1, 1, 1, 0, 0, 0, 0], covariates },
    "efron",
    0.95,
  );
  assert.deepEqual(fit.coefficients[0]?.hazardRatio, { estimable: false, because: "monotone-likelihood", n: 8 });
});

test("T12: a covariate at 1e7 changes nothing, and pairs beyond 2^31 are counted", () => {
  const values = DATA.lung.age;
  const fit = (offset: number) =>
    coxRegression(
      { ...lung, covariates: [{ name: "age", values: values.map((age) => (age ?? 0) + offset) }] },
      "efron",
      0.95,
    );
  agrees(fit(1e7).coefficients[0]?.beta ?? 0, known(fit(0).coefficients[0]?.beta ?? assert.fail()), 1e-9, "beta");
  const many = coxRegression(
    { time: [1, 2], event: [1, 0], n: [200_000, 200_000], covariates: [{ name: "x", values: [1, 0] }] },
    "breslow",
    0.95,
  );
  const { concordant, discordant, tiedRisk } = concordance(many, 0.95);
  assert.equal(concordant + discordant + tiedRisk, 4e10);
});

test("T13: the log-rank test is not the sum of (O - E)^2 / E, and its p is no 0 beyond 1e-16", () => {
  const found = logRankTest({ ...lung, group: DATA.lung.sex });
  const shortcut = found.groups.reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0);
  assert.ok(Math.abs(shortcut - known(found.chi2)) > 0.05);
  const time = Array.from({ length: 400 }, (_, i) => i + 1);
  const far = logRankTest({ time, event: time.map(() => 1), group: time.map((at) => (at <= 200 ? "a" : "b")) });
  assert.ok(known(far.p) > 0 && known(far.p) < 1e-30);
});

test("T14: each weighted test carries its own name and formula", () => {
  const names = (
    [
      { family: "gehan" },
      { family: "tarone-ware" },
      { family: "peto" },
      { family: "fleming-harrington", p: 0, q: 1 },
    ] as const satisfies readonly ComparisonFamily[]
  ).map((family) => weightedLogRankTest({ ...lung, group: DATA.lung.sex }, family).method);
  assert.deepEqual(names, [
    "Gehan-Breslow-Wilcoxon (weight: number at risk)",
    "Tarone-Ware (weight: root of the number at risk)",
    "Peto-Peto (weight: product of 1 - d / (r + 1))",
    "Fleming-Harrington (weight: S(t-)^0 (1 - S(t-))^1)",
  ]);
});

// T15, T16: competing-risks.test.ts holds Gray's test against cmprsk, the absent cause and both variances; ties are always named.

test("T17: groups come in code-point order whatever the locale, and are matched by name", () => {
  const group = ["20-50", ">50", "<=20", "20-50"];
  const curves = kaplanMeierByGroup({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group }, undefined, "log", 0.95);
  assert.deepEqual(
    curves.map((own) => own.group),
    ["20-50", "<=20", ">50"],
  );
});

test("T18: percentages are not rounded here and not forced to 100", () => {
  const { lines } = frequencyTable([
    { value: 0, n: 10 },
    { value: 1, n: 31 },
    { value: 2, n: 15 },
  ]);
  const rounded = lines.map(({ percent }) => Math.round(known(percent)));
  assert.deepEqual(rounded, [18, 55, 27]);
});

test("T19: quartiles of R, SPSS and SAS differ and are named by type", () => {
  const tally = sortedTally(single([3, 7, 8, 12, 20, 21]));
  assert.deepEqual(
    ([7, 6, 2] as const).map((type) => known(quantile(tally, 0.25, type))),
    [7.25, 6, 7],
  );
});

test("T20: the uncorrected Kolmogorov-Smirnov of old SPSS calls normal what Lilliefors does not", () => {
  const skewed = single([1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 11, 15, 21, 30, 34, 40]);
  assert.ok(known(kolmogorovSmirnov(skewed).p) > 0.05);
  assert.ok(known(lilliefors(skewed).p) < 0.05);
});

test("T21: Kolmogorov's distribution is 1 at tiny distances, where one of its series does not converge", () => {
  assert.equal(kolmogorovUpper(0.01), 1);
  assert.equal(kolmogorovUpper(0), 1);
});

test("T22: in reverse follow-up an event leaves before those censored on its day", () => {
  agrees(
    medianFollowUp([
      { time: 5, event: 1, n: 3 },
      { time: 5, event: 0, n: 1 },
      { time: 9, event: 0, n: 1 },
    ]),
    5,
    0,
    "median",
  );
});

test("T23: a group of one has no variance, and an exact p never exceeds 1", () => {
  assert.equal(bartlettTest(rowsFrom({ group: ["a", "a", "b"], value: [1, 2, 3] })).p.estimable, false);
  assert.ok(
    known(
      fisherExactTable([
        [3, 3, 3],
        [3, 3, 3],
      ]).p,
    ) <= 1,
  );
});

test("T24: a continuity correction cannot be asked for beyond 2x2", () => {
  assert.equal(chiSquareTable.length, 1);
  assert.match(
    chiSquareTable([
      [1, 2, 3],
      [3, 2, 1],
    ]).convention,
    /no continuity correction/,
  );
});

test("past the last follow-up nothing is known unless the curve has come down to 0", () => {
  const curve = kaplanMeier({ time: [1, 2], event: [1, 0] }, "log", 0.95);
  assert.equal(survivalAt(curve, 3).survival.estimable, false);
});
