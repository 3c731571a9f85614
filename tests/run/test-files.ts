import { globSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Which tests there are to run, by the word behind `npm run test:…`. */
export const TEST_FILES = {
  /** What `npm test` runs: every test but the stories. */
  all: [
    "packages/**/*.test.ts",
    "apps/**/*.test.ts",
    "studies/**/*.test.ts",
    "tests/**/*.test.ts",
    "bench/**/*.test.ts",
  ],
  /** What needs nothing but Node: no PostgreSQL, no browser, no process of its own. */
  quick: [
    "packages/{codebook,protocol,words,interop,freeze,engine,derive,cno,estimate,publish,paper,stats,questions}/**/*.test.ts",
    "tests/{architecture,spec}/**/*.test.ts",
    "apps/web/tests/{words,typed-cells,german-problems,told-problem,skeleton,verdicts}.test.ts",
  ],
  /**
   * What a person does for long in a browser, programs that are started, killed and started again, floods, and studies on a
   * second engine: the dearest tests, of what shorter ones among the others guard as well, or nearly.
   */
  stories: [
    "apps/server/tests/{fuzz,memory,patient-order,encounter/killed-encounter,encounter/told-back}.test.ts",
    "apps/web/tests/{administration,api-docs,at-human-pace,child-at-a-glance,choosing,entry-controls,every-table,export,image-reading,kept-tables}.test.ts",
    "apps/web/tests/{lesion-form,lists,newcomer,offline,own-fields,patient-list,quality,schedule,standing-rows,studies}.test.ts",
    "apps/web/tests/{import,offline,standing-rows}-stories.test.ts",
    "apps/web/tests/{not-yours,taking-back,tasks-of-entry,tasks-of-others,tokens,visit/visit-stories}.test.ts",
    "packages/{api/tests/renamed-field,choosing/tests/both-engines,paper/tests/hostile-files,questions/tests/survival-in-r}.test.ts",
    "packages/registry/tests/{backup,kept-tables,faults/full-disk,faults/power,first-release/first-release}.test.ts",
    "studies/{ctp-course,tnfi-or-pamidronate}/tests/{models,odd-cohorts}.test.ts",
    "studies/registry-report/tests/{as-of,engines}.test.ts",
    "studies/schnabel-2017/tests/mutants.test.ts",
    "tests/acceptance/{adding-a-field,registry}-stories.test.ts",
    "tests/acceptance/{killed-run,report-page,run-keeps-its-study,user-command,write-a-study}.test.ts",
    "tests/attack/files-and-bodies.test.ts",
  ],
  /** What kills, floods and fuzzes for long. */
  soak: [
    "packages/registry/tests/{access-matrix,audit,backup,catalogue,follow-up-plan,importing,kept-tables,key-shape,own-fields,saving,standing,taking-back,working}.test.ts",
    "packages/registry/tests/{faults/kills,faults/full-disk,faults/power,first-release/first-release}.test.ts",
    "studies/schnabel-2017/tests/{differential,engines,mutants}.test.ts",
    "apps/server/tests/**/*.test.ts",
    "tests/attack/*.test.ts",
    "packages/{choosing/tests/{counted-children,odd-cohorts},cno/tests/outcome-reference,questions/tests/questions-options}.test.ts",
    "packages/{paper/tests/{hostile-files,never-throws},run/src/lock/{shape-problems,study-lock}}.test.ts",
    "apps/web/tests/{child-at-a-glance,every-page,every-table,lesion-form,offline,patient-list,problem-words,studies,taking-back,tasks-of-others}.test.ts",
    "tests/acceptance/{analysis-left-out,any-fifty-steps,behind-numbers,check-command,command-options,dry-run-holds,killed-run,odd-cohorts-commands,registry-stories,report-page}.test.ts",
  ],
} as const;

/** Files of the pure packages whose tests start other programs, such as R. */
const START_PROGRAMS = [
  "packages/interop/tests/labelled-files.test.ts",
  "packages/questions/tests/{questions-told,survival-between-visits,survival-in-r}.test.ts",
];

export type TestSet = keyof typeof TEST_FILES;

/** What a set leaves out, though its patterns find it. */
const LEFT_OUT: Readonly<Partial<Record<TestSet, readonly string[]>>> = {
  all: TEST_FILES.stories,
  quick: START_PROGRAMS,
};

/** The test files of a set, in the order of their names, as paths from the root. */
export const testFiles = (set: TestSet): readonly string[] =>
  globSync(TEST_FILES[set], { cwd: ROOT, exclude: ["**/node_modules", ...(LEFT_OUT[set] ?? [])] }).sort();
