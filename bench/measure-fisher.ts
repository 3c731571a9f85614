import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { FisherMeasured } from "./measured.ts";

const PROGRAM = fileURLToPath(new URL("../apps/cli/bin/osteon.js", import.meta.url));

/** Rows of R's `esoph` by tobacco (down) and age (across), n 88: too many tables to be written out one by one. */
const TABLE = [
  [4, 4, 4, 4, 4, 4],
  [4, 4, 4, 4, 4, 4],
  [3, 4, 4, 4, 4, 1],
  [4, 3, 4, 4, 3, 2],
];
const RUNS = 7;

/**
 * Fisher's exact test of a 4 x 6 table as a command, beside the start of that command (its help) and of Node alone; each the shortest of
 * several runs taken in turns, since whatever else runs only adds.
 */
export async function measureFisher(folder: string): Promise<FisherMeasured> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "fisher.csv");
  const rows = TABLE.flatMap((row, i) => row.flatMap((n, j) => Array<string>(n).fill(`t${i},a${j}`)));
  await writeFile(file, `tobacco,age\n${rows.join("\n")}\n`);
  const times: { node: number[]; start: number[]; test: number[] } = { node: [], start: [], test: [] };
  for (let run = 0; run < RUNS; run++) {
    times.node.push(await secondsOf("-e", "0"));
    times.start.push(await secondsOf(PROGRAM, "test", "--help"));
    times.test.push(await secondsOf(PROGRAM, "test", file, "--value", "age", "--group", "tobacco", "--test", "fisher"));
  }
  return {
    node: Math.min(...times.node),
    start: Math.min(...times.start),
    test: Math.min(...times.test),
    n: rows.length,
  };
}

async function secondsOf(...words: readonly string[]): Promise<number> {
  const start = performance.now();
  await promisify(execFile)(process.execPath, words);
  return (performance.now() - start) / 1000;
}
