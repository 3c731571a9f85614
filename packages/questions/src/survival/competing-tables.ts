import type { PageTable } from "@osteon/publish";
import { answerTable } from "../shown/answer-table.ts";
import { decimals, errorPlaces, plain, pText } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { type CompetingAnswer, regressionLoss } from "./competing-answer.ts";
import { ratioCells } from "./cox-tables.ts";
import type { SurvivalChoices } from "./survival-choices.ts";

const nameOf = ({ group, cause }: { readonly group: string; readonly cause: number | null }): string =>
  `${group}, ${cause === null ? "any cause" : `cause ${cause}`}`;

/** Incidences, times lost, Gray's tests, Fine and Gray's regressions. */
export function competingTables(
  { incidence, gray, fineGray: fits, variance }: CompetingAnswer,
  { confType, level }: SurvivalChoices,
): readonly PageTable[] {
  const limits = `${plain(level * 100)} % limits`;
  const asked = incidence.some(({ times }) => times !== undefined);
  const lost = incidence.flatMap((own) => (own.timeLost === undefined ? [] : [{ name: nameOf(own), ...own.timeLost }]));
  return [
    answerTable(
      "incidence",
      "Cumulative incidence (Aalen-Johansen)",
      ["", "n", "events", ...(asked ? ["time", "incidence", limits] : [])],
      incidence.flatMap(({ n, events, times = [], ...own }) => {
        const head = [nameOf(own), plain(n), plain(events)];
        if (times.length === 0) return [head];
        return times.map((at, i) => [
          ...(i === 0 ? head : ["", "", ""]),
          ...[String(at.time), decimals(at.incidence, 4), `${decimals(at.lower, 4)} to ${decimals(at.upper, 4)}`],
        ]);
      }),
      [`${confType} limits, variance: ${variance}`],
    ),
    ...(lost[0] === undefined
      ? []
      : [
          answerTable(
            "time-lost",
            `Mean time lost to the cause, up to ${plain(lost[0].until)}`,
            ["", "mean", "SE", limits],
            lost.map((own) => {
              const places = errorPlaces(own.stdError);
              const range = `${decimals(own.lower, places)} to ${decimals(own.upper, places)}`;
              return [own.name, decimals(own.value, places), decimals(own.stdError, places), range];
            }),
          ),
        ]),
    ...(gray.length === 0
      ? []
      : [
          answerTable(
            "gray",
            "Gray's test",
            ["", "chi-square", "df", "p"],
            gray.map(({ cause, chi2, df, p }) => [`cause ${cause}`, decimals(chi2, 3), plain(df), pText(p)]),
          ),
        ]),
    ...fits.map(({ cause, n, events, coefficients }) =>
      answerTable(
        `fine-gray-${cause}`,
        `Fine and Gray, cause ${cause}, n ${n}, ${events} events`,
        ["", "beta", "SE", "subdistribution HR", limits, "p"],
        coefficients.map((one) => [one.name, ...ratioCells(one, one.hazardRatio), pText(one.p)]),
      ),
    ),
  ];
}

/** Everything that is to be said, each NA with its reason. */
export function competingNotes(answer: CompetingAnswer): readonly string[] {
  const { incidence, gray, notes } = answer;
  return [
    ...notes,
    ...regressionLoss(answer),
    ...reasonLines([
      ...incidence.flatMap(({ times = [], timeLost, ...own }) => [
        ...times.flatMap((at) => lostOf(`${nameOf(own)} at ${at.time}`, at)),
        ...lostOf(`the time lost of ${nameOf(own)}`, timeLost ?? {}),
      ]),
      ...gray.flatMap(({ cause, because }) =>
        because === undefined ? [] : [[`Gray's test of cause ${cause}`, because] as const],
      ),
    ]),
  ];
}
