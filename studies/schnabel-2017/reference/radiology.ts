import type { Chart } from "../../../packages/cno/reference/chart.ts";
import { lineRadiologies } from "../../../packages/cno/reference/line-radiology.ts";
import { linesOf } from "../../../packages/cno/reference/lines.ts";
import { responses } from "../../../packages/cno/reference/response.ts";
import type { ReadProtocol } from "./read-protocol.ts";

/** The MRI that shows the radiological response of each line, what it shows, and the clinical state beside it. */
export function radiologies(chart: Chart, protocol: ReadProtocol) {
  const states = responses(chart, protocol).filter(({ time_point }) => time_point === "month12");
  const lines = linesOf(chart, protocol);
  return lineRadiologies(chart, protocol).map((shown) => {
    const line = lines.find(({ line_class }) => line_class === shown.line_class);
    if (line === undefined) throw new Error(`the child has no line ${shown.line_class}`);
    return {
      ...shown,
      cohort: line.cohort,
      in_response: line.in_response,
      clinical_state_month12: states.find(({ line_class }) => line_class === shown.line_class)?.outcome_state ?? null,
      escalated_day: line.escalated_epoch_day === null ? null : line.escalated_epoch_day - line.start_epoch_day,
    };
  });
}
