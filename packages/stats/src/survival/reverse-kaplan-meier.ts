import type { Estimate } from "../estimate.ts";
import type { ConfidenceType } from "./confidence.ts";
import { eventTable, type FollowUp, missingFollowUp } from "./event-table.ts";
import { type KaplanMeier, productLimit } from "./kaplan-meier.ts";
import { survivalQuantile } from "./survival-quantile.ts";

/**
 * Follow-up by the reverse Kaplan-Meier method (Schemper and Smith 1996): being censored is the event. A subject with the
 * event on a day leaves before those censored on it; flipping the indicator alone would keep it at risk.
 * In the steps `events` are those censored and `censored` those who had the event.
 * R: survfit(Surv(ifelse(event == 1, time - 0.5, time), 1 - event) ~ 1) for whole days
 */
export function reverseKaplanMeier(
  rows: readonly FollowUp[],
  confidenceType: ConfidenceType,
  level: number,
): KaplanMeier {
  const table = eventTable(rows);
  const reversed = table.map(({ time, atRisk, events, censored }) => ({
    time,
    atRisk: atRisk - events,
    events: censored,
    censored: events,
  }));
  return {
    ...productLimit(reversed, table[0]?.atRisk ?? 0, confidenceType, level),
    missing: missingFollowUp(rows),
    method: "reverse Kaplan-Meier",
    convention: "events of a day leave before those censored on it",
    rCall: "survfit(Surv(ifelse(event == 1, time - 0.5, time), 1 - event) ~ 1)",
  };
}

/** Median follow-up: the first time by which half would have been censored had nobody had the event. */
export function medianFollowUp(rows: readonly FollowUp[]): Estimate {
  return survivalQuantile(reverseKaplanMeier(rows, "log-log", 0.95), 0.5, "first-time").value;
}
