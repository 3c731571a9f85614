import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Results } from "@osteon/estimate";
import { type Freeze, readFreeze } from "@osteon/freeze";
import { EXIT, Stop } from "./exit-code.ts";

/** The freeze in a folder, or an end that says what is wrong with it. */
export async function frozenFolder(folder: string): Promise<Freeze> {
  const frozen = await readFreeze(resolve(folder));
  if (frozen.ok) return frozen.value;
  const problems = frozen.problems.map(({ says, fix }) => `${says} ${fix}`).join("\n");
  throw new Stop(EXIT.notFound, `${folder}: ${problems}`);
}

/** A stage's JSON file, or an end that says which stage writes it. */
export async function readStageFile<T>(file: string, stage: string): Promise<T> {
  const text = await readFile(resolve(file), "utf8").catch(() => undefined);
  if (text === undefined) throw new Stop(EXIT.notFound, `${file}: no such file. "osteon ${stage}" writes it.`);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Stop(EXIT.notFound, `${file}: not JSON. Let "osteon ${stage}" write it again.`);
  }
}

/** The results that a stage wrote. */
export const readResultsFile = (file: string, stage: "estimate" | "study run"): Promise<Results> =>
  readStageFile<Results>(file, stage);

/** Refuses to write over what is there. */
export function mustBeNew(folder: string): string {
  const place = resolve(folder);
  if (existsSync(place)) throw new Stop(EXIT.usage, `${folder} exists already. Name a new folder, or remove it first.`);
  return place;
}
