import type { Coefficient, CoxFit } from "@osteon/stats";
import { rowsText } from "../shown/number-text.ts";
import { why } from "../shown/reasons.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** What is to be said of a regression: rows left out, and each coefficient that is not estimable with the reason that is true of it. */
export function regressionNotes(fit: CoxFit, variables: SurvivalVariables, exact: boolean): readonly string[] {
  const lost = fit.coefficients.flatMap((own, j) => (own.beta.estimable ? [] : [reasonOf(own, j, fit, variables)]));
  const open = fit.coefficients.some(
    ({ beta }) => !beta.estimable && (beta.because === "monotone-likelihood" || beta.because === "not-identified"),
  );
  return [
    ...(fit.missing > 0 ? [`${rowsText(fit.missing)} left out of the regression: a value is missing.`] : []),
    ...lost,
    ...(open && !exact ? ["Firth's penalised estimates stand beside it."] : []),
    ...(open && exact ? ["Firth's penalised estimates need --ties efron or breslow."] : []),
    ...(exact && fit.events > 0 ? ["Proportional hazards are not tested with --ties exact."] : []),
  ];
}

function reasonOf({ name, beta }: Coefficient, j: number, fit: CoxFit, variables: SurvivalVariables): string {
  const because = beta.estimable ? undefined : beta.because;
  const empty = emptyLevels(j, variables);
  if (because === "monotone-likelihood") {
    const side = (fit.model.beta[j] as number) > 0 ? "plus" : "minus";
    const rises = `it rises for ever as the coefficient goes to ${side} infinity`;
    return `${name} is not estimable: the likelihood has no maximum; ${rises}${empty === undefined ? "" : `, since ${empty}`}.`;
  }
  if (because === "not-identified")
    return `${name} is not estimable: ${empty ?? "the likelihood says nothing of it once other coefficients have gone to infinity"}.`;
  return `${name} is not estimable: ${why(because)}.`;
}

/** Which of a level and its reference nobody with the event has; undefined where both have some. */
function emptyLevels(j: number, { covariates, factors, event }: SurvivalVariables): string | undefined {
  const { term, level } = covariates[j] ?? {};
  const reference = factors.find(({ name }) => name === term)?.levels[0];
  if (term === undefined || level === undefined || reference === undefined) return undefined;
  const own = covariates.filter((covariate) => covariate.term === term);
  const happened = (has: (row: number) => boolean) => event.some((code, row) => code === 1 && has(row));
  const names = [
    ...(happened((row) => covariates[j]?.values[row] === 1) ? [] : [`${term} ${level}`]),
    ...(happened((row) => own.every(({ values }) => values[row] === 0))
      ? []
      : [`${term} ${reference}, the reference,`]),
  ];
  if (names.length === 0) return undefined;
  return names.length === 1
    ? `nobody with ${names[0]} has the event`
    : `nobody with ${names.join(" or with ")} has the event`;
}
