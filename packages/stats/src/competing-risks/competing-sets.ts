/** Rows by time, ascending, with what the risk sets need. */
export interface CompetingRows {
  readonly p: number;
  readonly x: Float64Array;
  readonly time: Float64Array;
  readonly cause: Uint8Array;
  /** Chance not to be censored before the time. */
  readonly uncensored: Float64Array;
}

/** Sums over the risk set of one time with events of the cause. */
export interface CompetingSet {
  /** First and before last row of the time. */
  readonly first: number;
  readonly last: number;
  readonly events: number;
  readonly s0: number;
  readonly s1: Float64Array;
  readonly s2: Float64Array;
}

export function competingRisks({ p, x, time }: CompetingRows, beta: Float64Array): Float64Array {
  return Float64Array.from({ length: time.length }, (_, row) => {
    let eta = 0;
    for (let j = 0; j < p; j++) eta += (x[row * p + j] as number) * (beta[j] as number);
    return Math.exp(eta);
  });
}

/**
 * Visits the times with events of the cause from the last to the first. Those still followed are added on the way; those who had
 * another event before count with G(t-) / G(T-), of which the denominators are taken off one by one from their sum.
 */
export function walkCompeting(rows: CompetingRows, risk: Float64Array, visit: (set: CompetingSet) => void): void {
  const { p, x, time, cause, uncensored } = rows;
  const followed = sums(p);
  const stayed = sums(p);
  const share = (row: number) => (risk[row] as number) / (uncensored[row] as number);
  for (let row = 0; row < time.length; row++) if (cause[row] === 2) add(stayed, x, p, row, share(row));
  for (let last = time.length; last > 0; ) {
    let first = last;
    let events = 0;
    while (first > 0 && time[first - 1] === time[last - 1]) {
      first--;
      add(followed, x, p, first, risk[first] as number);
      if (cause[first] === 1) events++;
      if (cause[first] === 2) add(stayed, x, p, first, -share(first));
    }
    if (events > 0) visit({ first, last, events, ...together(followed, stayed, uncensored[first] as number) });
    last = first;
  }
}

const sums = (p: number) => ({ s0: 0, s1: new Float64Array(p), s2: new Float64Array(p * p) });

function add(sum: ReturnType<typeof sums>, x: Float64Array, p: number, row: number, r: number): void {
  sum.s0 += r;
  for (let j = 0; j < p; j++) {
    const rx = r * (x[row * p + j] as number);
    sum.s1[j] = (sum.s1[j] as number) + rx;
    for (let k = 0; k <= j; k++) sum.s2[j * p + k] = (sum.s2[j * p + k] as number) + rx * (x[row * p + k] as number);
  }
}

function together(followed: ReturnType<typeof sums>, stayed: ReturnType<typeof sums>, weight: number) {
  const sum = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + weight * (b[i] as number));
  return { s0: followed.s0 + weight * stayed.s0, s1: sum(followed.s1, stayed.s1), s2: sum(followed.s2, stayed.s2) };
}
