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
import { Refusal } from "../refusal.ts";
import { regressionNotes } from "./regression-notes.ts";
import { orNull, type SurvivalChoices, shownNumbers } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The regression part of the answer, and what is to be said about it. */
export function coxAnswer(variables: SurvivalVariables, choices: SurvivalChoices) {
  const data = coxData(variables);
  const fit = coxRegression(data, choices.ties, choices.level);
  if (fit.n <= data.covariates.length)
    throw new Refusal(
      "data",
      `${fit.n} complete rows for ${data.covariates.length} coefficients: name fewer covariates, or fill in what is missing.`,
    );
  const agreement = concordance(fit, choices.level);
  const terms = Object.fromEntries(data.covariates.map(({ name, term }) => [name, term ?? name]));
  const open = fit.coefficients.filter(({ beta }) => !beta.estimable && OPEN.has(beta.because));
  const subjects = variables.id === undefined ? undefined : subjectsIn(variables.id, data);
  return {
    fit,
    answer: {
      ties: fit.ties,
      n: fit.n,
      ...(subjects !== undefined && { subjects }),
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
      concordance: shownNumbers({ value: agreement.value, stdError: agreement.stdError }),
      zph: fit.events === 0 || choices.ties === "exact" ? [] : trendAnswer(fit, terms),
      ...(open.length > 0 && choices.ties !== "exact" && { firth: firthAnswer(data, choices) }),
    },
    notes: [
      ...regressionNotes(fit, variables, choices.ties === "exact"),
      ...(variables.fractional && variables.id === undefined
        ? ["Some weight is not whole: the variance of the regression is robust, row by row."]
        : []),
    ],
  };
}

/** Reasons that Firth's penalty takes away. */
const OPEN: ReadonlySet<string> = new Set(["monotone-likelihood", "not-identified"]);

/** How many subjects have a complete row. */
function subjectsIn(id: readonly (string | null)[], { time, event, start, stratum, covariates }: CoxData): number {
  const columns = [
    time,
    event,
    ...(start ? [start] : []),
    ...(stratum ? [stratum] : []),
    ...covariates.map(({ values }) => values),
  ];
  const known = new Set<string>();
  for (const [row, name] of id.entries())
    if (name !== null && columns.every((column) => column[row] !== null)) known.add(name);
  return known.size;
}

/** Rows as the regression takes them; weights that are not whole ask for the robust variance, row by row where there is no id. */
export function coxData({
  time,
  event,
  start,
  stratum,
  id,
  count,
  weight,
  fractional,
  offset,
  covariates,
}: SurvivalVariables): CoxData {
  const cluster = id ?? (fractional ? time.map((_, row) => row) : undefined);
  const optional = {
    ...(start && { start }),
    ...(stratum && { stratum }),
    ...(cluster && { cluster }),
    ...(count && { n: count }),
    ...(weight && { weight }),
    ...(offset && { offset }),
  };
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
  ...(!chi2.estimable && { because: chi2.because }),
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
    ...shownNumbers({ beta, se, hazardRatio, lower, upper, p }),
  }));
}
