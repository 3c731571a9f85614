import { API_PROBLEMS } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import { Outgrown, openConfined } from "@osteon/interop";
import type { LockChanges, LockInWords, ModelLimits, StudyLock } from "@osteon/run";
import { type Fault, faultsOf } from "@osteon/words";

/**
 * A lock is made by somebody else, of any size and shape, and its models are SQL: what looks at it has a thread of its own, and the engine that
 * tries its models on charts of nobody less than that. Those that come with Osteon take a third of a second and 40 MB.
 */
export const LIMITS: {
  readonly thread: Parameters<typeof openConfined>[1];
  readonly models: Required<ModelLimits>;
} = {
  thread: { milliseconds: 30_000, heapMegabytes: 384, growth: 1_000_000_000 },
  models: { milliseconds: 10_000, memoryLimit: "256MB" },
};

const { refused } = faultsOf(API_PROBLEMS);

/** What a text is as a lock: why it is none, or what it says, what is wrong with it, and what it changes of the one that stands. */
export type LockSeen =
  | { readonly ok: false; readonly fault: Fault }
  | {
      readonly ok: true;
      readonly study: string;
      readonly version: string;
      readonly title: string;
      readonly hash: string;
      readonly words: LockInWords;
      readonly problems: readonly Problem[];
      readonly changes: LockChanges | null;
    };

/** Looks at a text that may be a lock; `standing` answers with the lock of a study that stands now. One that never ends, or fills the memory, is none. */
export async function lookAtLock(
  text: string,
  standing: (study: string) => Promise<StudyLock | undefined>,
  limits = LIMITS.thread,
): Promise<LockSeen> {
  const thread = openConfined(new URL("./look-thread.ts", import.meta.url), limits);
  try {
    return (await thread.work(text, (study) => standing(String(study)))) as LockSeen;
  } catch (error) {
    if (!(error instanceof Outgrown)) throw error;
    return {
      ok: false,
      fault: refused(
        "no-lock",
        error.because === "time" ? { because: "time", seconds: limits.milliseconds / 1000 } : { because: "memory" },
      ),
    };
  } finally {
    await thread.end();
  }
}
