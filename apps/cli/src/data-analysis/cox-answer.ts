import {
  type Coefficient,
  type CoxData,
  type CoxFit,
  concordance,
  coxRegression,
  type Estimate,
  firthCoxRegression,
  proportionalHazardsTest,
} from "@osteon/stats";
import { EXIT, Stop } from "../exit-code.ts";
import { rowsText } from "../terminal/text-table.ts";
import { orNull, type SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The regression part of the answer, and what is to be said about it. */
export function coxAnswer(variables: SurvivalVariables, choices: SurvivalChoices) {
  const data = dataOf(variables);
  const fit = coxRegression(data, choices.ties, choices.level);
  if (fit.n <= data.covariates.length)
    throw new Stop(
      EXIT.problems,
      `${fit.n} complete rows for ${data.covariates.length} coefficients: name fewer covariates, or fill in what is missing.`,
    );
  const agreement = concordance(fit, choices.level);
  const terms = Object.fromEntries(data.covariates.map(({ name, term }) => [name, term ?? name]));
  const runaway = fit.coefficients.filter(({ beta }) => !beta.estimable && beta.because === "monotone-likelihood");
  return {
    answer: {
      ties: fit.ties,
      n: fit.n,
      events: fit.events,
      missing: fit.missing,
      robust: data.cluster !== undefined,
      logLik: fit.logLik,
      coefficients: fit.coefficients.map((coefficient, j) => coefficientAnswer(coefficient, data, j)),
      tests: {
        likelihoodRatio: testAnswer(fit.likelihoodRatio),
        wald: testAnswer(fit.wald),
        score: testAnswer(fit.score),
      },
      concordance: { value: orNull(agreement.value), stdError: orNull(agreement.stdError) },
      zph: fit.events === 0 || choices.ties === "exact" ? [] : trendAnswer(fit, terms),
      ...(runaway.length > 0 && choices.ties !== "exact" && { firth: firthAnswer(data, choices) }),
    },
    notes: notesOf(
      fit,
      runaway.map(({ name }) => name),
    ),
  };
}

function dataOf({ time, event, start, stratum, id, covariates }: SurvivalVariables): CoxData {
  const optional = { ...(start && { start }), ...(stratum && { stratum }), ...(id && { cluster: id }) };
  return { time, event, covariates, ...optional };
}

function coefficientAnswer(coefficient: Coefficient, { covariates }: CoxData, j: number) {
  const { beta, se, z, p, hazardRatio, lower, upper } = coefficient;
  return {
    name: covariates[j]?.term ?? coefficient.name,
    level: covariates[j]?.level ?? null,
    beta: orNull(beta),
    se: orNull(se),
    hazardRatio: orNull(hazardRatio),
    lower: orNull(lower),
    upper: orNull(upper),
    z: orNull(z),
    p: orNull(p),
    ...(!beta.estimable && { because: beta.because }),
  };
}

const testAnswer = ({ chi2, df, p }: { chi2: Estimate; df: number; p: Estimate }) => ({
  chi2: orNull(chi2),
  df,
  p: orNull(p),
});

function trendAnswer(fit: CoxFit, terms: Readonly<Record<string, string>>) {
  const { terms: tests, global } = proportionalHazardsTest(fit, "km", terms);
  return [...tests, { name: "GLOBAL", ...global }].map(({ name, ...test }) => ({ name, ...testAnswer(test) }));
}

/** Penalised estimates, where the likelihood has no maximum. */
function firthAnswer(data: CoxData, { ties, level }: SurvivalChoices) {
  const fit = firthCoxRegression(data, ties === "breslow" ? "breslow" : "efron", level);
  return fit.coefficients.map(({ beta, se, hazardRatio, lower, upper, p }, j) => ({
    name: data.covariates[j]?.term ?? data.covariates[j]?.name,
    level: data.covariates[j]?.level ?? null,
    beta: orNull(beta),
    se: orNull(se),
    hazardRatio: orNull(hazardRatio),
    lower: orNull(lower),
    upper: orNull(upper),
    p: orNull(p),
  }));
}

const WHY: Readonly<Record<string, string>> = {
  "no-variation": "it never varies",
  collinear: "it follows from the covariates before it",
  "no-events": "there are no events",
};

function notesOf(fit: CoxFit, runaway: readonly string[]): readonly string[] {
  const others = fit.coefficients.flatMap(({ name, beta }) => {
    const why = beta.estimable ? undefined : WHY[beta.because];
    return why === undefined ? [] : [`${name} is not estimable: ${why}.`];
  });
  return [
    ...(fit.missing > 0 ? [`${rowsText(fit.missing)} left out of the regression: a value is missing.`] : []),
    ...others,
    ...(runaway.length > 0
      ? [
          `${runaway.join(", ")}: the likelihood has no maximum (in some group nobody, or everybody first, has the event). Firth's penalised estimates stand beside it.`,
        ]
      : []),
  ];
}
