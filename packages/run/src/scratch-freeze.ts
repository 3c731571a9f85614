import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "@osteon/codebook";
import type { Freeze } from "@osteon/freeze";
import { freezeFolder } from "./pipeline.ts";
import type { Study } from "./study.ts";

/** Freezes charts into a folder that is gone afterwards and hands the freeze on; answers with the problems of charts that have any. */
export async function withScratchFreeze(
  study: Study,
  charts: string,
  use: (frozen: Freeze) => Promise<void>,
): Promise<readonly Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-"));
  try {
    const frozen = await freezeFolder(charts, join(folder, "freeze"), study.protocol);
    if (!frozen.ok) return frozen.problems;
    await use(frozen.value);
    return [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
