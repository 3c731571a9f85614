import { type Estimate, estimated, notEstimable } from "../estimate.ts";
import { eventTable, type FollowUp } from "./event-table.ts";

/**
 * Median follow-up by the reverse Kaplan-Meier method (Schemper and Smith 1996): being censored is the event, and a subject
 * with the event on a day leaves before those censored on it. R: survfit(Surv(time, event == 0) ~ 1) with events of the same
 * day moved just before it
 */
export function medianFollowUp(rows: readonly FollowUp[]): Estimate {
  let staying = 1;
  const table = eventTable(rows);
  for (const { time, atRisk, events, censored } of table) {
    const left = atRisk - events;
    if (left > 0) staying *= (left - censored) / left;
    if (staying <= 0.5 + 1e-9) return estimated(time);
  }
  return notEstimable("not-reached", table[0]?.atRisk ?? 0);
}
