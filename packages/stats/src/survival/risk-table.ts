import type { KaplanMeier } from "./kaplan-meier.ts";
import { stepsBefore } from "./survival-at.ts";

/** Counts at a time for a risk table: at risk just before it, and who has left before it by the event or by censoring. */
export interface RiskTableColumn {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** With delayed entry: who has not entered yet. */
  readonly waiting?: number;
}

/**
 * Who is at risk just before `time`, and who has left before it; the three always sum to n (Morris et al., BMJ Open 2019), with
 * delayed entry together with those who have not entered yet. Those who leave on `time` itself are still at risk; those who enter
 * on it are not, but for time zero. R: summary(fit, times)$n.risk; its n.event counts the events on `time` already
 */
export function riskTableAt(curve: KaplanMeier, time: number): RiskTableColumn {
  const { time: times, events, censored } = curve.columns;
  const column = { events: 0, censored: 0 };
  for (let i = 0; i < times.length && (times[i] as number) < time; i++) {
    column.events += events[i] as number;
    column.censored += censored[i] as number;
  }
  const left = curve.n - column.events - column.censored;
  if (curve.entries === undefined) return { time, atRisk: left, ...column };
  const { time: axis, atRisk, firstSeen } = curve.entries;
  const passed = time === 0 ? axis.filter((at) => at <= 0).length : stepsBefore(axis, time);
  const here = atRisk[passed] ?? 0;
  const waiting =
    firstSeen === undefined
      ? left - here
      : firstSeen.length - (time === 0 ? firstSeen.filter((at) => at <= 0).length : stepsBefore(firstSeen, time));
  return { time, atRisk: here, ...column, waiting: Math.max(0, waiting) };
}
