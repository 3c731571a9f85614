import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { actionsOf, type Counted } from "./at-human-pace.ts";

interface Known {
  readonly says: string;
  /** Clicks, fields and keys that people needed when they were watched at the first web app; none where it could not be done. */
  readonly before: number | undefined;
  readonly scrollsBefore?: number;
  /** Why more may be needed than then. */
  readonly more?: { readonly actions: number; readonly because: string };
}

/** The tasks that people were watched at; each is done again by a test, which tells its counts beside the old ones. */
export const TASKS = {
  a: { says: "child, MRI, six lesions, first drug", before: 52, scrollsBefore: 3 },
  b: { says: "wrong birth date, with reason", before: 5 },
  c1: { says: "ask a query", before: 9 },
  c2: { says: "answer it", before: 5 },
  c3: { says: "close it", before: 6 },
  e: { says: "course of a child in 30 seconds", before: 1, scrollsBefore: 3 },
  f1: { says: "ZIP with three errors: to the full list", before: 3 },
  f2: { says: "the mended ZIP: to its import", before: 5 },
  g1: { says: "invite with a role, with the new centre", before: 12 },
  g2: { says: "first sign-in with a second factor", before: 17 },
  h1: { says: "sign a visit", before: 3 },
  h2: { says: "lock it", before: 1, more: { actions: 2, because: "a lock asks why it is set" } },
  h3: { says: "lift the lock", before: 1 },
  i: { says: "run, survival curve, step, child", before: 6 },
  j: { says: "charts as data for R", before: undefined },
  k: { says: "report as a Word file, from the run", before: 2 },
  l: { says: "check a manuscript", before: 2 },
} as const satisfies Readonly<Record<string, Known>>;

/** Prints what a task took beside what it took before, and fails where it became longer or needs more scrolls. */
export function tellTask(told: TestContext, task: keyof typeof TASKS, counted: Counted): void {
  const { says, before, scrollsBefore = 0, more }: Known = TASKS[task];
  const took = actionsOf(counted);
  const scrolls = `scrolls ${counted.scrolls} (before ${scrollsBefore})`;
  told.diagnostic(
    `task ${task}, ${says}: ${took} actions (before ${before ?? "not possible"}), ${scrolls}${more === undefined ? "" : `; ${more.because}`}`,
  );
  if (before === undefined) return;
  assert.ok(took <= before + (more?.actions ?? 0), `task ${task}, ${says}: ${took} actions, before ${before}`);
  assert.ok(counted.scrolls <= scrollsBefore, `task ${task}, ${says}: ${scrolls}`);
}
