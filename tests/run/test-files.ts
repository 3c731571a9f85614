import { globSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Which tests there are to run, by the word behind `npm run test:…`. */
export const TEST_FILES = {
  /** Every test. */
  all: [
    "packages/**/*.test.ts",
    "apps/**/*.test.ts",
    "studies/**/*.test.ts",
    "tests/**/*.test.ts",
    "bench/**/*.test.ts",
  ],
  /** What needs nothing but Node: no PostgreSQL, no browser, no process of its own. */
  quick: [
    "packages/{codebook,protocol,interop,freeze,engine,estimate,publish,paper,stats}/**/*.test.ts",
    "tests/{architecture,spec}/**/*.test.ts",
    "apps/web/tests/{words,typed-cells,german-problems,told-problem,skeleton}.test.ts",
  ],
  /** What kills, floods and fuzzes for long. */
  soak: [
    "packages/registry/tests/faults/kills.test.ts",
    "apps/server/tests/{fuzz,memory}.test.ts",
    "apps/web/tests/{every-page,every-table,offline}.test.ts",
  ],
} as const;

export type TestSet = keyof typeof TEST_FILES;

/** The test files of a set, in the order of their names, as paths from the root. */
export const testFiles = (set: TestSet): readonly string[] =>
  globSync(TEST_FILES[set], { cwd: ROOT, exclude: ["**/node_modules"] }).sort();
