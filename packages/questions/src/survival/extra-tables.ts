import type { PageTable } from "@osteon/publish";
import { answerTable } from "../shown/answer-table.ts";
import { coefficient, decimals, plain, pText } from "../shown/number-text.ts";
import { lostOf } from "../shown/reasons.ts";
import { nameOf } from "./coefficient-name.ts";
import { ratioCells } from "./cox-tables.ts";
import type { SurvivalAnswer } from "./survival-answer.ts";

/** Hazards, numbers of events, further regressions and residuals, as far as they were asked for. */
export function extraTables(answer: SurvivalAnswer, percent: string): readonly PageTable[] {
  const limits = `${percent} % limits`;
  const range = ({ lower, upper }: { lower: number | null; upper: number | null }) =>
    `${decimals(lower, 4)} to ${decimals(upper, 4)}`;
  const { hazard, meanNumber, recurrent, aft, baseline, residuals } = answer;
  return [
    ...(hazard === undefined
      ? []
      : [
          answerTable(
            "hazard",
            "Cumulative hazard (Nelson-Aalen)",
            ["", "time", "hazard", "SE", limits],
            hazard.flatMap(({ group, at }) =>
              at.map((own) => [
                ...[group, String(own.time), decimals(own.cumulativeHazard, 4), decimals(own.stdError, 4), range(own)],
              ]),
            ),
            [`${hazard[0]?.variance ?? "Aalen's"} variance, limits on the log scale`],
          ),
        ]),
    ...(meanNumber === undefined
      ? []
      : [
          answerTable(
            "mean-number",
            "Mean cumulative number of events",
            ["", "subjects", "events", "time", "mean number", "SE", limits],
            meanNumber.flatMap(({ group, subjects, events, at }) =>
              at.map((own, i) => [
                ...[group, i === 0 ? plain(subjects) : "", i === 0 ? plain(events) : "", String(own.time)],
                ...[decimals(own.mean, 4), decimals(own.stdError, 4), range(own)],
              ]),
            ),
            ["Nelson's estimate, robust variance by subject, plain limits"],
          ),
        ]),
    ...(recurrent === undefined
      ? []
      : [
          answerTable(
            "recurrent",
            `Recurrent events, ${recurrent.model}, up to ${recurrent.mostEvents} events of ${recurrent.subjects} subjects, ${recurrent.events} events, robust variance`,
            ["", "beta", "SE", "hazard ratio", limits, "z", "p"],
            recurrent.coefficients.map((own) => [
              ...[nameOf(own), ...ratioCells(own, own.hazardRatio), decimals(own.z, 2), pText(own.p)],
            ]),
          ),
        ]),
    ...(aft === undefined ? [] : [aftTable(aft, limits)]),
    ...(baseline === undefined
      ? []
      : [
          answerTable(
            "baseline",
            "Baseline cumulative hazard, covariates at 0",
            ["", "time", "hazard"],
            baseline.map(({ stratum = "", time, cumulativeHazard }) => [
              ...[stratum, String(time), coefficient(cumulativeHazard)],
            ]),
          ),
        ]),
    ...(residuals === undefined
      ? []
      : [
          answerTable(
            "residuals",
            `Residuals of the regression, ${residuals.kind}`,
            ["", ...residuals.names],
            residuals.rows.map(({ at, values }) => [at, ...values.map(coefficient)]),
          ),
        ]),
  ];
}

function aftTable(aft: NonNullable<SurvivalAnswer["aft"]>, limits: string): PageTable {
  const { coefficients, scale, intercept, likelihoodRatio, df, median } = aft;
  const hazards = coefficients.some(({ hazardRatio }) => hazardRatio !== undefined);
  return answerTable(
    "aft",
    `Accelerated failure time regression, ${aft.distribution}, n ${aft.n}, ${aft.events} events`,
    ["", "beta", "SE", "time ratio", limits, "z", "p", ...(hazards ? ["hazard ratio"] : [])],
    [
      ["(intercept)", coefficient(intercept.beta), coefficient(intercept.se), "", "", "", "", ...(hazards ? [""] : [])],
      ...coefficients.map((own) => [
        ...[nameOf(own), ...ratioCells(own, own.timeRatio), decimals(own.z, 2), pText(own.p)],
        ...(hazards ? [decimals(own.hazardRatio ?? null, 3)] : []),
      ]),
    ],
    [
      `scale ${coefficient(scale.value)}, SE of its logarithm ${coefficient(scale.logError)}`,
      ...(df > 0
        ? [`likelihood ratio ${decimals(likelihoodRatio.chi2, 2)} on ${df} df, p ${pText(likelihoodRatio.p)}`]
        : []),
      ...(median ? [`median ${plain(median.value)} (${plain(median.lower)} to ${plain(median.upper)})`] : []),
      ...(aft.missing > 0 ? [`${aft.missing} left out: a value is missing.`] : []),
    ],
  );
}

/** Every NA of these tables, and why. */
export const lostInExtras = ({ hazard = [], meanNumber = [], recurrent, aft }: SurvivalAnswer) => [
  ...hazard.flatMap(({ group, at }) => at.flatMap((own) => lostOf(`the hazard of ${group} at ${own.time}`, own))),
  ...meanNumber.flatMap(({ group, at }) => at.flatMap((own) => lostOf(`the number of ${group} at ${own.time}`, own))),
  ...(recurrent?.coefficients ?? []).flatMap((own) => lostOf(`${nameOf(own)} (recurrent)`, own)),
  ...(aft === undefined
    ? []
    : [
        ...lostOf("the intercept", aft.intercept),
        ...aft.coefficients.flatMap((own) => lostOf(`${nameOf(own)} (accelerated time)`, own)),
        ...lostOf("the scale", aft.scale),
        ...lostOf("the likelihood ratio", aft.likelihoodRatio),
        ...lostOf("the median time", aft.median ?? {}),
      ]),
];
