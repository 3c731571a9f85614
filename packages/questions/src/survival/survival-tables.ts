import type { PageTable } from "@osteon/publish";
import { answerTable } from "../shown/answer-table.ts";
import { decimals, errorPlaces, plain, pText } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { nameOf } from "./coefficient-name.ts";
import { coxTables } from "./cox-tables.ts";
import { extraTables, lostInExtras } from "./extra-tables.ts";
import type { SurvivalAnswer } from "./survival-answer.ts";
import type { SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The answer as a biostatistician reads it: curves, times, means, comparison, regression, what else was asked for. */
export function survivalTables(
  answer: SurvivalAnswer,
  { names }: SurvivalVariables,
  choices: SurvivalChoices,
): readonly PageTable[] {
  const percent = plain(choices.level * 100);
  return [
    curvesTable(answer, names, choices, percent),
    ...timesTable(answer, percent),
    ...meansTable(answer, percent),
    ...comparisonTable(answer),
    ...coxTables(answer.cox, percent),
    ...extraTables(answer, percent),
  ];
}

/** Everything that is to be said, each NA with its reason. */
export const survivalNotes = (answer: SurvivalAnswer): readonly string[] => [
  ...answer.notes,
  ...reasonLines(lostNumbers(answer)),
];

function curvesTable(
  { km }: SurvivalAnswer,
  names: SurvivalVariables["names"],
  { confType }: SurvivalChoices,
  percent: string,
): PageTable {
  const followed = km.some(({ medianFollowUp }) => medianFollowUp !== undefined);
  const reverse = followed ? ", follow-up by the reverse curve" : "";
  return answerTable(
    "curves",
    `Kaplan-Meier, time ${names.time}, event ${names.event}${names.group ? `, by ${names.group}` : ""}`,
    ["", "n", "events", "median", `${percent} % limits`, ...(followed ? ["median follow-up"] : [])],
    km.map(({ group, n, events, median, medianFollowUp }) => [
      ...[group, plain(n), plain(events), plain(median.value), range(median)],
      ...(medianFollowUp === undefined ? [] : [plain(medianFollowUp.value)]),
    ]),
    [`${confType} limits; median by the rule of print(survfit)${reverse}`],
  );
}

/** Every NA of the tables, and why. */
function lostNumbers(answer: SurvivalAnswer) {
  const { km, cox, rmstDifference } = answer;
  return [
    ...km.flatMap(({ group, median, medianFollowUp, times = [], rmst }) => [
      ...lostOf(`the median of ${group}`, median),
      ...lostOf(`the median follow-up of ${group}`, medianFollowUp ?? {}),
      ...times.flatMap((at) => lostOf(`${group} at ${at.time}`, at)),
      ...lostOf(`the mean of ${group}`, rmst ?? {}),
    ]),
    ...lostOf("the difference of means", rmstDifference ?? {}),
    ...(cox === null
      ? []
      : [
          ...lostOf("the concordance", cox.concordance),
          ...cox.zph.flatMap(({ name, because }) =>
            because === undefined ? [] : [[`proportional hazards of ${name}`, because] as const],
          ),
          // What was wrong with a covariate from the start is said above of it.
          ...(cox.firth ?? []).flatMap((own) => (own.beta === null ? [] : lostOf(`${nameOf(own)} (Firth)`, own))),
        ]),
    ...lostInExtras(answer),
  ];
}

const range = ({ lower, upper }: { lower: number | null; upper: number | null }, places?: number): string => {
  const text = (value: number | null) => (places === undefined ? plain(value) : decimals(value, places));
  return `${text(lower)} to ${text(upper)}`;
};

function timesTable({ km }: SurvivalAnswer, percent: string): readonly PageTable[] {
  if (km.every(({ times }) => times === undefined || times.length === 0)) return [];
  const late = km.some(({ times = [] }) => times.some(({ notYetEntered }) => notYetEntered !== undefined));
  const heads = ["", "time", "at risk", "events before", ...(late ? ["not yet entered"] : [])];
  const rows = km.flatMap(({ group, times = [] }) =>
    times.map((at) => [
      ...[group, String(at.time), plain(at.atRisk), plain(at.eventsBefore)],
      ...(late ? [plain(at.notYetEntered ?? 0)] : []),
      ...[decimals(at.survival, 3), range(at, 3)],
    ]),
  );
  return [answerTable("times", "Survival at times", [...heads, "survival", `${percent} % limits`], rows)];
}

function meansTable({ km, rmstDifference: difference }: SurvivalAnswer, percent: string): readonly PageTable[] {
  const until = km.find(({ rmst }) => rmst !== null)?.rmst?.until;
  if (until === undefined) return [];
  const measured = (own: Readonly<Record<"value" | "stdError" | "lower" | "upper", number | null>>) => {
    const places = errorPlaces(own.stdError);
    return [decimals(own.value, places), decimals(own.stdError, places), range(own, places)];
  };
  const title = `Restricted mean survival time, up to ${plain(until)}`;
  const between = difference && [
    `${difference.between[0]} - ${difference.between[1]}`,
    ...measured(difference),
    pText(difference.p),
  ];
  const rows = km.flatMap(({ group, rmst }) =>
    rmst === null ? [] : [[group, ...measured(rmst), ...(between ? [""] : [])]],
  );
  const heads = ["", "mean", "SE", `${percent} % limits`, ...(between ? ["p"] : [])];
  return [answerTable("means", title, heads, [...rows, ...(between ? [between] : [])])];
}

function comparisonTable({ logRank, trend, pairs = [] }: SurvivalAnswer): readonly PageTable[] {
  if (logRank === null) return [];
  const adjusted = pairs.length > 0;
  const row = (name: string, { chi2, df, p }: { chi2: number | null; df: number; p: number | null }) => [
    ...[name, decimals(chi2, 2), plain(df), pText(p)],
  ];
  const rest = adjusted ? [""] : [];
  const rows = [
    [...row(logRank.test, logRank), ...rest],
    ...(trend ? [[...row("trend", trend), ...rest]] : []),
    ...pairs.map((pair) => [...row(pair.between.join(" and "), pair), pText(pair.adjusted)]),
  ];
  const heads = ["", "chi-square", "df", "p", ...(adjusted ? ["p adjusted"] : [])];
  return [answerTable("comparison", "Comparison of the groups", heads, rows)];
}
