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
    "packages/registry/tests/{audit,backup,catalogue,importing,key-shape,standing,taking-back,working}.test.ts",
    "packages/registry/tests/{faults/kills,faults/full-disk,first-release/first-release}.test.ts",
    "studies/schnabel-2017/tests/{differential,engines,mutants}.test.ts",
    "apps/server/tests/*.test.ts",
    "tests/attack/*.test.ts",
    "apps/web/tests/{child-at-a-glance,every-page,every-table,lesion-form,offline,taking-back}.test.ts",
    "tests/acceptance/{analysis-left-out,any-fifty-steps,behind-numbers,check-command,killed-run,odd-cohorts-commands,registry,report-page}.test.ts",
  ],
} as const;

export type TestSet = keyof typeof TEST_FILES;

/** The test files of a set, in the order of their names, as paths from the root. */
export const testFiles = (set: TestSet): readonly string[] =>
  globSync(TEST_FILES[set], { cwd: ROOT, exclude: ["**/node_modules"] }).sort();

/** The files that take longest, longest first: begun last, one of them would run alone while the other cores rest. */
export const LONG_FILES = [
  "tests/acceptance/registry.test.ts",
  "packages/stats/tests/exact.test.ts",
  "apps/web/tests/newcomer.test.ts",
  "apps/web/tests/tasks-of-others.test.ts",
  "apps/web/tests/every-table.test.ts",
  "apps/web/tests/child-at-a-glance.test.ts",
  "tests/spec/lines.test.ts",
  "apps/web/tests/every-page.test.ts",
  "apps/web/tests/taking-back.test.ts",
  "tests/attack/keys-within-a-centre.test.ts",
  "tests/attack/closed-consent.test.ts",
  "tests/attack/guessing.test.ts",
  "packages/registry/tests/backup.test.ts",
  "apps/web/tests/study.test.ts",
  "tests/acceptance/start-anywhere.test.ts",
  "apps/server/tests/import-export.test.ts",
  "packages/registry/tests/importing.test.ts",
  "tests/acceptance/killed-run.test.ts",
  "apps/web/tests/lesion-form.test.ts",
  "packages/registry/tests/faults/kills.test.ts",
  "apps/server/tests/chart-edges.test.ts",
  "apps/web/tests/standing-rows.test.ts",
  "tests/attack/files-and-bodies.test.ts",
  "apps/web/tests/entry.test.ts",
  "apps/web/tests/offline.test.ts",
];

/** The same files in the order that ends soonest; the order of the others does not matter. */
export const longFirst = (files: readonly string[]): readonly string[] => {
  const rank = (file: string): number => (LONG_FILES.includes(file) ? LONG_FILES.indexOf(file) : LONG_FILES.length);
  return files.toSorted((one, other) => rank(one) - rank(other));
};
