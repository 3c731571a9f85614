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
import { type CompetingAnswer, regressionLoss } from "./competing-answer.ts";
import { lostOf, reasonLines } from "./reasons.ts";
import type { SurvivalChoices } from "./survival-choices.ts";

/** Incidences, Gray's tests, Fine and Gray's regressions, and why anything is NA. */
export function sayCompeting(answer: CompetingAnswer, { confType, level }: SurvivalChoices): void {
  const { incidence, gray, fineGray: fits, notes, variance } = answer;
  say(`${bold("Cumulative incidence")} (Aalen-Johansen)`);
  const nameOf = ({ group, cause }: { group: string; cause: number | null }) =>
    `${group}, ${cause === null ? "any cause" : `cause ${cause}`}`;
  const rows = incidence.flatMap(({ n, events, times = [], ...own }) => [
    [nameOf(own), plain(n), plain(events), "", "", ""],
    ...times.map((at) => [
      ...["", "", "", String(at.time)],
      decimals(at.incidence, 4),
      `${decimals(at.lower, 4)} to ${decimals(at.upper, 4)}`,
    ]),
  ]);
  section([["", "n", "events", "time", "incidence", `${plain(level * 100)} % limits`], ...rows]);
  say(dim(`  ${confType} limits, variance: ${variance}`));
  const lost = incidence.flatMap((own) => (own.timeLost === undefined ? [] : [{ name: nameOf(own), ...own.timeLost }]));
  if (lost[0] !== undefined) {
    say(`\n${bold(`Mean time lost to the cause, up to ${plain(lost[0].until)}`)}`);
    section([
      ["", "mean", "SE", "limits"],
      ...lost.map((own) => {
        const places = errorPlaces(own.stdError);
        const limits = `${decimals(own.lower, places)} to ${decimals(own.upper, places)}`;
        return [own.name, decimals(own.value, places), decimals(own.stdError, places), limits];
      }),
    ]);
  }
  for (const { cause, chi2, df, p } of gray)
    say(`${bold("Gray's test")}, cause ${cause}: chi-square ${decimals(chi2, 3)} on ${df} df, p ${pText(p)}`);
  for (const { cause, n, events, coefficients } of fits) {
    say(`\n${bold("Fine and Gray")}, cause ${cause}, n ${n}, ${events} events`);
    const own = coefficients.map((one) => {
      const places = ratioPlaces(one);
      const limits = `${ratio(one.lower, places)} to ${ratio(one.upper, places)}`;
      return [
        one.name,
        coefficient(one.beta),
        coefficient(one.se),
        ratio(one.hazardRatio, places),
        limits,
        pText(one.p),
      ];
    });
    section([["", "beta", "SE", "subdistribution HR", "limits", "p"], ...own]);
  }
  const reasons = reasonLines([
    ...incidence.flatMap(({ times = [], timeLost, ...own }) => [
      ...times.flatMap((at) => lostOf(`${nameOf(own)} at ${at.time}`, at)),
      ...lostOf(`the time lost of ${nameOf(own)}`, timeLost ?? {}),
    ]),
    ...gray.flatMap(({ cause, because }) =>
      because === undefined ? [] : [[`Gray's test of cause ${cause}`, because] as const],
    ),
  ]);
  for (const note of [...notes, ...regressionLoss(answer), ...reasons]) say(dim(note));
}

function section(rows: readonly (readonly string[])[]): void {
  for (const line of tableLines(rows)) say(`  ${line}`);
}
