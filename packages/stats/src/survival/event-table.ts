/** Follow-up of `n` subjects who all end on `time`, with the event (1) or without (0). */
export interface FollowUp {
  readonly time: number;
  readonly event: 0 | 1;
  readonly n: number;
}

/** One distinct time: who was at risk just before it, and what happened on it. Censored on a day are still at risk that day. */
export interface EventTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** Rows by distinct time, ascending. Times are integers (days), so equal is equal; months are made only for display. */
export function eventTable(rows: readonly FollowUp[]): readonly EventTime[] {
  const at = new Map<number, { events: number; censored: number }>();
  let total = 0;
  for (const { time, event, n } of rows) {
    if (n === 0) continue;
    const cell = at.get(time) ?? { events: 0, censored: 0 };
    if (event === 1) cell.events += n;
    else cell.censored += n;
    at.set(time, cell);
    total += n;
  }
  let left = total;
  return [...at.entries()]
    .sort(([a], [b]) => a - b)
    .map(([time, { events, censored }]) => {
      const atRisk = left;
      left -= events + censored;
      return { time, atRisk, events, censored };
    });
}
