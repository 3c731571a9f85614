import type { Problem } from "@osteon/codebook";
import { renderPng } from "@osteon/publish/png";
import type { DataAnswer } from "../data-options/answer.ts";
import { causesOf, listedCauses } from "./causes.ts";
import { checkLogarithms } from "./check-times.ts";
import { competingAnswer } from "./competing-answer.ts";
import { competingInR } from "./competing-in-r.ts";
import { competingNotes, competingTables } from "./competing-tables.ts";
import { intervalAnswer } from "./interval-answer.ts";
import { refuseInVain } from "./options-in-vain.ts";
import type { ChosenRows } from "./rows-where.ts";
import { survivalAnswer } from "./survival-answer.ts";
import { survivalFigure } from "./survival-figure.ts";
import { survivalInR } from "./survival-in-r.ts";
import { choicesOf, type SurvivalOptions } from "./survival-options.ts";
import { survivalNotes, survivalTables } from "./survival-tables.ts";
import { survivalVariables } from "./survival-variables.ts";

/** What is asked of the rows; an option that would do nothing is refused first. */
export function askedSurvival(
  rows: ChosenRows,
  options: SurvivalOptions,
  written: (option: string) => boolean,
  problems: Problem[],
): DataAnswer | undefined {
  refuseInVain(options, written);
  const { interval, times = [] } = options;
  if (interval === undefined) return followedUp(rows, options, problems);
  return intervalAnswer(rows, { ...options, interval, times }, problems);
}

/** The answer for rows of follow-up; undefined where something of them cannot be. */
function followedUp(rows: ChosenRows, options: SurvivalOptions, problems: Problem[]): DataAnswer | undefined {
  const variables = survivalVariables(rows, options, problems);
  const { competing, competes, event = "" } = options;
  const found =
    competes !== undefined
      ? listedCauses(rows, event, competes)
      : competing
        ? causesOf(rows, variables.names.event, problems)
        : undefined;
  if (options.aft !== undefined) checkLogarithms(rows.data, variables.time, variables.names.time, problems);
  if (problems.length > 0) return undefined;
  const choices = choicesOf(options);
  const asked = { rows, names: options, choices };
  const kept = variables.kept ?? rows.kept.map((_, row) => row);
  if (found !== undefined) {
    const causes = { ...found, cause: kept.map((row) => found.cause[row] ?? null) };
    const answer = competingAnswer(variables, causes, choices);
    return {
      ...{ name: "survival", title: "Competing risks", json: answer },
      tables: competingTables(answer, choices),
      notes: competingNotes(answer),
      r: competingInR(variables, causes, asked),
      files: () => ({ "survival.json": jsonText(answer) }),
    };
  }
  const answer = survivalAnswer(
    variables,
    choices,
    kept.map((row) => rows.data.rowNumbers[row] ?? row + 1),
  );
  return {
    ...{ name: "survival", title: "Survival", json: answer },
    tables: survivalTables(answer, variables, choices),
    notes: survivalNotes(answer),
    r: survivalInR(variables, asked),
    files: () => {
      const svg = survivalFigure(variables, answer, choices, options.timeLabel);
      return { "survival.svg": svg, "survival.png": renderPng(svg, 600), "survival.json": jsonText(answer) };
    },
  };
}

const jsonText = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`;
