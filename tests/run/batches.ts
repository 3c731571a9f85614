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

/** How many files share a process at most: few enough that no core waits for the last of them. */
const MOST = 6;

/** What is loaded together: the folder of a file up to `tests`, the pure packages as two of a size. */
function kindOf(file: string, isPure: ReadonlySet<string>): string {
  if (ALONE.includes(file)) return file;
  if (isPure.has(file)) return file.startsWith("packages/stats/") ? "statistics" : "pure";
  return file.split("/").slice(0, 2).join("/");
}

/**
 * Parts the files into batches of one kind, each dealt out in the order of the files, so that long ones do not come together; a
 * batch stands where its first file stood.
 */
export function batchesOf(files: readonly string[], pure: readonly string[], most = MOST): readonly Batch[] {
  const isPure = new Set(pure);
  const kinds = Map.groupBy(files, (file) => kindOf(file, isPure));
  return [...kinds.values()]
    .flatMap((own) => {
      const many = own.every((file) => isPure.has(file)) ? 1 : Math.ceil(own.length / most);
      return Array.from({ length: many }, (_, batch) => own.filter((_file, place) => place % many === batch));
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
