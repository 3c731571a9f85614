import type { Interval } from "../estimate.ts";
import { type ConfidenceType, limits } from "./confidence.ts";
import { type EventTime, eventTable, type FollowUp } from "./event-table.ts";

export interface Step extends EventTime, Interval {
  readonly survival: number;
  /** Greenwood, of the survival probability itself. */
  readonly stdError: number;
}

export interface KaplanMeier {
  readonly n: number;
  readonly events: number;
  readonly confidenceType: ConfidenceType;
  readonly level: number;
  readonly steps: readonly Step[];
}

/**
 * Kaplan-Meier estimate of the survival function, with Greenwood's variance.
 * A subject censored on a day is still at risk on that day.
 * R: survfit(Surv(time, event) ~ 1, conf.type = type, conf.int = level)
 */
export function kaplanMeier(rows: readonly FollowUp[], confidenceType: ConfidenceType, level: number): KaplanMeier {
  let survival = 1;
  let greenwood = 0;
  const steps = eventTable(rows).map((at): Step => {
    survival *= (at.atRisk - at.events) / at.atRisk;
    if (at.events > 0 && at.atRisk > at.events) greenwood += at.events / (at.atRisk * (at.atRisk - at.events));
    const stdError = survival * Math.sqrt(greenwood);
    return { ...at, survival, stdError, ...limits(survival, greenwood, confidenceType, level, at.atRisk) };
  });
  const events = steps.reduce((sum, step) => sum + step.events, 0);
  return { n: steps[0]?.atRisk ?? 0, events, confidenceType, level, steps };
}
