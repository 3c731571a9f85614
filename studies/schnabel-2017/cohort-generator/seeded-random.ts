/** A stream of numbers that follows from its seed alone. */
export interface Random {
  /** 0 to below 1. */
  unit(): number;
  /** Both ends included. */
  integer(low: number, high: number): number;
  /** Evenly between both ends, rounded to so many decimals. */
  decimal(low: number, high: number, decimals: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): readonly T[];
}

/** Mulberry32 (T. Ettinger, public domain), seeded by the FNV-1a hash of a text. */
export function seededRandom(seed: string): Random {
  const unit = mulberry32(fnv1a(seed));
  const integer = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[integer(0, from.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return {
    unit,
    integer,
    pick,
    decimal: (low, high, decimals) => Number((low + unit() * (high - low)).toFixed(decimals)),
    chance: (probability) => unit() < probability,
    shuffled: (from) => {
      const keyed = from.map((item, index) => ({ item, index, key: unit() }));
      return keyed.sort((a, b) => a.key - b.key || a.index - b.index).map(({ item }) => item);
    },
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
