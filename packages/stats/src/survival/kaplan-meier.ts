import type { Interval, Provenance } from "../estimate.ts";
import { type ConfidenceType, limits } from "./confidence.ts";
import { type EventTime, eventTable, type FollowUp, missingFollowUp } from "./event-table.ts";

export interface Step extends EventTime, Interval {
  readonly survival: number;
  /** Greenwood, of the survival probability itself; at S = 0 it is 0, its limit, where R prints NaN. */
  readonly stdError: number;
}

export interface KaplanMeier extends Provenance {
  readonly n: number;
  readonly missing: number;
  readonly events: number;
  readonly confidenceType: ConfidenceType;
  readonly level: number;
  /** One for each time at which somebody has the event or is censored; before the first of them S is 1. */
  readonly steps: readonly Step[];
}

/**
 * Kaplan-Meier estimate of the survival function, with Greenwood's variance.
 * A subject censored on a day is still at risk on that day.
 * R: survfit(Surv(time, event) ~ 1, conf.type = type, conf.int = level)
 */
export function kaplanMeier(rows: readonly FollowUp[], confidenceType: ConfidenceType, level: number): KaplanMeier {
  const table = eventTable(rows);
  return {
    ...productLimit(table, table[0]?.atRisk ?? 0, confidenceType, level),
    missing: missingFollowUp(rows),
    method: "Kaplan-Meier",
    convention: `Greenwood's variance, ${confidenceType} limits, censored on a day still at risk on it`,
    rCall: `survfit(Surv(time, event) ~ 1, conf.type = "${confidenceType}", conf.int = ${level})`,
  };
}

/** The product-limit curve of a table of times. */
export function productLimit(
  table: readonly EventTime[],
  n: number,
  confidenceType: ConfidenceType,
  level: number,
): Pick<KaplanMeier, "n" | "events" | "confidenceType" | "level" | "steps"> {
  let survival = 1;
  let greenwood = 0;
  let events = 0;
  const steps = table.map((at): Step => {
    events += at.events;
    if (at.events > 0) survival *= (at.atRisk - at.events) / at.atRisk;
    if (at.events > 0 && at.atRisk > at.events) greenwood += at.events / (at.atRisk * (at.atRisk - at.events));
    const stdError = survival * Math.sqrt(greenwood);
    return { ...at, survival, stdError, ...limits(survival, greenwood, confidenceType, level, at.atRisk) };
  });
  return { n, events, confidenceType, level, steps };
}
