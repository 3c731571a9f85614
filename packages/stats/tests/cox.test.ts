import { test } from "node:test";
import {
  baselineHazard,
  type CoxFit,
  type CoxTies,
  concordance,
  coxRegression,
  devianceResiduals,
  dfbetas,
  martingaleResiduals,
  proportionalHazardsTest,
  schoenfeldResiduals,
  scoreResiduals,
} from "../src/index.ts";
import { type Answer, against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];
type Answers = readonly Answer[];

interface Fit {
  readonly columns: {
    readonly time: Numbers;
    readonly event: Numbers;
    readonly start?: Numbers;
    readonly stratum?: readonly string[];
    readonly weight?: Numbers;
    readonly offset?: Numbers;
    readonly cluster?: Numbers;
  };
  readonly covariates: readonly { readonly name: string; readonly values: Numbers }[];
  readonly ties: CoxTies;
  readonly beta: Numbers;
  readonly se: Numbers;
  readonly modelSe: Numbers;
  readonly p: Numbers;
  readonly lower: Numbers;
  readonly upper: Numbers;
  readonly logLik: readonly [number, number];
  readonly score: number;
  readonly wald: number;
  readonly concordance: readonly [number, number];
  readonly martingale: Numbers | null;
  readonly deviance: Numbers | null;
  readonly scores: readonly Numbers[] | null;
  readonly dfbeta: readonly Numbers[] | null;
  readonly schoenfeld: readonly Numbers[] | null;
  readonly scaled: readonly Numbers[] | null;
  readonly hazard: { readonly time: Numbers; readonly hazard: Numbers; readonly stratum: readonly string[] } | null;
  readonly zph: Readonly<
    Record<"km" | "rank" | "identity" | "log", { readonly chi2: Answers; readonly p: Answers }>
  > | null;
}

const R = answers<{ readonly fits: Readonly<Record<string, Fit>> }>("cox");

const likelihood = against("cox", "log partial likelihood", "coxph(...)$loglik");
const beta = against("cox", "coefficients (Efron, Breslow, exact)", "coef(coxph(..., ties = ties))", {
  scale: 0.01,
});
const error = against("cox", "standard errors", "sqrt(diag(vcov(coxph(...))))");
const robust = against("cox", "robust standard errors by cluster", "coxph(..., cluster = id)");
const limits = against("cox", "hazard ratio limits and p", "summary(coxph(...))$conf.int");
const tests = against("cox", "likelihood-ratio, Wald and score tests", "summary(coxph(...))");
const agreement = against("cox", "concordance", "summary(coxph(...))$concordance");
const agreementError = against("cox", "standard error of concordance", "sqrt(concordance(fit)$var)");
const RESIDUALS = "residuals(coxph(...), type)";
const REASON = { scale: 1 };
const martingale = against("cox", "martingale residuals", RESIDUALS, REASON);
const deviance = against("cox", "deviance residuals", RESIDUALS, REASON);
const score = against("cox", "score residuals", RESIDUALS, REASON);
const dfbeta = against("cox", "dfbeta residuals", RESIDUALS, { scale: 0.01 });
const schoenfeld = against("cox", "Schoenfeld residuals", RESIDUALS, REASON);
const scaled = against("cox", "scaled Schoenfeld residuals", RESIDUALS, REASON);
const hazard = against("cox", "baseline cumulative hazard", "basehaz(fit, centered = FALSE)");
const zph = against("cox", "test of proportional hazards", "cox.zph(fit, transform)");

