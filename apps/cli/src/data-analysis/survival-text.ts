import { bold, dim, say } from "../terminal/say.ts";
import {
  coefficient,
  decimals,
  errorPlaces,
  plain,
  pText,
  ratio,
  ratioPlaces,
  tableLines,
} from "../terminal/text-table.ts";
import { lostOf, reasonLines, why } from "./reasons.ts";
import type { SurvivalAnswer } from "./survival-answer.ts";
import type { SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The answer as a biostatistician reads it: curves, times, means, comparison, regression, notes. */
export function saySurvival(answer: SurvivalAnswer, { names }: SurvivalVariables, choices: SurvivalChoices): void {
  const percent = plain(choices.level * 100);
  say(`${bold("Kaplan-Meier")}, time ${names.time}, event ${names.event}${names.group ? `, by ${names.group}` : ""}`);
  const followed = answer.km.some(({ medianFollowUp }) => medianFollowUp !== undefined);
  section([
    ["", "n", "events", "median", `${percent} % limits`, ...(followed ? ["median follow-up"] : [])],
    ...answer.km.map(({ group, n, events, median, medianFollowUp }) => [
      ...[group, plain(n), plain(events), plain(median.value), range(median)],
      ...(medianFollowUp === undefined ? [] : [plain(medianFollowUp.value)]),
    ]),
  ]);
  const reverse = followed ? ", follow-up by the reverse curve" : "";
  say(dim(`  ${choices.confType} limits; median by the rule of print(survfit)${reverse}\n`));
  sayTimes(answer, percent);
  sayMeans(answer, percent);
  if (answer.logRank !== null) {
    const { test, chi2, df, p } = answer.logRank;
    say(`${bold(test)}  chi-square ${decimals(chi2, 2)} on ${df} df, p ${equals(p)}\n`);
  }
  if (answer.cox !== null) sayCox(answer.cox, percent);
  const notes = [...answer.notes, ...reasonLines(lostNumbers(answer))];
  if (notes.length > 0) say(bold("Notes"));
  for (const note of notes) say(`  ${note}`);
}

/** Every NA of the tables, and why. */
function lostNumbers({ km, cox, rmstDifference }: SurvivalAnswer) {
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
  ];
}

const equals = (p: number | null): string => (pText(p).startsWith("<") ? pText(p) : `= ${pText(p)}`);

const range = ({ lower, upper }: { lower: number | null; upper: number | null }, places?: number): string => {
  const text = (value: number | null) => (places === undefined ? plain(value) : decimals(value, places));
  return `${text(lower)} to ${text(upper)}`;
};

function section(rows: readonly (readonly string[])[]): void {
  for (const line of tableLines(rows)) say(`  ${line}`);
}

function sayTimes({ km }: SurvivalAnswer, percent: string): void {
  if (km.every(({ times }) => times === undefined || times.length === 0)) return;
  const late = km.some(({ times = [] }) => times.some(({ notYetEntered }) => notYetEntered !== undefined));
  say(bold("Survival at times"));
  section([
    ["", "time", "at risk", "events before", ...(late ? ["not yet entered"] : []), "survival", `${percent} % limits`],
    ...km.flatMap(({ group, times = [] }) =>
      times.map((at) => [
        group,
        String(at.time),
        plain(at.atRisk),
        plain(at.eventsBefore),
        ...(late ? [plain(at.notYetEntered ?? 0)] : []),
        decimals(at.survival, 3),
        range(at, 3),
      ]),
    ),
  ]);
  say();
}

function sayMeans({ km, rmstDifference: difference }: SurvivalAnswer, percent: string): void {
  const until = km.find(({ rmst }) => rmst !== null)?.rmst?.until;
  if (until === undefined) return;
  say(bold(`Restricted mean survival time, up to ${plain(until)}`));
  const measured = (own: Readonly<Record<"value" | "stdError" | "lower" | "upper", number | null>>) => {
    const places = errorPlaces(own.stdError);
    return [decimals(own.value, places), decimals(own.stdError, places), range(own, places)];
  };
  section([
    ["", "mean", "SE", `${percent} % limits`],
    ...km.flatMap(({ group, rmst }) => (rmst === null ? [] : [[group, ...measured(rmst)]])),
    ...(difference
      ? [
          [`${difference.between[0]} - ${difference.between[1]}`, ...measured(difference)].map((cell, i) =>
            i === 3 ? `${cell}, p ${equals(difference.p)}` : cell,
          ),
        ]
      : []),
  ]);
  say();
}

const nameOf = ({ name, level }: { name?: string | undefined; level: string | null }) =>
  level === null ? (name ?? "") : `${name} ${level}`;

function sayCox(cox: NonNullable<SurvivalAnswer["cox"]>, percent: string): void {
  const rows = cox.subjects === undefined ? `n ${cox.n}` : `n ${cox.subjects} in ${cox.n} rows`;
  say(
    `${bold("Cox regression")}, ${cox.ties} ties, ${rows}, ${cox.events} events${cox.robust ? ", robust variance" : ""}`,
  );
  const estimates = (
    own: Readonly<Record<"beta" | "se" | "hazardRatio" | "lower" | "upper", number | null>>,
  ): readonly string[] => {
    const places = ratioPlaces(own);
    return [
      coefficient(own.beta),
      coefficient(own.se),
      ratio(own.hazardRatio, places),
      `${ratio(own.lower, places)} to ${ratio(own.upper, places)}`,
    ];
  };
  section([
    ["", "beta", "SE", "hazard ratio", `${percent} % limits`, "z", "p"],
    ...cox.coefficients.map((own) => [nameOf(own), ...estimates(own), decimals(own.z, 2), pText(own.p)]),
    ...(cox.firth ?? []).map((own) => [`${nameOf(own)} (Firth)`, ...estimates(own), "", pText(own.p)]),
  ]);
  const { likelihoodRatio, wald, score } = cox.tests;
  const test = (title: string, { chi2, df, p, because }: typeof wald) =>
    because === undefined
      ? `${title} ${decimals(chi2, 2)} on ${df} df, p ${equals(p)}`
      : `${title} not estimable: ${why(because)}`;
  say(`  ${test("likelihood ratio", likelihoodRatio)}; ${test("Wald", wald)}; ${test("score", score)}`);
  say(`  concordance ${decimals(cox.concordance.value, 3)} (SE ${decimals(cox.concordance.stdError, 3)})\n`);
  if (cox.zph.length === 0) return;
  say(`${bold("Proportional hazards")} (score test, time on the Kaplan-Meier scale)`);
  section([
    ["", "chi-square", "df", "p"],
    ...cox.zph.map((own) => [own.name, decimals(own.chi2, 3), plain(own.df), pText(own.p)]),
  ]);
  say();
}
