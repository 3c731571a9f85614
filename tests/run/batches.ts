import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Files of tests that share a process, and so read their modules once. */
export type Batch = readonly string[];

/**
 * Files that have a process to themselves: by what they do to it, or since what they wait for is long. Everything else of one
 * kind loads the same modules, and finds them loaded.
 */
export const ALONE: readonly string[] = [
  // Weighs the heap of its process.
  "apps/server/tests/memory.test.ts",
];

/** About so many seconds a process has tests: enough to be worth its loading and compiling, few enough that no core waits for the last. */
const FILLED = 100;

/** Folders whose tests load the same modules, beside those that stand for themselves. */
const SAME: Readonly<Record<string, RegExp>> = {
  server: /^(apps\/server|tests\/attack)\//,
  commands: /^(apps\/cli|packages\/(run|questions)|studies|bench|tests\/acceptance)\//,
};

/** What is loaded together; the pure packages as two, since statistics load little. */
function kindOf(file: string, isPure: ReadonlySet<string>): string {
  if (ALONE.includes(file)) return file;
  if (isPure.has(file)) return file.startsWith("packages/stats/") ? "statistics" : "pure";
  const same = Object.keys(SAME).find((name) => SAME[name]?.test(file));
  return same ?? file.split("/").slice(0, 2).join("/");
}

/**
 * Parts the files into batches of one kind that take about equally long: each file, the first of them first, goes to the batch
 * that has least. A batch stands where its first file stood. `seconds` says how long a file takes.
 */
export function batchesOf(
  files: readonly string[],
  pure: readonly string[],
  seconds: (file: string) => number,
): readonly Batch[] {
  const isPure = new Set(pure);
  const kinds = Map.groupBy(files, (file) => kindOf(file, isPure));
  return [...kinds.values()]
    .flatMap((own) => {
      const all = own.reduce((sum, file) => sum + seconds(file), 0);
      const many = own.every((file) => isPure.has(file)) ? 1 : Math.ceil(all / FILLED);
      const batches = Array.from({ length: many }, () => ({ files: [] as string[], takes: 0 }));
      for (const file of own) {
        const least = batches.reduce((one, other) => (other.takes < one.takes ? other : one));
        least.files.push(file);
        least.takes += seconds(file);
      }
      return batches.map((batch) => batch.files).filter((batch) => batch.length > 0);
    })
    .toSorted(([one = ""], [other = ""]) => files.indexOf(one) - files.indexOf(other));
}

const LOADER = pathToFileURL(join(import.meta.dirname, "load-file.ts")).href;

/** Writes a module for each batch, which loads its files; answers with the paths of the modules. */
export function writeBatches(batches: readonly Batch[], root: string, folder: string): readonly string[] {
  return batches.map((files, place) => {
    const path = join(folder, `batch-${String(place).padStart(3, "0")}.mjs`);
    const loads = files.map((file) => {
      const words = [file, pathToFileURL(join(root, file)).href].map((one) => JSON.stringify(one));
      return `loadFile(${words.join(", ")});`;
    });
    writeFileSync(path, [`import { loadFile } from ${JSON.stringify(LOADER)};`, ...loads, ""].join("\n"));
    return path;
  });
}
