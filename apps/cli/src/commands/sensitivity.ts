import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { NormalityChoice, Outcome, sensitivityPlan } from "@osteon/run";
import type { Command } from "commander";
import { progressBar } from "../terminal/progress.ts";
import { bold, dim, say, sayJson, sayNotice } from "../terminal/say.ts";
import { withChartsAsked } from "./charts-asked.ts";

interface Options {
  readonly data?: string;
  readonly out: string;
  readonly json?: true;
}

/** `osteon sensitivity`: how the headline numbers move over every combination of the assumptions. */
export function addSensitivity(program: Command, finish: (code: number) => void): void {
  program
    .command("sensitivity")
    .description("rerun the study over every combination of its assumptions and draw how each headline number moves")
    .argument("<study>", "study folder or id")
    .option("--data <folder>", "chart folder; the study's own cohort without it")
    .requiredOption("--out <folder>", "folder for the specification charts (SVG, PNG) and outcomes.json")
    .option("--json", "answer in JSON")
    .action(async (name: string, options: Options) => {
      const { decimalText } = await import("@osteon/protocol");
      const stages = await import("@osteon/run");
      const study = await stages.readStudy(name);
      await withChartsAsked(study, options, finish, async (frozen) => {
        const plan = stages.sensitivityPlan(study, frozen);
        const bar = progressBar("rerun");
        const outcomes = await stages.runSensitivity(study, plan, frozen, bar);
        bar.end();
        const normality = await stages.normalityChoices(study, frozen);
        const { notice } = frozen;
        const answer = { study: study.protocol.id, notice, outcomes, normality };
        const out = resolve(options.out);
        await mkdir(out, { recursive: true });
        await writeFile(join(out, "outcomes.json"), `${JSON.stringify(answer, null, 1)}\n`);
        await stages.specificationCharts(plan, outcomes, out, notice);
        if (options.json === true) return sayJson({ ...answer, directory: options.out });
        sayNotice(notice);
        print(plan, outcomes, options.out, (value) => decimalText(value, 0));
        printNormality(normality);
      });
    });
}

function printNormality(choices: readonly NormalityChoice[]): void {
  say(bold("Printed differently by another normality rule"));
  for (const { title, printed } of choices) {
    const rules = Object.entries(printed).map(([rule, form]) => `${rule}: ${form ?? "NE"}`);
    say(`  ${title.padEnd(50)} ${rules.join(", ")}`);
  }
  if (choices.length === 0) say("  none");
}

function print(
  { headlines }: ReturnType<typeof sensitivityPlan>,
  outcomes: readonly Outcome[],
  out: string,
  whole: (value: number) => string,
): void {
  say(bold(`${outcomes.length / headlines.length} specifications`));
  for (const { id, title, unit, published } of headlines) {
    const own = outcomes.filter(({ headline }) => headline === id);
    const values = own.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
    const text = (value: number | null | undefined) => (value === null || value === undefined ? "NE" : whole(value));
    const primary = own.find((outcome) => outcome.primary)?.value;
    const none = own.length - values.length;
    if (values.length === 0) {
      say(`  ${title.padEnd(50)} not estimable from these children`);
      continue;
    }
    say(
      `  ${title.padEnd(50)} ${text(values[0])} to ${text(values.at(-1))} ${unit}, primary ${text(primary)}${published === undefined ? "" : `, printed ${published}`}${none === 0 ? "" : dim(`, not estimable in ${none}`)}`,
    );
  }
  say(dim(`Charts in ${out}`));
}
