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
  let events = 0;
  let censored = 0;
  for (const step of curve.steps) {
    if (step.time >= time) break;
    events += step.events;
    censored += step.censored;
  }
  return { time, atRisk: curve.n - events - censored, events, censored };
}
