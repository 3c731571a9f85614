import type { Problem } from "@osteon/codebook";
import { EXIT } from "@osteon/run/exit-code";
import type { Command } from "commander";
import type { ChosenRows } from "../data-analysis/rows-where.ts";
import { showProblems } from "../terminal/show-problems.ts";
import type { DataAnswer } from "./answer.ts";
import type { DataOptions } from "./data-options.ts";

/** What a command does with the rows it is asked about, nothing where something of them is a problem; `written` says whether somebody wrote an option themselves. */
export type Answers<Options> = (
  rows: ChosenRows,
  options: Options,
  written: (option: string) => boolean,
  problems: Problem[],
) => DataAnswer | undefined;

/**
 * The action of a command on data: reads the rows, answers as it is asked to, or lists everything that is wrong. What answers is
 * loaded when it is asked, so that no other command waits for it.
 */
export function answering<Options extends DataOptions>(
  finish: (code: number) => void,
  answerer: () => Promise<Answers<Options>>,
) {
  return async (file: string, options: Options, command: Command): Promise<void> => {
    const { formatOf, giveAnswer } = await import("./answer.ts");
    const { readRows } = await import("./read-rows.ts");
    const answers = await answerer();
    const format = formatOf(options);
    const read = await readRows(file, options);
    const problems: Problem[] = [];
    const written = (option: string) => command.getOptionValueSource(option) === "cli";
    const answer = read.ok ? answers(read.rows, options, written, problems) : undefined;
    const wrong = read.ok ? problems : read.problems;
    if (answer !== undefined && wrong.length === 0) return giveAnswer(answer, options);
    showProblems(wrong, format === "json");
    finish(EXIT.problems);
  };
}