for (const [name, expected] of Object.entries(R.fits)) {
  const fit = coxRegression({ ...expected.columns, covariates: expected.covariates }, expected.ties, 0.95);

  test(`${name}: coefficients, errors, limits and tests are coxph's`, () => {
    likelihood(fit.logLik[0], expected.logLik[0], `${name}, none`);
    likelihood(fit.logLik[1], expected.logLik[1], `${name}, model`);
    for (const [j, coefficient] of fit.coefficients.entries()) {
      beta(coefficient.beta, expected.beta[j], `${name}, ${coefficient.name}`);
      (expected.columns.cluster ? robust : error)(coefficient.se, expected.se[j], `${name}, ${coefficient.name}`);
      error(coefficient.modelSe, expected.modelSe[j], `${name}, ${coefficient.name}`);
      limits(coefficient.lower, expected.lower[j], `${name}, ${coefficient.name}`);
      limits(coefficient.upper, expected.upper[j], `${name}, ${coefficient.name}`);
      limits(coefficient.p, expected.p[j], `${name}, ${coefficient.name}`);
    }
    tests(fit.likelihoodRatio.chi2, 2 * (expected.logLik[1] - expected.logLik[0]), `${name}, likelihood ratio`);
    tests(fit.score.chi2, expected.score, `${name}, score`);
    tests(fit.wald.chi2, expected.wald, `${name}, Wald`);
  });

  test(`${name}: concordance and its error are R's`, () => {
    const found = concordance(fit, 0.95);
    agreement(found.value, expected.concordance[0], name);
    agreementError(found.stdError, expected.concordance[1], name);
  });

  if (expected.zph !== null)
    test(`${name}: proportional hazards are tested as cox.zph does`, () => {
      for (const scale of ["km", "rank", "identity", "log"] as const) {
        if (scale === "log" && expected.columns.time.includes(0)) continue;
        const found = proportionalHazardsTest(fit, scale);
        for (const [j, own] of [...found.terms, found.global].entries())
          zph(own.chi2, expected.zph?.[scale].chi2[j], `${name}, ${scale}, ${j}`);
      }
    });

  if (expected.hazard !== null)
    test(`${name}: the baseline hazard is basehaz's`, () => compareHazard(name, fit, expected));
  if (expected.martingale !== null) test(`${name}: residuals are R's`, () => compareResiduals(name, fit, expected));
}

function compareHazard(name: string, fit: CoxFit, { hazard: answer, columns: { offset } }: Fit): void {
  // R's baseline has the mean offset, ours none.
  const shift = offset === undefined ? 1 : Math.exp(offset.reduce((sum, o) => sum + o, 0) / offset.length);
  for (const { stratum, time, cumulativeHazard } of baselineHazard(fit)) {
    const i = answer?.time.findIndex((at, place) => at === time && answer.stratum[place] === stratum) ?? -1;
    hazard(cumulativeHazard * shift, answer?.hazard[i], `${name}, stratum ${stratum} at ${time}`);
  }
}

function compareResiduals(name: string, fit: CoxFit, expected: Fit): void {
  for (const [i, value] of martingaleResiduals(fit).entries())
    martingale(value ?? 0, expected.martingale?.[i], `${name} ${i}`);
  for (const [i, value] of devianceResiduals(fit).entries())
    deviance(value ?? 0, expected.deviance?.[i], `${name} ${i}`);
  for (const [j, own] of Object.values(scoreResiduals(fit)).entries())
    for (const [i, value] of own.entries()) score(value ?? 0, expected.scores?.[j]?.[i], `${name} ${j} ${i}`);
  for (const [j, own] of Object.values(dfbetas(fit)).entries())
    for (const [i, value] of own.entries()) dfbeta(value ?? 0, expected.dfbeta?.[j]?.[i], `${name} ${j} ${i}`);
  // Events on one time come in the order of the data in R and in no stated order here: sums of a time are compared.
  for (const [kind, compare, answer] of [
    ["plain", schoenfeld, expected.schoenfeld],
    ["scaled", scaled, expected.scaled],
  ] as const)
    for (const j of fit.coefficients.keys()) {
      const ours = schoenfeldResiduals(fit, kind).reduce((sum, { values }) => sum + (values[j] ?? 0) ** 2, 0);
      const theirs = answer?.[j]?.reduce((sum, value) => sum + value ** 2, 0);
      compare(ours, theirs, `${name}, ${kind}, covariate ${j}`);
    }
}
