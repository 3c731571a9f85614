import assert from "node:assert/strict";
import { test } from "node:test";
import { type Estimate, firthLogisticRegression, logisticRegression } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];

interface Fit {
  readonly y: Numbers;
  readonly x: readonly Numbers[];
  readonly beta: Numbers;
  readonly se: Numbers;
  readonly p: Numbers;
  readonly lower: Numbers;
  readonly upper: Numbers;
}

const R = answers<{
  readonly fits: readonly (Fit & {
    readonly w: Numbers;
    readonly deviance: number;
    readonly null: number;
    readonly aic: number;
  })[];
  readonly firth: readonly (Fit & { readonly logLik: number })[];
}>("logistic");

const named = (x: readonly Numbers[]) => x.map((values, j) => ({ name: `x${j}`, values }));
const log = (estimate: Estimate): Estimate =>
  estimate.estimable ? { estimable: true, value: Math.log(estimate.value) } : estimate;

const coefficients = against("logistic", "coefficients, errors and p", "glm(y ~ x, binomial, weights = n)", {
  scale: 1e-2,
});
const profile = against("logistic", "profile limits", "confint(glm(y ~ x, binomial)), solved to 1e-13");
const deviance = against("logistic", "deviance, null deviance and AIC", "glm(y ~ x, binomial)$deviance, $aic");

for (const [i, { y, x, w, ...expected }] of R.fits.entries())
  test(`logistic regression ${i} is glm's, its limits those of the profile`, () => {
    const fit = logisticRegression({ outcome: y, covariates: named(x), n: w }, 0.95);
    coefficients(fit.intercept.beta, expected.beta[0], "intercept");
    coefficients(fit.intercept.se, expected.se[0], "its error");
    for (const [j, own] of fit.coefficients.entries()) {
      coefficients(own.beta, expected.beta[j + 1], own.name);
      coefficients(own.se, expected.se[j + 1], `error of ${own.name}`);
      coefficients(own.p, expected.p[j + 1], `p of ${own.name}`);
      profile(log(own.lower), expected.lower[j], `lower ${own.name}`);
      profile(log(own.upper), expected.upper[j], `upper ${own.name}`);
    }
    deviance(fit.deviance, expected.deviance, "deviance");
    deviance(fit.aic, expected.aic, "AIC");
    const [none] = fit.logLik;
    deviance(none.estimable ? -2 * none.value : 0, expected.null, "null deviance");
  });

const CALL = "the modified score from its definition (reference/logistic.R); logistf::logistf";
const firth = against("logistic", "Firth coefficients, errors and likelihood", CALL, { scale: 1e-3 });
const firthLimits = against("logistic", "Firth profile limits and p", CALL);

for (const [i, { y, x, ...expected }] of R.firth.entries())
  test(`Firth's logistic regression ${i} is the root of the modified score`, () => {
    const fit = firthLogisticRegression({ outcome: y, covariates: named(x) }, 0.95);
    firth(fit.intercept.beta, expected.beta[0], "intercept");
    firth(fit.logLik[1], expected.logLik, "likelihood");
    for (const [j, own] of fit.coefficients.entries()) {
      firth(own.beta, expected.beta[j + 1], own.name);
      firth(own.se, expected.se[j + 1], `error of ${own.name}`);
      firthLimits(log(own.lower), expected.lower[j], `lower ${own.name}`);
      firthLimits(log(own.upper), expected.upper[j], `upper ${own.name}`);
      firthLimits(own.p, expected.p[j], `p of ${own.name}`);
    }
  });

test("where a covariate separates the outcomes its coefficient is not estimable, and says so", () => {
  const { y, x } = R.firth[0] ?? assert.fail();
  const quasi = logisticRegression({ outcome: [1, 1, 1, 1, ...y.slice(4)], covariates: named(x) }, 0.95);
  assert.deepEqual(quasi.coefficients[0]?.beta, { estimable: false, because: "separation", n: 12 });
  assert.equal(quasi.coefficients[1]?.beta.estimable, true);
  const whole = logisticRegression(
    { outcome: [0, 0, 0, 1, 1, 1], covariates: [{ name: "x", values: [1, 2, 3, 4, 5, 6] }] },
    0.95,
  );
  assert.deepEqual(whole.coefficients[0]?.oddsRatio, { estimable: false, because: "separation", n: 6 });
});

test("a covariate that never varies or follows from another, missing values, and no rows are said", () => {
  const outcome = [0, 1, 0, 1, 1, 0, null];
  const a = [1, 2, 3, 1, 5, 4, 1];
  const covariates = [
    { name: "a", values: a },
    { name: "same", values: a.map(() => 3) },
    { name: "twice", values: a.map((value) => 2 * value) },
  ];
  const fit = logisticRegression({ outcome, covariates }, 0.95);
  const why = fit.coefficients.map(({ beta }) => (beta.estimable ? "estimated" : beta.because));
  assert.deepEqual(why, ["estimated", "no-variation", "collinear"]);
  assert.deepEqual([fit.n, fit.events, fit.missing], [6, 3, 1]);
  const nobody = logisticRegression({ outcome: [], covariates: [{ name: "a", values: [] }] }, 0.95);
  assert.deepEqual(nobody.coefficients[0]?.beta, { estimable: false, because: "no-values", n: 0 });
  assert.throws(
    () => logisticRegression({ outcome: [0, 2], covariates: [] }, 0.95),
    /an outcome is 0 or 1, got 2 \(row 2\)/,
  );
});

test("a row counted twice is two rows, and a covariate at 1e7 changes no coefficient", () => {
  const outcome = [0, 1, 0, 1, 1, 0];
  const values = [1, 2, 3, 1, 5, 4];
  const once = logisticRegression(
    { outcome: [...outcome, ...outcome], covariates: [{ name: "a", values: [...values, ...values] }] },
    0.95,
  );
  const counted = logisticRegression({ outcome, covariates: [{ name: "a", values }], n: values.map(() => 2) }, 0.95);
  const far = logisticRegression(
    { outcome, covariates: [{ name: "a", values: values.map((a) => a + 1e7) }], n: values.map(() => 2) },
    0.95,
  );
  const beta = (fit: typeof once) => (fit.coefficients[0]?.beta.estimable ? fit.coefficients[0].beta.value : 0);
  assert.ok(Math.abs(beta(once) - beta(counted)) < 1e-13);
  assert.ok(Math.abs(beta(far) - beta(counted)) < 1e-12);
});
