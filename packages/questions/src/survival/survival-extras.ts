import {
  type AcceleratedTime,
  acceleratedTime,
  baselineHazard,
  type CoxFit,
  devianceResiduals,
  dfbetas,
  martingaleResiduals,
  nelsonAalen,
  schoenfeldResiduals,
  scoreResiduals,
  timeQuantile,
} from "@osteon/stats";
import { orNull, type ResidualKind, type SurvivalChoices, shownNumbers } from "./survival-choices.ts";
import { columnsOf, ofGroup } from "./survival-curves.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** Cumulative hazard of a group by Nelson and Aalen: every step, and at the times asked for up to the last follow-up. */
export function hazardAnswer(variables: SurvivalVariables, group: string, { level, times }: SurvivalChoices) {
  const rows = ofGroup(columnsOf(variables), group);
  const { steps } = nelsonAalen(rows, "simultaneous", "log", level, variables.fractional ? "robust" : "aalen");
  const shown = steps.map(({ time, atRisk, events, cumulativeHazard, stdError, lower, upper }) => ({
    ...{ time, atRisk, events, cumulativeHazard, stdError, lower: orNull(lower), upper: orNull(upper) },
    ...(!lower.estimable && { because: { lower: lower.because, upper: lower.because } }),
  }));
  const last = steps.at(-1)?.time ?? 0;
  const asked = times.length > 0 ? times : [last];
  return {
    group,
    variance: variables.fractional ? "infinitesimal jackknife" : "Aalen's",
    at: asked.map((time) => {
      const step = shown.filter((own) => own.time <= time).at(-1);
      const none = { lower: null, upper: null };
      if (time > last) return { time, cumulativeHazard: null, stdError: null, ...none, because: BEYOND };
      if (step === undefined) return { time, cumulativeHazard: 0, stdError: 0, ...none, because: NOBODY };
      const { cumulativeHazard, stdError, lower, upper, because } = step;
      return { time, cumulativeHazard, stdError, lower, upper, ...(because && { because }) };
    }),
    steps: shown,
  };
}

const BEYOND = {
  cumulativeHazard: "beyond-follow-up",
  stdError: "beyond-follow-up",
  lower: "beyond-follow-up",
  upper: "beyond-follow-up",
} as const;
const NOBODY = { lower: "no-events", upper: "no-events" } as const;

/** Cumulative hazard of somebody whose covariates are all 0, at each time with events. R: basehaz(fit, centered = FALSE) */
export const baselineAnswer = (fit: CoxFit) => {
  const strata = new Set(fit.model.rows.strataNames);
  return baselineHazard(fit).map(({ stratum, ...step }) => ({ ...(strata.size > 1 && { stratum }), ...step }));
};

/** Residuals of the rows of the file, or of the events for Schoenfeld's; null for rows that take no part. */
export function residualAnswer(fit: CoxFit, kind: ResidualKind, rowNumbers: readonly number[]) {
  if (kind === "schoenfeld" || kind === "scaled-schoenfeld") {
    const found = schoenfeldResiduals(fit, kind === "schoenfeld" ? "plain" : "scaled");
    const names = fit.coefficients.map(({ name }) => name);
    return {
      ...{ kind, names },
      rows: found.map(({ time, values }) => ({ at: `time ${time}`, time, values: [...values] as (number | null)[] })),
    };
  }
  const columns =
    kind === "martingale" || kind === "deviance"
      ? { [kind]: kind === "martingale" ? martingaleResiduals(fit) : devianceResiduals(fit) }
      : kind === "score"
        ? scoreResiduals(fit)
        : dfbetas(fit);
  const names = Object.keys(columns);
  return {
    ...{ kind, names },
    rows: rowNumbers.flatMap((row, place) => {
      const values = names.map((name) => columns[name]?.[place] ?? null);
      return values.every((value) => value === null) ? [] : [{ at: `row ${row}`, row, values }];
    }),
  };
}

/** Accelerated failure time regression: ratios of times, and of hazards where the distribution has proportional ones. */
export function aftAnswer(variables: SurvivalVariables, { aft = "weibull", level }: SurvivalChoices) {
  const { time, event, count, weight, covariates } = variables;
  const data = { time, event, covariates, ...(count && { n: count }), ...(weight && { weight }) };
  const fit = acceleratedTime(data, aft, level);
  return {
    ...{ distribution: aft, n: fit.n, events: fit.events, missing: fit.missing },
    intercept: shownNumbers({ beta: fit.intercept.beta, se: fit.intercept.se }),
    coefficients: fit.coefficients.map(({ beta, se, z, p, timeRatio, hazardRatio, lower, upper }, j) => ({
      name: covariates[j]?.term ?? covariates[j]?.name ?? "",
      level: covariates[j]?.level ?? null,
      ...shownNumbers({ beta, se, z, p, timeRatio, lower, upper }),
      ...(hasHazards(fit) && { hazardRatio: orNull(hazardRatio) }),
    })),
    scale: shownNumbers({ value: fit.scale.value, logError: fit.scale.logError }),
    logLik: fit.logLik.map(orNull),
    likelihoodRatio: shownNumbers({ chi2: fit.likelihoodRatio.chi2, p: fit.likelihoodRatio.p }),
    df: fit.likelihoodRatio.df,
    ...(covariates.length === 0 && { median: medianOf(fit) }),
  };
}

const hasHazards = ({ distribution }: AcceleratedTime): boolean =>
  distribution === "exponential" || distribution === "weibull";

function medianOf(fit: AcceleratedTime) {
  const { time, lower, upper } = timeQuantile(fit, 0.5, {});
  return shownNumbers({ value: time, lower, upper });
}
