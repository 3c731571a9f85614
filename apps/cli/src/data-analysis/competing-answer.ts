import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { cumulativeIncidence, fineGray, grayTest, incidenceAt } from "@osteon/stats";
import { bold, dim, say } from "../terminal/say.ts";
import { decimals, plain, pText, rowsText, tableLines } from "../terminal/text-table.ts";
import { columnNamed, numbersOf } from "./columns.ts";
import { orNull, type SurvivalChoices } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

export type CompetingAnswer = ReturnType<typeof competingAnswer>;

/** Causes of a column coded 0 (censored), 1, 2, ...; anything else is a problem at its row. */
export function causesOf(data: DataFile, name: string, problems: Problem[]): readonly (number | null)[] {
  const codes = numbersOf(data, name, problems);
  for (const [row, code] of codes.entries())
    if (code !== null && !(Number.isInteger(code) && code >= 0))
      problems.push({
        code: "unknown-event-code",
        severity: "refused",
        where: {
          file: data.file,
          row: data.rowNumbers[row] ?? row + 1,
          column: columnNamed(data, name).name,
          value: String(code),
        },
        says: "With --competing an event is 0 (censored) or the whole number of a cause.",
        fix: "Code the causes 1, 2, ... in the order you want them.",
      });
  return codes;
}

/** Cumulative incidence of each cause in each group, Gray's tests, and Fine and Gray's regression of each cause. */
export function competingAnswer(
  { time, group, stratum, covariates }: Omit<SurvivalVariables, "event">,
  cause: readonly (number | null)[],
  { level, times }: SurvivalChoices,
) {
  const causes = cause.reduce<number>((most, code) => Math.max(most, code ?? 0), 0);
  const columns = { time, cause, ...(group && { group }), ...(stratum && { stratum }) };
  const curves = cumulativeIncidence(columns, causes, "aalen", "log-log", level);
  const numbers = Array.from({ length: causes }, (_, i) => i + 1);
  return {
    incidence: curves.map((curve) => ({
      ...{ group: curve.group, cause: curve.cause, n: curve.n, events: curve.events },
      ...(times.length > 0 && { times: times.map((at) => pointOf(incidenceAt(curve, at), at)) }),
      curve: curve.steps.map((step) => pointOf(step, step.time)),
    })),
    gray:
      group === undefined
        ? []
        : numbers.map((own) => {
            const { chi2, df, p } = grayTest(columns, own, causes);
            return { cause: own, chi2: orNull(chi2), df, p: orNull(p) };
          }),
    fineGray:
      covariates.length === 0
        ? []
        : numbers.map((own) => {
            const fit = fineGray({ time, cause, covariates }, own, level);
            return { cause: own, n: fit.n, events: fit.events, coefficients: fit.coefficients.map(coefficientOf) };
          }),
    notes:
      curves[0] !== undefined && curves[0].missing > 0
        ? [`${rowsText(curves[0].missing)} left out: time, event or group is missing.`]
        : [],
  };
}

type Step = NonNullable<ReturnType<typeof incidenceAt>>;

function pointOf(step: Step | undefined, time: number) {
  if (step === undefined) return { time, incidence: 0, stdError: 0, lower: null, upper: null };
  const { incidence, stdError, lower, upper } = step;
  return { time, incidence, stdError, lower: orNull(lower), upper: orNull(upper) };
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
  const numbers = { beta, se, hazardRatio, lower, upper, z, p };
  return { name, ...Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, orNull(value)])) } as {
    readonly name: string;
  } & Readonly<Record<keyof typeof numbers, number | null>>;
}

export function sayCompeting({ incidence, gray, fineGray: fits, notes }: CompetingAnswer): void {
  say(`${bold("Cumulative incidence")} (Aalen-Johansen)`);
  const rows = incidence.flatMap(({ group, cause, n, events, times = [] }) => [
    [`${group}, cause ${cause}`, plain(n), plain(events), "", "", ""],
    ...times.map((at) => [
      "",
      "",
      "",
      plain(at.time),
      decimals(at.incidence, 4),
      `${decimals(at.lower, 4)} to ${decimals(at.upper, 4)}`,
    ]),
  ]);
  for (const line of tableLines([["", "n", "events", "time", "incidence", "limits"], ...rows])) say(`  ${line}`);
  for (const { cause, chi2, df, p } of gray)
    say(`${bold("Gray's test")}, cause ${cause}: chi-square ${decimals(chi2, 3)} on ${df} df, p ${pText(p)}`);
  for (const { cause, n, events, coefficients } of fits) {
    say(`\n${bold("Fine and Gray")}, cause ${cause}, n ${n}, ${events} events`);
    const own = coefficients.map((one) => [
      one.name,
      decimals(one.beta, 4),
      decimals(one.se, 4),
      decimals(one.hazardRatio, 3),
      `${decimals(one.lower, 3)} to ${decimals(one.upper, 3)}`,
      pText(one.p),
    ]);
    for (const line of tableLines([["", "beta", "SE", "subdistribution HR", "limits", "p"], ...own])) say(`  ${line}`);
  }
  for (const note of notes) say(dim(note));
}
