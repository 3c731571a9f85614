import assert from "node:assert/strict";
import { test } from "node:test";
import { acceleratedTime, type Estimate, type TimeDistribution, timeQuantile } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];

interface Fit {
  readonly beta: Numbers;
  readonly se: Numbers;
  readonly scale: number;
  readonly logError: number;
  readonly logLik: Numbers;
  readonly quantile: Numbers;
  readonly quantileError: Numbers;
}

const R = answers<{
  readonly sets: readonly {
    readonly t: Numbers;
    readonly e: Numbers;
    readonly w: Numbers | null;
    readonly x: readonly Numbers[];
    readonly fits: Readonly<Record<string, Fit>>;
  }[];
}>("parametric");

const NAMES: Readonly<Record<TimeDistribution, string>> = {
  exponential: "exponential",
  weibull: "weibull",
  "log-normal": "lognormal",
  "log-logistic": "loglogistic",
};
const log = (estimate: Estimate): Estimate =>
  estimate.estimable ? { estimable: true, value: Math.log(estimate.value) } : estimate;

for (const [i, { t, e, w, x, fits }] of R.sets.entries())
  for (const [distribution, name] of Object.entries(NAMES) as [TimeDistribution, string][])
    test(`set ${i}, ${distribution}: coefficients, scale, likelihood and quantiles are survreg's`, () => {
      const compare = against("parametric", `${distribution} regression`, `survreg(..., dist = "${name}")`, {
        scale: 1e-3,
      });
      const quantiles = against(
        "parametric",
        `${distribution} quantiles of time`,
        'predict(fit, type = "uquantile", se.fit = TRUE)',
      );
      const expected = fits[name] ?? assert.fail();
      const covariates = x.map((values, j) => ({ name: `x${j}`, values }));
      const fit = acceleratedTime({ time: t, event: e, covariates, ...(w && { weight: w }) }, distribution, 0.95);
      compare(fit.intercept.beta, expected.beta[0], "intercept");
      compare(fit.intercept.se, expected.se[0], "its error");
      for (const [j, own] of fit.coefficients.entries()) {
        compare(own.beta, expected.beta[j + 1], own.name);
        compare(own.se, expected.se[j + 1], `error of ${own.name}`);
      }
      compare(fit.scale.value, expected.scale, "scale");
      compare(fit.scale.logError, expected.logError, "error of its logarithm");
      compare(fit.logLik[0], expected.logLik[0], "likelihood, none");
      compare(fit.logLik[1], expected.logLik[1], "likelihood, model");
      const at = Object.fromEntries(x.map((values, j) => [`x${j}`, values[0] ?? 0]));
      for (const [place, share] of [0.1, 0.5, 0.9].entries()) {
        const found = timeQuantile(fit, share, at);
        const centre = expected.quantile[place] ?? 0;
        quantiles(log(found.time), centre, `quantile ${share}`);
        quantiles(
          log(found.upper),
          centre + 1.959963984540054 * (expected.quantileError[place] ?? 0),
          `its upper limit`,
        );
      }
    });

test("by hand: the exponential rate is events over time, its log error one over the root of the events", () => {
  const fit = acceleratedTime({ time: [2, 4, 6, 8], event: [1, 0, 1, 1], covariates: [] }, "exponential", 0.95);
  const { beta, se } = fit.intercept;
  assert.ok(beta.estimable && Math.abs(beta.value - Math.log(20 / 3)) < 1e-14);
  assert.ok(se.estimable && Math.abs(se.value - 1 / Math.sqrt(3)) < 1e-12);
});

test("another unit of time moves the intercept alone, and an offset of 1e7 in a covariate nothing", () => {
  const { t, e, x } = R.sets[1] ?? assert.fail();
  const fit = (unit: number, offset: number) =>
    acceleratedTime(
      {
        time: t.map((time) => time * unit),
        event: e,
        covariates: [{ name: "age", values: (x[0] ?? []).map((a) => a + offset) }],
      },
      "weibull",
      0.95,
    );
  const value = (estimate: Estimate | undefined) => (estimate?.estimable ? estimate.value : Number.NaN);
  const base = fit(1, 0);
  assert.ok(Math.abs(value(fit(30, 0).coefficients[0]?.beta) - value(base.coefficients[0]?.beta)) < 1e-10);
  assert.ok(Math.abs(value(fit(30, 0).intercept.beta) - value(base.intercept.beta) - Math.log(30)) < 1e-9);
  assert.ok(Math.abs(value(fit(1, 1e7).coefficients[0]?.beta) - value(base.coefficients[0]?.beta)) < 1e-9);
});

test("a time of 0, no events, a constant covariate and nobody are said", () => {
  const a = { name: "a", values: [1, 1, 1] };
  assert.throws(
    () => acceleratedTime({ time: [1, 0, 2], event: [1, 1, 0], covariates: [] }, "weibull", 0.95),
    /a time of 0 has no logarithm \(row 2\)/,
  );
  const none = acceleratedTime({ time: [1, 2, 3], event: [0, 0, 0], covariates: [a] }, "weibull", 0.95);
  assert.deepEqual(none.scale.value, { estimable: false, because: "no-events", n: 3 });
  const constant = acceleratedTime({ time: [1, 2, 4], event: [1, 1, 1], covariates: [a] }, "log-normal", 0.95);
  assert.deepEqual(constant.coefficients[0]?.beta, { estimable: false, because: "no-variation", n: 3 });
  assert.equal(constant.scale.value.estimable, true);
  const nobody = acceleratedTime({ time: [], event: [], covariates: [] }, "exponential", 0.95);
  assert.equal(nobody.intercept.beta.estimable, false);
});
