import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Fills a new folder. It is written beside its place under a hidden name and renamed last where `fill` says so: whole, or not there. */
export async function wholeFolder<T>(
  out: string,
  fill: (unfinished: string) => Promise<T>,
  keep: (outcome: T) => boolean,
): Promise<T> {
  await mkdir(dirname(out), { recursive: true });
  const unfinished = await mkdtemp(join(dirname(out), `.${basename(out)}-unfinished-${process.pid}-`));
  try {
    const outcome = await fill(unfinished);
    if (keep(outcome)) await rename(unfinished, out);
    return outcome;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
