/** About so many seconds the longest files take; begun last, one of them would run alone while the other cores rest. */
const SECONDS: Readonly<Record<string, number>> = {
  "tests/acceptance/registry.test.ts": 41,
  "apps/web/tests/standing-rows.test.ts": 39,
  "packages/registry/tests/backup.test.ts": 38,
  "apps/web/tests/child-at-a-glance.test.ts": 36,
  "apps/web/tests/every-page.test.ts": 35,
  "apps/web/tests/offline.test.ts": 35,
  "apps/web/tests/entry.test.ts": 34,
  "apps/web/tests/tasks-of-entry.test.ts": 34,
  "apps/web/tests/tasks-of-others.test.ts": 29,
  "tests/acceptance/start-anywhere.test.ts": 29,
  "apps/web/tests/import.test.ts": 28,
  "apps/web/tests/every-table.test.ts": 27,
  "apps/web/tests/newcomer.test.ts": 26,
  "apps/web/tests/patient-list.test.ts": 26,
  "tests/attack/closed-consent.test.ts": 25,
  "tests/attack/files-and-bodies.test.ts": 25,
  "apps/server/tests/import-export.test.ts": 24,
  "apps/web/tests/quality.test.ts": 24,
  "packages/registry/tests/faults/power.test.ts": 23,
  "apps/web/tests/lesion-form.test.ts": 19,
  "apps/web/tests/study.test.ts": 19,
  "apps/web/tests/taking-back.test.ts": 19,
  "packages/registry/tests/importing.test.ts": 19,
  "tests/attack/keys-within-a-centre.test.ts": 18,
  "tests/attack/provider.test.ts": 17,
  "apps/server/tests/files-in-and-out.test.ts": 16,
  "packages/registry/tests/first-release/first-release.test.ts": 16,
  "tests/acceptance/odd-cohorts.test.ts": 16,
  "tests/attack/closed-keys-folder.test.ts": 16,
  "packages/registry/tests/faults/kills.test.ts": 15,
  "apps/server/tests/chart-edges.test.ts": 14,
  "apps/web/tests/export.test.ts": 14,
  "tests/acceptance/study-run.test.ts": 14,
  "tests/attack/imports-and-others.test.ts": 13,
  "tests/attack/guessing.test.ts": 12,
  "packages/run/src/lock/study-lock.test.ts": 11,
  "apps/web/tests/administration.test.ts": 11,
  "apps/web/tests/sign-in.test.ts": 11,
  "packages/registry/tests/access-matrix.test.ts": 11,
  "studies/schnabel-2017/tests/mutants.test.ts": 10,
  "tests/attack/closed-shapes.test.ts": 10,
  "apps/server/tests/import-under-way.test.ts": 9,
  "apps/server/tests/memory.test.ts": 9,
  "apps/server/tests/patient-order.test.ts": 9,
  "apps/web/tests/frame.test.ts": 9,
  "apps/web/tests/schedule.test.ts": 9,
  "tests/acceptance/check-command.test.ts": 9,
  "apps/server/tests/api.test.ts": 8,
  "packages/registry/tests/faults/full-disk.test.ts": 8,
  "tests/acceptance/analysis-left-out.test.ts": 8,
  "tests/acceptance/behind-numbers.test.ts": 8,
  "tests/acceptance/killed-run.test.ts": 8,
  "tests/attack/sessions-and-accounts.test.ts": 8,
};

/** About so many seconds a file takes, of which nothing else is known. */
const SHORT = 2;

export const secondsOf = (file: string): number => SECONDS[file] ?? SHORT;

/** The files whose time is known. */
export const LONG_FILES: readonly string[] = Object.keys(SECONDS);

/** The same files in the order that ends soonest. */
export const longFirst = (files: readonly string[]): readonly string[] =>
  files.toSorted((one, other) => secondsOf(other) - secondsOf(one));
