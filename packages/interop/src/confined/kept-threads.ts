import type { Confinement } from "./confinement.ts";
import { type Confined, openConfined } from "./open-confined.ts";

/** Milliseconds that a thread is kept for the next piece of work: whoever looked at a file sends it again within these. */
const KEPT = 60_000;

interface Kept {
  readonly thread: Confined;
  readonly until: NodeJS.Timeout;
}

/** By script and limits, which a heap keeps for its life. */
const kept = new Map<string, Kept>();
const keyOf = (script: URL, { heapMegabytes }: Confinement): string => `${heapMegabytes} ${script.href}`;

/**
 * A thread for foreign files: the one that `keepConfined` has kept, which has read its modules (a third of a second of a core), or a new one.
 * Its script holds nothing of one file when it is given the next.
 */
export function lendConfined(script: URL, limits: Confinement): Confined {
  const key = keyOf(script, limits);
  const one = kept.get(key);
  kept.delete(key);
  if (one === undefined) return openConfined(script, limits);
  clearTimeout(one.until);
  if (one.thread.ended) return openConfined(script, limits);
  one.thread.wake(limits);
  return one.thread;
}

/** Takes a thread back whose work went well; anything else is ended, and one that waits already is enough. */
export async function keepConfined(script: URL, limits: Confinement, thread: Confined): Promise<void> {
  const key = keyOf(script, limits);
  if (thread.ended || kept.has(key) || !thread.rest()) return await thread.end();
  const until = setTimeout(() => {
    kept.delete(key);
    void thread.end();
  }, KEPT).unref();
  kept.set(key, { thread, until });
}
