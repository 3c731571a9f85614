import { requireCount, requireFinite } from "../require-count.ts";

/** Follow-up of `n` subjects who all end on `time`, with the event (1) or without (0). A null anywhere makes it missing. */
export interface FollowUp {
  readonly time: number | null;
  readonly event: 0 | 1 | null;
  readonly n: number;
}

/** One distinct time: who was at risk just before it, and what happened on it. Censored on a day are still at risk that day. */
export interface EventTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** Subjects whose time or event is missing. */
export function missingFollowUp(rows: readonly FollowUp[]): number {
  return rows.reduce((sum, { time, event, n }) => sum + (time === null || event === null ? n : 0), 0);
}

/**
 * Rows by distinct time, ascending. Times are integers (days), so equal is equal; months are made only for display, and
 * fractional times that differ in the last bit stay apart. Days are counted in one pass; other times are sorted.
 */
export function eventTable(rows: readonly FollowUp[]): readonly EventTime[] {
  const days = dayRange(rows);
  return fromCounts(days === undefined ? countSorted(rows) : countDays(rows, days.first, days.last));
}

interface EndCount {
  readonly time: number;
  events: number;
  censored: number;
}

/** First and last time if all are whole and a bucket for each costs no more than the rows do. */
function dayRange(rows: readonly FollowUp[]): { readonly first: number; readonly last: number } | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time, event, n } of rows) {
    if (time === null || event === null || requireCount(n) === 0) continue;
    if (!Number.isInteger(time)) return undefined;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return last - first <= 4096 + 4 * rows.length ? { first, last } : undefined;
}

function countDays(rows: readonly FollowUp[], first: number, last: number): readonly EndCount[] {
  const width = Math.max(0, last - first + 1);
  const events = new Float64Array(width);
  const censored = new Float64Array(width);
  for (const { time, event, n } of rows) {
    if (time === null || event === null || n === 0) continue;
    const bucket = event === 1 ? events : censored;
    bucket[time - first] = (bucket[time - first] ?? 0) + n;
  }
  const counts: EndCount[] = [];
  for (let i = 0; i < width; i++) {
    const at = { time: first + i, events: events[i] ?? 0, censored: censored[i] ?? 0 };
    if (at.events + at.censored > 0) counts.push(at);
  }
  return counts;
}

function countSorted(rows: readonly FollowUp[]): readonly EndCount[] {
  const counts = new Map<number, EndCount>();
  for (const { time, event, n } of rows) {
    if (time === null || event === null || n === 0) continue;
    const key = requireFinite(time);
    const at = counts.get(key) ?? { time: key, events: 0, censored: 0 };
    if (event === 1) at.events += n;
    else at.censored += n;
    counts.set(key, at);
  }
  return [...counts.values()].sort((a, b) => a.time - b.time);
}

function fromCounts(counts: readonly EndCount[]): readonly EventTime[] {
  let left = counts.reduce((sum, { events, censored }) => sum + events + censored, 0);
  return counts.map(({ time, events, censored }) => {
    const atRisk = left;
    left -= events + censored;
    return { time, atRisk, events, censored };
  });
}
