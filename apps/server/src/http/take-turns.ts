import { Refused, refused } from "./problem-reply.ts";

/** Runs work when it is its turn. */
export type TakeTurns = <T>(who: string, work: () => Promise<T>) => Promise<T>;

/** More than a browser ever sends at once. */
const LONGEST_LINE = 100;

/** So many pieces of work of one person go on at once; the others wait in line, and hold nothing of the database meanwhile. */
export function takeTurns(most: number): TakeTurns {
  const lines = new Map<string, { under: number; readonly waiting: (() => void)[] }>();
  return async (who, work) => {
    const line = lines.get(who) ?? { under: 0, waiting: [] };
    lines.set(who, line);
    if (line.waiting.length >= LONGEST_LINE) throw new Refused(429, refused("too-many-requests"));
    if (line.under >= most) await new Promise<void>((go) => line.waiting.push(go));
    else line.under += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else {
        line.under -= 1;
        if (line.under === 0) lines.delete(who);
      }
    }
  };
}
