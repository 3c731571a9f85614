import { type CumulativeIncidence, cumulativeIncidence, fineGray, grayTest, incidenceAt } from "@osteon/stats";
import { rowsText } from "../shown/number-text.ts";
import { why } from "../shown/reasons.ts";
import type { Causes } from "./causes.ts";
import { orNull, type SurvivalChoices, shownNumbers } from "./survival-choices.ts";
import { inOrder, requireSome } from "./survival-curves.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

export type CompetingAnswer = ReturnType<typeof competingAnswer>;

/** Cumulative incidence of each cause in each group, Gray's tests, and Fine and Gray's regression of each cause. */
export function competingAnswer(
  variables: Omit<SurvivalVariables, "event">,
  { causes, cause, notes: said }: Causes,
  { level, times, rmst, confType }: SurvivalChoices,
) {
  const { time, start, group, stratum, id, count, covariates } = variables;
  const columns = { time, cause, ...(group && { group }), ...(stratum && { stratum }), ...(count && { n: count }) };
  // What cmprsk has no form for is estimated as survfit does, with its variance.
  const variance = start === undefined && id === undefined ? "aalen" : "jackknife";
  const late = { ...columns, ...(start && { start }), ...(id && { id }) };
  const most = Math.max(1, ...causes);
  const shown = (curve: CumulativeIncidence) => causes.length === 0 || causes.includes(curve.cause);
  const found = cumulativeIncidence(late, most, variance, confType, level, rmst).filter(shown);
  const curves = inOrder(found, variables.groupOrder);
  requireSome(curves);
  return {
    variance: variance === "aalen" ? "Aalen" : "infinitesimal jackknife",
    incidence: curves.map((curve) => curveAnswer(curve, causes.length === 0, times)),
    gray:
      group === undefined
        ? []
        : causes.map((own) => {
            const { chi2, df, p } = grayTest(late, own, most);
            return {
              cause: own,
              chi2: orNull(chi2),
              df,
              p: orNull(p),
              ...(!chi2.estimable && { because: chi2.because }),
            };
          }),
    fineGray:
      covariates.length === 0
        ? []
        : causes.map((own) => {
            const fit = fineGray({ time, cause, covariates, ...(id && { cluster: id }) }, own, level);
            const { n, events, missing } = fit;
            return { cause: own, n, events, missing, coefficients: fit.coefficients.map(coefficientOf) };
          }),
    notes: [...said, ...variables.notes, ...notesOf(variables, curves, causes)],
  };
}

function curveAnswer(curve: CumulativeIncidence, nobody: boolean, times: readonly number[]) {
  const { timeLost } = curve;
  return {
    ...{ group: curve.group, cause: nobody ? null : curve.cause, n: curve.n, events: curve.events },
    lastSeen: curve.steps.at(-1)?.time ?? null,
    ...(times.length > 0 && {
      times: times.map((at) => {
        const { incidence, stdError, lower, upper } = incidenceAt(curve, at);
        return { time: at, ...shownNumbers({ incidence, stdError, lower, upper }) };
      }),
    }),
    ...(timeLost && {
      timeLost: {
        until: timeLost.until,
        ...shownNumbers({
          value: timeLost.value,
          stdError: timeLost.stdError,
          lower: timeLost.lower,
          upper: timeLost.upper,
        }),
      },
    }),
    curve: curve.steps.map(({ time, incidence, stdError, lower, upper }) => ({
      ...{ time, incidence, stdError, lower: orNull(lower), upper: orNull(upper) },
    })),
  };
}

function coefficientOf({
  name,
  beta,
  se,
  hazardRatio,
  lower,
  upper,
  z,
  p,
}: ReturnType<typeof fineGray>["coefficients"][number]) {
  return { name, ...shownNumbers({ beta, se, hazardRatio, lower, upper, z, p }) };
}

function notesOf(
  { names, covariates, time, id }: Omit<SurvivalVariables, "event">,
  curves: readonly CumulativeIncidence[],
  causes: readonly number[],
): readonly string[] {
  const [first] = curves;
  const missing = first?.missing ?? 0;
  const gaps =
    covariates.length === 0 ? 0 : time.filter((_, row) => covariates.some(({ values }) => values[row] === null)).length;
  return [
    ...(missing > 0
      ? [`${rowsText(missing)} left out: time, event, ${id ? `${names.id} ` : ""}or group is missing.`]
      : []),
    ...(gaps > 0 ? [`${rowsText(gaps)} left out of the regression: a value is missing.`] : []),
    ...(causes.length === 0
      ? [`Nobody has an event of any cause: the incidence is 0 as far as anybody was followed.`]
      : []),
    ...(causes.length === 0 && covariates.length > 0
      ? [`No coefficient of ${covariates.map(({ name }) => name).join(", ")} is estimable: nobody has the event.`]
      : []),
  ];
}

/** Why an estimate of a regression is NA, said of the coefficient once. */
export const regressionLoss = ({ fineGray: fits }: CompetingAnswer): readonly string[] =>
  fits.flatMap(({ cause, coefficients }) =>
    coefficients.flatMap(({ name, because }) =>
      because?.beta === undefined ? [] : [`${name}, cause ${cause}, is not estimable: ${why(because.beta)}.`],
    ),
  );
