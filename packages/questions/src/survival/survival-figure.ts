import { type Curve, type KaplanMeierFigure, roundAxis } from "@osteon/publish";
import { riskTableAt } from "@osteon/stats";
import { pText } from "../shown/number-text.ts";
import type { SurvivalAnswer } from "./survival-answer.ts";
import type { SurvivalChoices } from "./survival-choices.ts";
import { curvesOf } from "./survival-curves.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The figure of the curves, not yet drawn: band, censor ticks, medians, and the risk table under the ticks of the axis. */
export function survivalFigure(
  variables: SurvivalVariables,
  answer: SurvivalAnswer,
  choices: SurvivalChoices,
  timeLabel: string = variables.names.time,
): KaplanMeierFigure {
  const { names } = variables;
  const { curves } = curvesOf(variables, choices);
  const last = Math.max(0, ...curves.map(({ curve }) => curve.columns.time.at(-1) ?? 0));
  const axis = roundAxis(last);
  const drawn = curves.map(({ curve }, i): Curve => {
    const own = answer.km[i];
    return {
      name: own?.group ?? "",
      steps: own?.curve ?? [],
      risk: axis.map((at) => riskTableAt(curve, at)),
      median: own?.median.value ?? null,
    };
  });
  return {
    name: "survival",
    title: `Kaplan-Meier estimate by ${names.group ?? "time"}`,
    description: descriptionOf(answer, timeLabel),
    timeLabel,
    survivalLabel: "Without the event",
    ticks: axis,
    curves: drawn,
    notes: notesOf(answer, choices),
    printed: [],
  };
}

function notesOf({ km, logRank }: SurvivalAnswer, { confType, level }: SurvivalChoices): readonly string[] {
  const test =
    logRank === null
      ? []
      : [
          `${logRank.test === "Log-rank test" ? "Log-rank" : logRank.test} p ${pText(logRank.p).startsWith("<") ? "" : "= "}${pText(logRank.p)}`,
        ];
  const only = km.length === 1 && km[0] ? [`${km[0].events} events among ${km[0].n}`] : [];
  return [...only, ...test, `Band: ${confType}, ${Number((level * 100).toPrecision(6))} %`];
}

function descriptionOf({ km }: SurvivalAnswer, time: string): string {
  const own = km.map(
    ({ group, n, events, median }) =>
      `${group}: ${events} events among ${n}, median ${median.value === null ? "not reached" : `${median.value} (${time})`}`,
  );
  return `Share without the event over time. ${own.join("; ")}.`;
}
