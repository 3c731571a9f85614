import type { Kind, Outcome, Question, RefusalReason, Said } from "@osteon/questions";
import { EXIT, type ExitCode, Stop } from "@osteon/run/exit-code";
import type { Command } from "commander";
import { showProblems } from "../terminal/show-problems.ts";
import { OF_ANSWER, type OutputOptions } from "./data-options.ts";
import { formatOf, giveAnswer } from "./give-answer.ts";

const EXITS: Readonly<Record<RefusalReason, ExitCode>> = {
  asked: EXIT.usage,
  data: EXIT.problems,
  "no-file": EXIT.notFound,
};

/** What the output asked for needs of the answer, beside what was said. */
type Needs<Own extends Kind> = (options: OutputOptions) => Partial<Said<Own>>;

/**
 * The action of a command on data: makes a question of its options, and writes the answer as it is asked to, or lists everything that
 * is wrong. Only who asks loads what answers.
 */
export function answering<Own extends Kind>(kind: Own, finish: (code: number) => void, needs: Needs<Own> = () => ({})) {
  return async (file: string, options: OutputOptions, command: Command): Promise<void> => {
    const format = formatOf(options);
    const said = { ...saidIn(command), ...needs(options) };
    const { answerTo } = await import("@osteon/questions");
    // The grammar of the command makes what it says of its kind.
    const outcome: Outcome = await answerTo({ kind, file, said } as Question);
    if (outcome.ok) return giveAnswer(kind, outcome.answer, options);
    if ("refused" in outcome) throw new Stop(EXITS[outcome.refused.because], outcome.refused.says);
    await showProblems(outcome.problems, format === "json");
    finish(EXIT.problems);
  };
}

/** What somebody wrote, without the defaults and without how the answer is written. */
function saidIn(command: Command): Readonly<Record<string, unknown>> {
  const ofAnswer: readonly string[] = OF_ANSWER;
  return Object.fromEntries(
    Object.entries(command.opts()).filter(
      ([name]) => command.getOptionValueSource(name) === "cli" && !ofAnswer.includes(name),
    ),
  );
}
