import type { Reproduced, Study } from "@osteon/run";
import { EXIT } from "@osteon/run/exit-code";
import type { Command } from "commander";
import { bold, dim, green, red, say, sayJson, sayNotice, yellow } from "../terminal/say.ts";
import { withChartsAsked } from "./charts-asked.ts";

type Comparison = Reproduced["numbers"][number];

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
      "recompute every number that a study's paper prints, and say what holds, what differs, what the paper itself contradicts and what cannot be told",
    )
    .argument("<study>", "study folder or id")
    .option("--data <folder>", "chart folder; the study's own cohort without it")
    .option("--all", "list the numbers that are the same, too")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: Options) => {
      const { mustHavePaper, readStudy, reproduced } = await import("@osteon/run");
      const study = await readStudy(name);
      mustHavePaper(study, name);
      await withChartsAsked(study, options, finish, async (frozen) => {
        const { numbers, differs } = await reproduced(study, frozen);
        const { notice } = frozen;
        if (options.json === true) sayJson(answer(study, numbers, notice));
        else print(study, numbers, notice, options.all === true);
        if (differs) finish(EXIT.differs);
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
    underivable: countOf(numbers, "underivable"),
  };
  return { study: protocol.id, source: protocol.source, notice, summary, numbers, cited };
}

const MARKS = {
  ...{ same: green("="), differs: red("≠"), contradiction: yellow("!") },
  ...{ absent: dim("–"), underivable: dim("?") },
} as const;

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
    `\n${numbers.length} printed numbers: ${countOf(numbers, "same")} the same, ${countOf(numbers, "contradiction")} that the paper itself contradicts, ${countOf(numbers, "differs")} that differ${furtherText(numbers)}. ${cited.length} more are cited from other studies.`,
  );
  sayNotice(notice);
}

/** Verdicts that most comparisons have none of. */
const FURTHER = { absent: "these charts cannot give", underivable: "nothing printed determines" } as const;

const furtherText = (numbers: readonly Comparison[]): string =>
  (["absent", "underivable"] as const)
    .map((verdict) => [countOf(numbers, verdict), FURTHER[verdict]] as const)
    .map(([count, says]) => (count === 0 ? "" : `, ${count} that ${says}`))
    .join("");

function printNumber({ verdict, means, printed, recomputed, quote, contradiction, note }: Comparison): void {
  const beside = verdict === "underivable" ? "not recomputed" : `recomputed ${recomputed}`;
  say(`  ${MARKS[verdict]} ${means}: printed ${printed}, ${beside}  ${dim(`«${quote}»`)}`);
  const why = contradiction?.says ?? note;
  if (why !== undefined) say(`      ${dim(why)}`);
}
