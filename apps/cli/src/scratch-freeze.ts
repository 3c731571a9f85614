import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Freeze } from "@osteon/freeze";
import { EXIT } from "./exit-code.ts";
import { freezeFolder } from "./pipeline.ts";
import type { Study } from "./study.ts";
import { showProblems } from "./terminal/show-problems.ts";

/** How a command asks for the charts of a study: a folder, or the study's own cohort; problems as text or JSON. */
interface Asked {
  readonly data?: string;
  readonly json?: true;
}

/** Freezes charts into a folder that is gone afterwards and hands the freeze on. Charts with problems end the command. */
export async function withScratchFreeze(
  study: Study,
  { data, json }: Asked,
  finish: (code: number) => void,
  use: (frozen: Freeze) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-"));
  try {
    const frozen = await freezeFolder(resolve(data ?? study.cohort), join(folder, "freeze"), study.protocol);
    if (frozen.ok) return await use(frozen.value);
    showProblems(frozen.problems, json === true);
    finish(EXIT.problems);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
