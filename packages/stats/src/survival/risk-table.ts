import type { KaplanMeier } from "./kaplan-meier.ts";

/** Counts at a time for a risk table: at risk just before it, and who has left before it by the event or by censoring. */
export interface RiskTableColumn {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * Who is at risk just before `time`, and who has left before it; the three always sum to n (Morris et al., BMJ Open 2019).
 * Those who leave on `time` itself are still at risk. R counts the events on `time` already: summary(fit, times)$n.event
 */
export function riskTableAt(curve: KaplanMeier, time: number): RiskTableColumn {
  const { time: times, events, censored } = curve.columns;
  const column = { events: 0, censored: 0 };
  for (let i = 0; i < times.length && (times[i] as number) < time; i++) {
    column.events += events[i] as number;
    column.censored += censored[i] as number;
  }
  return { time, atRisk: curve.n - column.events - column.censored, ...column };
}
