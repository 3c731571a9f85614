// Runs tests: `node tests/run/run-tests.ts [all|stories|quick|soak] [--shuffle] [--seed N] [--at-once N]`
import { createHash, randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { parseArgs } from "node:util";
import { type Batch, batchesOf, writeBatches } from "./batches.ts";
import { watchCores } from "./busy-cores.ts";
import { cpuSpent, keepNotesIn, spentByFile } from "./cpu-spent.ts";
import { filesInMemory } from "./files-in-memory.ts";
import { longFirst, secondsOf } from "./seconds-of-files.ts";
import { slowestFiles } from "./slowest-files.ts";
import { TEST_FILES, type TestSet, testFiles } from "./test-files.ts";

const ROOT = join(import.meta.dirname, "../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shuffle: { type: "boolean", default: false },
    seed: { type: "string" },
    // Two more than there are cores, for files that wait for a browser or a server; more would need more memory than a laptop has.
    "at-once": { type: "string", default: String(Math.min(availableParallelism() + 2, 6)) },
  },
});
const set = positionals[0] ?? "all";
if (!Object.hasOwn(TEST_FILES, set)) {
  process.stderr.write(`There is no set of tests ${set}. Sets: ${Object.keys(TEST_FILES).join(", ")}.\n`);
  process.exit(2);
}
const inOrder = testFiles(set as TestSet);
const seed = Number(values.seed ?? randomInt(1_000_000));
const isShuffled = values.shuffle || values.seed !== undefined;
const files = isShuffled ? shuffled(inOrder, String(seed)) : longFirst(inOrder);
const order = isShuffled ? `, in the order of seed ${seed} (again: npm run test:order -- --seed ${seed})` : "";
const dealt = batchesOf(files, testFiles("quick"), secondsOf);
const takes = (batch: Batch): number => batch.reduce((sum, file) => sum + secondsOf(file), 0);
const batches = isShuffled ? dealt : dealt.toSorted((one, other) => takes(other) - takes(one));
process.stdout.write(`${files.length} files of tests in ${batches.length} processes${order}\n`);
filesInMemory();
const folder = mkdtempSync(join(tmpdir(), "osteon-batches-"));
keepNotesIn(folder);
process.once("exit", () => {
  process.stdout.write(`All of it took ${cpuSpent().toFixed(0)} CPU s, browser and PostgreSQL included.\n`);
  rmSync(folder, { recursive: true, force: true });
});

// Processes read the same modules: their types are taken out, and they are compiled, once for all.
process.env.OSTEON_ANSWERS ??= "strict";
process.env.NODE_COMPILE_CACHE ??= join(ROOT, "node_modules/.cache/osteon-tests");
// Pictures of reports are looked at by the tests that say how large.
process.env.OSTEON_DOTS_PER_INCH ??= "36";
// Long forms of tests ask for this word.
if (set === "soak") process.env.OSTEON_SOAK = "1";
// Every core has a process of its own to do; threads that collect one's garbage beside it only wait for each other.
const ONE_COLLECTOR = ["--single-threaded-gc", "--max-semi-space-size=64"];
const tests = run({
  cwd: ROOT,
  files: [...writeBatches(batches, ROOT, folder)],
  concurrency: Number(values["at-once"]),
  execArgv: ONE_COLLECTOR,
  ...(set === "quick" ? {} : { globalSetupPath: join(ROOT, "tests/postgres/one-for-all.ts") }),
});
const cores = watchCores();
const took = new Map<string, number>();
tests.on("test:fail", ({ todo, skip }) => {
  if (todo === undefined && skip === undefined) process.exitCode = 1;
});
const isFile = new Set(files);
for (const ended of ["test:pass", "test:fail"] as const)
  tests.on(ended, ({ name, nesting, details }) => {
    if (nesting > 0) return;
    if (isFile.has(name)) took.set(name, details.duration_ms);
    else {
      process.exitCode = 1;
      process.stdout.write(
        `${name}: the file of this test is not known: at its top it waits for a promise of another file.\n`,
      );
    }
  });
tests.on("test:summary", ({ file, success }) => {
  if (!success) process.exitCode = 1;
  if (file === undefined) process.stdout.write(slowestFiles(took, spentByFile(folder)) + cores.told());
});
tests.compose(new spec()).pipe(process.stdout);

/** The files in an order that a seed decides: by the hash of seed and name. */
function shuffled(names: readonly string[], by: string): readonly string[] {
  const hash = (name: string): string => createHash("sha256").update(`${by} ${name}`).digest("hex");
  return names
    .map((name) => [hash(name), name] as const)
    .sort()
    .map(([, name]) => name);
}
