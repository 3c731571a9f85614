import type { CnoProtocol } from "@osteon/cno";
import type { Chart } from "./chart.ts";
import { type LineVisit, lineVisits, visitAt } from "./line-visits.ts";
import { type Line, linesOf } from "./lines.ts";
import { firstRelapses } from "./relapses.ts";
import { studyPatient } from "./study-patient.ts";

type TimePoint = CnoProtocol["timePoints"][string];

/** The outcome of each line at each time point, why, and by which rows of the chart. */
export function responses(chart: Chart, protocol: CnoProtocol) {
  const patient = studyPatient(chart, protocol);
  const visits = lineVisits(chart, protocol);
  const relapses = firstRelapses(chart, protocol);
  return linesOf(chart, protocol).flatMap((line) =>
    Object.entries(protocol.timePoints).map(([time_point, point]) => {
      const visit = visitAt(visits, line, point, protocol);
      const relapse = relapses.find(({ line_class }) => line_class === line.line_class);
      const readDay = visit?.visited_epoch_day ?? line.start_epoch_day + point.targetDay;
      const relapseDay = point.carries ? relapse?.relapse_epoch_day : undefined;
      const failedDay = failureOf(line, point, protocol);
      const relapsed = relapseDay !== undefined && relapseDay <= readDay;
      const failed = failedDay !== undefined && failedDay <= readDay;
      const followedTo = patient?.last_contact_epoch_day ?? 0;
      const { outcome_state, reason } =
        relapsed && !(failed && failedDay < relapseDay)
          ? { outcome_state: "relapse", reason: "relapsed-since-start" }
          : failed
            ? failure(protocol)
            : atVisit(visit, followedTo < line.start_epoch_day + point.window[0]);
      return {
        patient_no: line.patient_no,
        line_class: line.line_class,
        time_point,
        cohort: line.cohort,
        in_response: line.in_response,
        outcome_state,
        reason,
        visit_no: visit?.visit_no ?? null,
        baseline_visit_no: visit?.baseline_visit_no ?? null,
        crp_laboratory_no: visit?.crp_laboratory_no ?? null,
        esr_laboratory_no: visit?.esr_laboratory_no ?? null,
        relapse_visit_no: outcome_state === "relapse" ? (relapse?.relapse_visit_no ?? null) : null,
      };
    }),
  );
}

/** The day from which a line counts as failed: escalated, or stopped for inefficacy, whichever came first. */
function failureOf({ escalated_epoch_day, ineffective_epoch_day }: Line, point: TimePoint, { rules }: CnoProtocol) {
  if (!point.carries || rules.escalation.counts === "ignored") return undefined;
  const days = [escalated_epoch_day, ineffective_epoch_day].filter((day) => day !== null);
  return days.length === 0 ? undefined : Math.min(...days);
}

function failure({ rules }: CnoProtocol) {
  const outcome_state = rules.escalation.counts === "missing" ? "not_seen" : "inefficacy";
  return { outcome_state, reason: "escalated-or-stopped-for-inefficacy" };
}

function atVisit(visit: LineVisit | undefined, endedBefore: boolean) {
  if (visit !== undefined) return { outcome_state: visit.state, reason: visit.reason };
  return { outcome_state: "not_seen", reason: endedBefore ? "follow-up-ended" : "no-visit-in-window" };
}

/** The visit chosen for each line and time point, as the model line_time_point keeps it. */
export function lineTimePoints(chart: Chart, protocol: CnoProtocol) {
  const visits = lineVisits(chart, protocol);
  return linesOf(chart, protocol).flatMap((line) =>
    Object.entries(protocol.timePoints).map(([time_point, point]) => ({
      patient_no: line.patient_no,
      line_class: line.line_class,
      time_point,
      target_day: point.targetDay,
      first_day: point.window[0],
      carries: Number(point.carries),
      visit_no: visitAt(visits, line, point, protocol)?.visit_no ?? null,
    })),
  );
}
