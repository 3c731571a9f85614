import type { Estimate } from "../estimate.ts";
import type { ConfidenceType } from "./confidence.ts";
import { type EventTable, eventTables, type SurvivalData } from "./event-table.ts";
import { curveOf, type KaplanMeier, withoutGroups } from "./kaplan-meier.ts";
import { survivalQuantile } from "./survival-quantile.ts";

/**
 * Follow-up by the reverse Kaplan-Meier method (Schemper and Smith 1996): being censored is the event. A subject with the
 * event on a day leaves before those censored on it; flipping the indicator alone would keep it at risk.
 * In the steps `events` are those censored and `censored` those who had the event.
 * R: survfit(Surv(ifelse(event == 1, time - 0.5, time), 1 - event) ~ 1) for whole days
 */
export function reverseKaplanMeier(data: SurvivalData, confidenceType: ConfidenceType, level: number): KaplanMeier {
  const tabled = eventTables(withoutGroups(data));
  const table = tabled.tables[0] as EventTable;
  const reversed = {
    ...table,
    atRisk: table.atRisk.map((atRisk, i) => atRisk - (table.events[i] as number)),
    events: table.censored,
    censored: table.events,
  };
  return curveOf(reversed, confidenceType, level, "greenwood", tabled, {
    method: "reverse Kaplan-Meier",
    convention: "events of a day leave before those censored on it",
    rCall: "survfit(Surv(ifelse(event == 1, time - 0.5, time), 1 - event) ~ 1)",
  });
}

/** Median follow-up: the first time by which half would have been censored had nobody had the event. */
export function medianFollowUp(data: SurvivalData): Estimate {
  return survivalQuantile(reverseKaplanMeier(data, "log-log", 0.95), 0.5, "first-time").value;
}
