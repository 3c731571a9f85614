import type { Comparison } from "@osteon/estimate";
import type { Study } from "@osteon/run";
import { EXIT, Stop } from "@osteon/run/exit-code";
import type { Command } from "commander";
import { bold, dim, green, red, say, sayJson, sayNotice, yellow } from "../terminal/say.ts";
import { withChartsAsked } from "./charts-asked.ts";

interface Options {
  readonly data?: string;
  readonly all?: true;
  readonly json?: true;
}

/** `osteon reproduce`: every number that the paper prints beside the recomputed one. */
export function addReproduce(program: Command, finish: (code: number) => void): void {
  program
    .command("reproduce")
    .description(
      "recompute every number that a study's paper prints, and say what holds, what differs and what the paper itself contradicts",
    )
    .argument("<study>", "study folder or id")
    .option("--data <folder>", "chart folder; the study's own cohort without it")
    .option("--all", "list the numbers that are the same, too")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: Options) => {
      const { comparePublished, indexResults } = await import("@osteon/estimate");
      const { analyse, isOwnCohort, readStudy } = await import("@osteon/run");
      const study = await readStudy(name);
      if (study.published.length === 0)
        throw new Stop(EXIT.notFound, `${name} has no published.ts: there is nothing to reproduce.`);
      await withChartsAsked(study, options, finish, async (frozen) => {
        const { results } = await analyse(study, frozen);
        const { notice } = frozen;
        const numbers = comparePublished(study.published, indexResults(results.results));
        if (options.json === true) sayJson(answer(study, numbers, notice));
        else print(study, numbers, notice, options.all === true);
        // Other children differ from the paper's without anything being wrong.
        const isWrong = ({ verdict }: Comparison) => verdict === "differs" || verdict === "absent";
        if (isOwnCohort(study, results) && numbers.some(isWrong)) finish(EXIT.differs);
      });
    });
}

const countOf = (numbers: readonly Comparison[], verdict: Comparison["verdict"]): number =>
  numbers.filter((number) => number.verdict === verdict).length;

function answer({ protocol, cited }: Study, numbers: readonly Comparison[], notice: string | undefined) {
  const summary = {
    printed: numbers.length,
    same: countOf(numbers, "same"),
    differs: countOf(numbers, "differs"),
    contradiction: countOf(numbers, "contradiction"),
    absent: countOf(numbers, "absent"),
  };
  return { study: protocol.id, source: protocol.source, notice, summary, numbers, cited };
}

const MARKS = { same: green("="), differs: red("≠"), contradiction: yellow("!"), absent: dim("–") } as const;

function print(
  { protocol, cited }: Study,
  numbers: readonly Comparison[],
  notice: string | undefined,
  all: boolean,
): void {
  say(bold(protocol.source));
  const places = [...new Set(numbers.map(({ place }) => place))];
  for (const place of places) {
    const here = numbers.filter((number) => number.place === place);
    say(`\n${bold(place)} ${dim(`${countOf(here, "same")} of ${here.length} the same`)}`);
    for (const number of here) if (all || number.verdict !== "same") printNumber(number);
  }
  say(
    `\n${numbers.length} printed numbers: ${countOf(numbers, "same")} the same, ${countOf(numbers, "contradiction")} that the paper itself contradicts, ${countOf(numbers, "differs")} that differ${absentText(countOf(numbers, "absent"))}. ${cited.length} more are cited from other studies.`,
  );
  sayNotice(notice);
}

const absentText = (count: number): string => (count === 0 ? "" : `, ${count} that these charts cannot give`);

function printNumber({ verdict, means, printed, recomputed, quote, contradiction, note }: Comparison): void {
  say(`  ${MARKS[verdict]} ${means}: printed ${printed}, recomputed ${recomputed}  ${dim(`«${quote}»`)}`);
  const why = contradiction?.says ?? note;
  if (why !== undefined) say(`      ${dim(why)}`);
}
