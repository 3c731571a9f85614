import type { Problem } from "@osteon/codebook";
import type { Answer } from "../answer.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { causesOf, listedCauses } from "./causes.ts";
import { checkLogarithms } from "./check-times.ts";
import { competingAnswer } from "./competing-answer.ts";
import { competingInR } from "./competing-in-r.ts";
import { competingNotes, competingTables } from "./competing-tables.ts";
import { intervalAnswer } from "./interval-answer.ts";
import { refuseInVain } from "./options-in-vain.ts";
import { survivalAnswer } from "./survival-answer.ts";
import { choicesOf, type SurvivalAsked } from "./survival-asked.ts";
import { survivalFigure } from "./survival-figure.ts";
import { survivalInR } from "./survival-in-r.ts";
import { survivalNotes, survivalTables } from "./survival-tables.ts";
import { survivalVariables } from "./survival-variables.ts";

/** Curves, comparison and regression of rows; what would do nothing is refused first. */
export function survivalQuestion(
  rows: ChosenRows,
  asked: SurvivalAsked,
  said: (name: string) => boolean,
  problems: Problem[],
): Answer | undefined {
  refuseInVain(asked, said);
  const { interval, times = [] } = asked;
  if (interval === undefined) return followedUp(rows, asked, problems);
  return intervalAnswer(rows, { ...asked, interval, times }, problems);
}

/** The answer for rows of follow-up; undefined where something of them cannot be. */
function followedUp(rows: ChosenRows, asked: SurvivalAsked, problems: Problem[]): Answer | undefined {
  const variables = survivalVariables(rows, asked, problems);
  const { competing, competes, event = "" } = asked;
  const found =
    competes !== undefined
      ? listedCauses(rows, event, competes)
      : competing
        ? causesOf(rows, variables.names.event, problems)
        : undefined;
  if (asked.aft !== undefined) checkLogarithms(rows.data, variables.time, variables.names.time, problems);
  if (problems.length > 0) return undefined;
  const choices = choicesOf(asked);
  const inR = { rows, names: asked, choices };
  const kept = variables.kept ?? rows.kept.map((_, row) => row);
  if (found !== undefined) {
    const causes = { ...found, cause: kept.map((row) => found.cause[row] ?? null) };
    const numbers = competingAnswer(variables, causes, choices);
    return {
      ...{ title: "Competing risks", numbers },
      tables: competingTables(numbers, choices),
      notes: competingNotes(numbers),
      r: competingInR(variables, causes, inR),
    };
  }
  const numbers = survivalAnswer(
    variables,
    choices,
    kept.map((row) => rows.data.rowNumbers[row] ?? row + 1),
  );
  return {
    ...{ title: "Survival", numbers },
    tables: survivalTables(numbers, variables, choices),
    notes: survivalNotes(numbers),
    r: survivalInR(variables, inR),
    ...(asked.figure && { figure: survivalFigure(variables, numbers, choices, asked.timeLabel) }),
  };
}
