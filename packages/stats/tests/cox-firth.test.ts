import assert from "node:assert/strict";
import { test } from "node:test";
import { coxRegression, type Estimate, firthCoxRegression } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];

const R = answers<{
  readonly fits: readonly {
    readonly t: Numbers;
    readonly e: Numbers;
    readonly x: readonly Numbers[];
    readonly efron: boolean | number;
    readonly beta: Numbers;
    readonly se: Numbers;
    readonly logLik: Numbers;
    readonly lower: Numbers;
    readonly upper: Numbers;
    readonly p: Numbers;
  }[];
}>("firth");

const CALL = "the penalised likelihood from its definition (reference/firth.R); coxphf::coxphf for Breslow";
const beta = against("cox", "Firth coefficients and errors", CALL);
const limits = against("cox", "Firth profile limits", CALL);
const p = against("cox", "Firth likelihood-ratio p", CALL);
const logLik = against("cox", "Firth penalised likelihood", CALL);

/** Logarithm of an estimate; limits are compared as coefficients. */
const log = (estimate: Estimate): Estimate =>
  estimate.estimable ? { estimable: true, value: Math.log(estimate.value) } : estimate;

for (const [i, { t, e, x, efron, ...expected }] of R.fits.entries())
  test(`Firth's fit ${i} is the root of the modified score, its limits those of the profile`, () => {
    const covariates = x.map((values, j) => ({ name: `x${j}`, values }));
    const fit = firthCoxRegression({ time: t, event: e, covariates }, efron ? "efron" : "breslow", 0.95);
    logLik(fit.logLik[0], expected.logLik[0], "none");
    logLik(fit.logLik[1], expected.logLik[1], "model");
    for (const [j, own] of fit.coefficients.entries()) {
      beta(own.beta, expected.beta[j], own.name);
      beta(own.se, expected.se[j], own.name);
      limits(log(own.lower), expected.lower[j], `lower ${own.name}`);
      limits(log(own.upper), expected.upper[j], `upper ${own.name}`);
      p(own.p, expected.p[j], own.name);
    }
  });

test("where no event falls in one group the coefficient is not estimable and says so; the others stand (T11)", () => {
  const { t, e, x } = R.fits[4] ?? assert.fail();
  const covariates = x.map((values, j) => ({ name: `x${j}`, values }));
  for (const ties of ["efron", "breslow", "exact"] as const) {
    const fit = coxRegression({ time: t, event: e, covariates }, ties, 0.95);
    const [separated, other] = fit.coefficients;
    assert.deepEqual(separated?.beta, { estimable: false, because: "monotone-likelihood", n: 12 }, ties);
    assert.equal(separated?.hazardRatio.estimable, false);
    assert.equal(other?.beta.estimable, true);
    assert.equal(fit.likelihoodRatio.chi2.estimable, true);
    assert.ok(fit.iterations < 40);
  }
});
