import assert from "node:assert/strict";
import { test } from "node:test";
import * as S from "../src/index.ts";

let seed = 7;
/** A share from 0 to below 1, the same in every run. */
function share(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

test("where the few who are exposed have no event no ratio is shown, and the rest is that of the others alone", () => {
  for (const [n, exposed, unit] of [
    [39, 1, 1],
    [100, 2, 1],
    [100, 1, 1e-4],
    [1000, 3, 1],
  ] as const) {
    const rows = Array.from({ length: n }, (_, i) => i);
    const bare = { time: rows.map((i) => (i < exposed ? n : ((i * 37) % n) + 1)), weight: rows.map(() => unit) };
    const few = { name: "few", values: rows.map((i) => (i < exposed ? 1 : 0)) };
    const x = { name: "x", values: rows.map(() => Math.floor(share() * 30) / 10) };
    const event = rows.map((i) => (i >= exposed && share() < 0.4 ? 1 : 0));
    const others = <Value>(values: readonly Value[]) => values.slice(exposed);
    const alone = [{ name: "x", values: others(x.values) }];
    const data = { ...bare, event, covariates: [x, few] };
    for (const cluster of [undefined, rows]) {
      const fit = S.coxRegression({ ...data, ...(cluster && { cluster }) }, "efron", 0.95);
      const those = { time: others(bare.time), event: others(event), weight: others(bare.weight), covariates: alone };
      const rest = S.coxRegression({ ...those, ...(cluster && { cluster: others(cluster) }) }, "efron", 0.95);
      assert.deepEqual(fit.coefficients[1]?.beta, { estimable: false, because: "monotone-likelihood", n });
      near(fit.coefficients[0]?.beta, rest.coefficients[0]?.beta);
      near(fit.coefficients[0]?.se, rest.coefficients[0]?.se);
    }
    const fit = S.logisticRegression({ outcome: event, covariates: [x, few] }, 0.95);
    const rest = S.logisticRegression({ outcome: others(event), covariates: alone }, 0.95);
    assert.deepEqual(fit.coefficients[1]?.beta, { estimable: false, because: "separation", n });
    near(fit.coefficients[0]?.beta, rest.coefficients[0]?.beta);
    near(fit.coefficients[0]?.se, rest.coefficients[0]?.se);
    const [, shr] = S.fineGray({ time: bare.time, cause: event, covariates: [x, few] }, 1, 0.95).coefficients;
    assert.deepEqual(shr?.beta, { estimable: false, because: "monotone-likelihood", n });
  }
});

function near(found: S.Estimate | undefined, right: S.Estimate | undefined): void {
  assert.ok(found?.estimable && right?.estimable);
  assert.ok(
    Math.abs(found.value - right.value) <= 1e-6 * Math.abs(right.value),
    `${found.value} is not ${right.value}`,
  );
}

test("with delayed entry the likelihood of coefficients without end comes to its limit, and to nothing beyond it", () => {
  // At risk are 1, 3, 3, 2 and 1: the likelihood begins at 1 / 18 and rises to 1. R: coxph(...)$loglik is -2.890372, -1.9e-05
  const late = { start: [1.92, 0.31, 0.85, 3.01, 1.98], time: [2.56, 0.63, 3.41, 12.07, 7.95], event: [1, 1, 1, 1, 1] };
  const x = [1001.45194, 1000.300118, 999.415074, 997.27224, 1000.633093];
  const covariates = [
    { name: "x", values: x },
    { name: "v", values: [0, 0, 1, 1, 0] },
    { name: "w", values: [1, 0, 0, 0, 1] },
  ];
  for (const ties of ["efron", "breslow", "exact"] as const) {
    const { logLik, likelihoodRatio } = S.coxRegression({ ...late, covariates }, ties, 0.95);
    assert.ok(Math.abs(logLik[0] + Math.log(18)) < 1e-12 && Math.abs(logLik[1]) < 1e-9, `${logLik}`);
    assert.ok(likelihoodRatio.chi2.estimable && Math.abs(likelihoodRatio.chi2.value - 2 * Math.log(18)) < 1e-9);
  }
});

test("groups that nobody is compared with add nothing to a robust score test, nor do those who all have the event at once", () => {
  const data = {
    id: [5, 6, 8, 5, 1, 5, 1, 6, 7, 8, 2, 5],
    start: [0, 1, 0, 5, 1, 10, 5, 6, 0, 2, 1, 13],
    time: [4, 6, 2, 10, 5, 13, 6, 9, 5, 7, 6, 17],
    event: [1, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0],
  };
  // The sixth row, alone in its group, is alone at risk at 13. R: summary(coxph(Surv(start, time, event) ~ g, cluster = id))$robscore
  const group = ["2", "2", "1", "2", "4", "3", "1", "1", "2", "2", "1", "2"];
  const test = S.robustScoreTest({ ...data, cluster: data.id, covariates: S.dummies("g", group) }, "efron");
  assert.ok(test.chi2.estimable && Math.abs(test.chi2.value - 1.640171) < 1e-6 && test.df === 2, JSON.stringify(test));
  const atOnce = { time: group.map(() => 7), event: group.map(() => 1), cluster: group.map((_, row) => row) };
  const covariates = [{ name: "x", values: [1, 2.3, 4, 1.7, 0, 0.3, 9, 8.1, 7, 6, 5, 4] }];
  const weight = group.map((_, row) => 0.3 + row / 7);
  const flat = { estimable: false, because: "no-variation", n: 12 };
  assert.deepEqual(S.robustScoreTest({ ...atOnce, weight, covariates }, "efron").chi2, flat);
  const fit = S.coxRegression({ ...atOnce, weight, covariates }, "efron", 0.95);
  assert.deepEqual([fit.coefficients[0]?.se, fit.wald.chi2], [flat, flat]);
});

test("a subdistribution hazard ratio per unit of a covariate in millionths is beyond what a number holds, its coefficient is not", () => {
  const rows = Array.from({ length: 24 }, (_, i) => i);
  const time = rows.map((i) => ((i * 7) % 24) + 1);
  const cause = rows.map((i) => (i * 5) % 3);
  const x = rows.map((i) => (24 - (time[i] ?? 0)) / 8 + ((i * 11) % 5));
  const [whole, small] = [1, 1e-6].map((unit) => {
    const covariates = [{ name: "x", values: x.map((value) => value * unit) }];
    return S.fineGray({ time, cause, covariates }, 1, 0.95).coefficients[0];
  });
  near(small?.beta, whole?.beta.estimable ? { estimable: true, value: whole.beta.value * 1e6 } : undefined);
  assert.deepEqual(small?.hazardRatio, { estimable: false, because: "unbounded", n: 24 });
});
