import { bold, dim, say } from "../terminal/say.ts";
import { decimals, plain, pText, tableLines } from "../terminal/text-table.ts";
import type { SurvivalAnswer } from "./survival-answer.ts";
import type { SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The answer as a biostatistician reads it: curves, times, means, comparison, regression, notes. */
export function saySurvival(answer: SurvivalAnswer, { names }: SurvivalVariables, choices: SurvivalChoices): void {
  const percent = plain(choices.level * 100);
  say(`${bold("Kaplan-Meier")}, time ${names.time}, event ${names.event}${names.group ? `, by ${names.group}` : ""}`);
  section([
    ["", "n", "events", "median", `${percent} % limits`],
    ...answer.km.map(({ group, n, events, median }) => [
      group,
      plain(n),
      plain(events),
      plain(median.value),
      range(median),
    ]),
  ]);
  say(dim(`  ${choices.confType} limits; median by the rule of print(survfit)\n`));
  sayTimes(answer, percent);
  sayMeans(answer, percent);
  if (answer.logRank !== null) {
    const { chi2, df, p } = answer.logRank;
    say(`${bold("Log-rank test")}  chi-square ${decimals(chi2, 2)} on ${df} df, p ${equals(p)}\n`);
  }
  if (answer.cox !== null) sayCox(answer.cox, percent);
  if (answer.notes.length > 0) say(bold("Notes"));
  for (const note of answer.notes) say(`  ${note}`);
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
  say(bold("Survival at times"));
  section([
    ["", "time", "at risk", "events before", "survival", `${percent} % limits`],
    ...km.flatMap(({ group, times = [] }) =>
      times.map((at) => [
        group,
        plain(at.time),
        plain(at.atRisk),
        plain(at.eventsBefore),
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
  section([
    ["", "mean", "SE", `${percent} % limits`],
    ...km.flatMap(({ group, rmst }) =>
      rmst === null ? [] : [[group, decimals(rmst.value, 2), decimals(rmst.stdError, 2), range(rmst, 2)]],
    ),
    ...(difference
      ? [
          [
            `${difference.between[0]} - ${difference.between[1]}`,
            decimals(difference.value, 2),
            decimals(difference.stdError, 2),
            `${range(difference, 2)}, p ${equals(difference.p)}`,
          ],
        ]
      : []),
  ]);
  say();
}

function sayCox(cox: NonNullable<SurvivalAnswer["cox"]>, percent: string): void {
  say(
    `${bold("Cox regression")}, ${cox.ties} ties, n ${cox.n}, ${cox.events} events${cox.robust ? ", robust variance" : ""}`,
  );
  const name = ({ name, level }: { name?: string | undefined; level: string | null }) =>
    level === null ? (name ?? "") : `${name} ${level}`;
  section([
    ["", "beta", "SE", "hazard ratio", `${percent} % limits`, "z", "p"],
    ...cox.coefficients.map((own) => [
      name(own),
      decimals(own.beta, 4),
      decimals(own.se, 4),
      decimals(own.hazardRatio, 3),
      range(own, 3),
      decimals(own.z, 2),
      pText(own.p),
    ]),
    ...("firth" in cox && cox.firth ? cox.firth : []).map((own) => [
      `${name(own)} (Firth)`,
      decimals(own.beta, 4),
      decimals(own.se, 4),
      decimals(own.hazardRatio, 3),
      range(own, 3),
      "",
      pText(own.p),
    ]),
  ]);
  const { likelihoodRatio, wald, score } = cox.tests;
  const test = (title: string, { chi2, df, p }: typeof wald) =>
    `${title} ${decimals(chi2, 2)} on ${df} df, p ${equals(p)}`;
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
