const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const MASK = BUCKETS - 1;
const DIGITS = 6;
/** Buckets beyond one a row that counting may take. */
const SPARE = 4096;

/**
 * The order that sorts numbers from 0 up: place i of the sorted list is row order[i]; equal ones keep their order, or that of
 * `from`. Doubles that are not negative sort as their bits do, so six passes of 11 bits sort them; a pass over a digit that all
 * share is left out. Adding 0 makes of -0 a 0. Whole days are counted instead.
 */
export function sortedOrder(
  values: ArrayLike<number>,
  from?: Uint32Array,
): { readonly order: Uint32Array; readonly sorted: Float64Array } {
  const size = values.length;
  const highest = highestWhole(values);
  if (highest <= SPARE + size) return countedOrder(values, highest, from);
  let keys = new Float64Array(size);
  let order = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const row = from === undefined ? i : (from[i] as number);
    order[i] = row;
    keys[i] = (values[row] as number) + 0;
  }
  const counts = histograms(keys);
  let spareKeys = new Float64Array(size);
  let spareOrder = new Uint32Array(size);
  for (let digit = 0; digit < DIGITS; digit++) {
    const places = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
    if (places.includes(size)) continue;
    startsOf(places);
    const words = new Uint32Array(keys.buffer);
    for (let i = 0; i < size; i++) {
      const bucket = digitOf(words[2 * i] as number, words[2 * i + 1] as number, digit);
      const place = places[bucket] as number;
      places[bucket] = place + 1;
      spareKeys[place] = keys[i] as number;
      spareOrder[place] = order[i] as number;
    }
    [keys, spareKeys] = [spareKeys, keys];
    [order, spareOrder] = [spareOrder, order];
  }
  return { order, sorted: keys };
}

/** The highest value where all are whole; infinite otherwise. */
function highestWhole(values: ArrayLike<number>): number {
  let highest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== Math.floor(value)) return Number.POSITIVE_INFINITY;
    if (value > highest) highest = value;
  }
  return highest;
}

/** Whole numbers that are not far apart need one pass to count and one to place. */
function countedOrder(values: ArrayLike<number>, highest: number, from: Uint32Array | undefined) {
  const places = new Uint32Array(highest + 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    places[value] = (places[value] as number) + 1;
  }
  startsOf(places);
  const order = new Uint32Array(values.length);
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const row = from === undefined ? i : (from[i] as number);
    const value = values[row] as number;
    const place = places[value] as number;
    places[value] = place + 1;
    order[place] = row;
    sorted[place] = value;
  }
  return { order, sorted };
}

/** 11 bits of a double, of which `low` and `high` are the two words. */
function digitOf(low: number, high: number, digit: number): number {
  if (digit === 0) return low & MASK;
  if (digit === 1) return (low >>> 11) & MASK;
  if (digit === 2) return ((low >>> 22) | (high << 10)) & MASK;
  if (digit === 3) return (high >>> 1) & MASK;
  if (digit === 4) return (high >>> 12) & MASK;
  return high >>> 23;
}

function histograms(keys: Float64Array): Uint32Array {
  const counts = new Uint32Array(DIGITS * BUCKETS);
  const words = new Uint32Array(keys.buffer);
  for (let i = 0; i < keys.length; i++) {
    const low = words[2 * i] as number;
    const high = words[2 * i + 1] as number;
    for (let digit = 0; digit < DIGITS; digit++) {
      const at = digit * BUCKETS + digitOf(low, high, digit);
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return counts;
}

/** Counts become the first place of each bucket. */
function startsOf(counts: Uint32Array): void {
  let start = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket] as number;
    counts[bucket] = start;
    start += count;
  }
}
