import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type ConfidenceType,
  carriedSurvivalAt,
  type Estimate,
  type FollowUp,
  kaplanMeier,
  logRankTest,
  medianFollowUp,
  reverseKaplanMeier,
  riskTableAt,
  stratifiedLogRankTest,
  survivalQuantile,
} from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, answers } from "./reference.ts";

type Numbers = readonly number[];
type Gaps = readonly (number | null)[];

interface Band {
  readonly lower: Gaps;
  readonly upper: Gaps;
  readonly quantiles: readonly [Gaps, Gaps, Gaps];
  readonly print: Gaps;
  readonly atLower: Gaps;
  readonly atUpper: Gaps;
}

type Columns = "t" | "n" | "time" | "risk" | "events" | "censored" | "survival" | "times" | "at";

interface Curve
  extends Readonly<Record<Columns | "riskBefore" | "eventsBefore", Numbers>>,
    Readonly<Record<"plain" | "log" | "loglog" | "log90", Band>> {
  readonly e: readonly (0 | 1)[];
  readonly error: Gaps;
  readonly reverse: { readonly time: Numbers; readonly survival: Numbers; readonly median: number | null } | null;
}

interface Comparison {
  readonly t: Numbers;
  readonly e: readonly (0 | 1)[];
  readonly g: readonly string[];
  readonly s: readonly string[] | null;
  readonly names: readonly string[];
  readonly n: Numbers;
  readonly observed: Numbers;
  readonly expected: Numbers;
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

const R = answers<{
  readonly shares: Numbers;
  readonly curves: Readonly<Record<string, Curve>>;
  readonly comparisons: readonly Comparison[];
}>("survival");

const BANDS: readonly (readonly ["plain" | "log" | "loglog" | "log90", ConfidenceType, number])[] = [
  ["plain", "plain", 0.95],
  ["log", "log", 0.95],
  ["loglog", "log-log", 0.95],
  ["log90", "log", 0.9],
];

/** Limits against survival 3.5-3. It prints NaN for log-log at S = 1, where 3.8-6 and we say 1, and nothing at S = 0. */
function limit(actual: Estimate, expected: number | null | undefined, survival: number, what: string): void {
  if (survival === 1) agrees(actual, 1, 0, what);
  else if (survival === 0) assert.equal(actual.estimable, false, what);
  else agrees(actual, expected ?? null, 1e-10, what);
}

for (const [name, curve] of Object.entries(R.curves)) {
  const rows: readonly FollowUp[] = curve.t.map((time, i) => ({ time, event: curve.e[i] ?? null, n: curve.n[i] ?? 0 }));

  test(`${name}: counts, survival and Greenwood's error are survfit's`, () => {
    comparing("survival", "Kaplan-Meier and Greenwood's error, tallied rows", "survfit(Surv(time, event) ~ 1)");
    const { steps } = kaplanMeier(rows, "plain", 0.95);
    const column = (of: "time" | "atRisk" | "events" | "censored") => steps.map((step) => step[of]);
    assert.deepEqual(column("time"), curve.time);
    assert.deepEqual(column("atRisk"), curve.risk);
    assert.deepEqual(column("events"), curve.events);
    assert.deepEqual(column("censored"), curve.censored);
    for (const [i, step] of steps.entries()) {
      agrees(step.survival, curve.survival[i] ?? null, 1e-13, `S(${step.time})`);
      // R leaves Inf x 0 = NaN where S is 0.
      agrees(step.stdError, step.survival === 0 ? 0 : (curve.error[i] ?? null), 1e-12, `error at ${step.time}`);
    }
  });

  for (const [key, type, level] of BANDS) {
    const fit = kaplanMeier(rows, type, level);
    const expected = curve[key];

    test(`${name}: ${type} limits at ${level}, at every step and at times, are survfit's`, () => {
      comparing("survival", "plain, log and log-log limits, at steps and times", "summary(survfit(...), times)");
      for (const [i, step] of fit.steps.entries()) {
        limit(step.lower, expected.lower[i], step.survival, `lower at ${step.time}`);
        limit(step.upper, expected.upper[i], step.survival, `upper at ${step.time}`);
      }
      for (const [i, time] of curve.times.entries()) {
        const at = carriedSurvivalAt(fit, time);
        const survival = curve.at[i] ?? 0;
        agrees(at.survival, survival, 1e-13, `S(${time})`);
        limit(at.lower, expected.atLower[i], survival, `lower at ${time}`);
        limit(at.upper, expected.atUpper[i], survival, `upper at ${time}`);
      }
    });

    test(`${name}: quantiles and medians with ${type} limits at ${level} follow both of R's rules`, () => {
      comparing(
        "survival",
        "quantiles and medians with limits, both of R's rules",
        "quantile(survfit(...)), print(survfit(...))",
      );
      for (const [i, share] of R.shares.entries()) {
        const found = survivalQuantile(fit, share, "r-quantile");
        for (const [j, part] of (["value", "lower", "upper"] as const).entries())
          agrees(found[part], expected.quantiles[j]?.[i] ?? null, 1e-13, `${part} of ${share}`);
      }
      const printed = survivalQuantile(fit, 0.5, "r-print");
      for (const [j, part] of (["value", "lower", "upper"] as const).entries())
        agrees(printed[part], expected.print[j] ?? null, 1e-13, `printed ${part}`);
    });
  }

  test(`${name}: the columns of a risk table are counted just before the time`, () => {
    const fit = kaplanMeier(rows, "plain", 0.95);
    for (const [i, time] of curve.times.entries()) {
      assert.equal(riskTableAt(fit, time).atRisk, curve.riskBefore[i]);
      assert.equal(riskTableAt(fit, time).events, curve.eventsBefore[i]);
    }
  });

  test(`${name}: follow-up by the reverse curve is survfit's with events half a day earlier`, () => {
    comparing("survival", "reverse Kaplan-Meier follow-up", "survfit(Surv(ifelse(e == 1, t - 0.5, t), 1 - e) ~ 1)");
    if (curve.reverse === null) return assert.equal(name, "fractional");
    const left = reverseKaplanMeier(rows, "plain", 0.95).steps.filter((step) => step.events > 0);
    assert.deepEqual(
      left.map(({ time }) => time),
      curve.reverse.time,
    );
    for (const [i, { survival }] of left.entries())
      agrees(survival, curve.reverse.survival[i] ?? null, 1e-13, "reverse S");
    const median = medianFollowUp(rows);
    // R prints the middle of a flat stretch at 1/2; the first time is ours.
    const flat = left.some(({ survival }) => Math.abs(survival - 0.5) < 1e-12);
    if (!flat) agrees(median, curve.reverse.median, 1e-13, "median follow-up");
  });
}

test("log-rank tests, with strata as well, are survdiff's", () => {
  comparing("survival", "log-rank test, with strata", "survdiff(Surv(time, event) ~ group + strata(s))");
  for (const { t, e, g, s, ...expected } of R.comparisons) {
    const rows = t.map((time, i) => ({ time, event: e[i] ?? null, group: g[i] ?? "", stratum: s?.[i] ?? "", n: 1 }));
    const found = s === null ? logRankTest(rows) : stratifiedLogRankTest(rows);
    agrees(found.chi2, expected.chi2, 1e-10, "chi-square");
    assert.equal(found.df, expected.df);
    agrees(found.p, expected.p, 1e-10, "p");
    for (const { group, ...own } of found.groups) {
      const i = expected.names.indexOf(group);
      assert.equal(own.n, expected.n[i], `${group} n`);
      assert.equal(own.observed, expected.observed[i], `${group} observed`);
      agrees(own.expected, expected.expected[i] ?? null, 1e-12, `${group} expected`);
    }
  }
});
