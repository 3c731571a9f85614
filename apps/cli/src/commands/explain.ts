import { SHOWN_STUDY } from "@osteon/run/shown-study";
import type { Command } from "commander";

interface Options {
  readonly study: string;
  readonly data?: string;
  readonly json?: true;
}

/** `osteon explain`: one child's course, and for each derived state the sentence why. */
export function addExplain(program: Command, finish: (code: number) => void): void {
  program
    .command("explain")
    .description("show one child's timeline and, for each derived state, why it was given and by which chart rows")
    .argument("<patient>", "pseudonym")
    .option("--study <study>", "study folder or id", SHOWN_STUDY)
    .option("--data <folder>", "chart folder; the study's own cohort without it")
    .option("--json", "answer in JSON")
    .action(async (patient: string, options: Options) => {
      const { sayCourse } = await import("../courses/say-course.ts");
      await sayCourse(patient, options, finish);
    });
}
