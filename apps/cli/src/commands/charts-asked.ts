import { resolve } from "node:path";
import type { Study, withScratchFreeze } from "@osteon/run";
import { EXIT } from "@osteon/run/exit-code";
import { showProblems } from "../terminal/show-problems.ts";

/** How a command asks for the charts of a study: a folder, or the study's own cohort; problems as text or JSON. */
interface Asked {
  readonly data?: string;
  readonly json?: true;
}

/** Hands the frozen charts that a command asked for to `use`. Charts with problems end the command. */
export async function withChartsAsked(
  study: Study,
  { data, json }: Asked,
  finish: (code: number) => void,
  use: Parameters<typeof withScratchFreeze>[2],
): Promise<void> {
  const run = await import("@osteon/run");
  const problems = await run.withScratchFreeze(study, resolve(data ?? study.cohort), use);
  if (problems.length === 0) return;
  await showProblems(problems, json === true);
  finish(EXIT.problems);
}
