import type { EventTable } from "./event-table.ts";

/** Variance of log S at each time: the sum of d / (r (r - d)); after S = 0 it stays as it was. */
export function greenwood({ atRisk, events }: EventTable): Float64Array {
  let sum = 0;
  return events.map((d, i) => {
    const r = atRisk[i] as number;
    if (d > 0 && r > d) sum += d / (r * (r - d));
    return sum;
  });
}

/**
 * The same by the infinitesimal jackknife: the sum over subjects of the squared derivative of log S by their weight, times that
 * weight. One who ends later than t adds the sum A(t) of d / (r (r - d)); one censored adds A at that time; one with the event
 * adds A before it, less 1 / r.
 */
export function robust({ time, atRisk, events, censored, n, squares }: EventTable): Float64Array {
  let influence = 0;
  let ended = 0;
  let left = squares?.n ?? n;
  const variance = new Float64Array(time.length);
  for (let i = 0; i < time.length; i++) {
    const d = events[i] as number;
    const r = atRisk[i] as number;
    const before = influence;
    if (d > 0 && r > d) influence += d / (r * (r - d));
    const died = squares?.events[i] ?? d;
    const gone = squares?.censored[i] ?? (censored[i] as number);
    ended += died * (before - 1 / r) ** 2 + gone * influence ** 2;
    left -= died + gone;
    variance[i] = ended + Math.max(0, left) * influence ** 2;
  }
  return variance;
}
