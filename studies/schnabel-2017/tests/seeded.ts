/** Draws that a seed fixes, the same on every machine (mulberry32, public domain). */
export interface Draw {
  /** A whole number from 0 up to but not `limit`. */
  readonly below: (limit: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
}

export function seeded(seed: number): Draw {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: <T>(of: readonly T[]): T => {
      if (of.length === 0) throw new Error("nothing to draw from");
      return of[below(of.length)] as T;
    },
  };
}
