import type { CnoProtocol } from "@osteon/cno";
import type { Chart } from "./chart.ts";
import { baselineOf } from "./line-visits.ts";
import { linesOf } from "./lines.ts";
import { visitSigns } from "./visit-signs.ts";

/** The visit that stands for the start of each line, where there is one. */
export function lineBaselines(chart: Chart, protocol: CnoProtocol) {
  const signs = visitSigns(chart, protocol);
  return linesOf(chart, protocol).flatMap((line) => {
    const baseline = baselineOf(line, signs, protocol);
    if (baseline === undefined) return [];
    return [{ patient_no: line.patient_no, line_class: line.line_class, baseline_visit_no: baseline.visit_no }];
  });
}

/** The signs of the visit at diagnosis. */
export function baselineVisits(chart: Chart, protocol: CnoProtocol) {
  const at = lineBaselines(chart, protocol).find(
    ({ line_class }) => protocol.groups[line_class]?.entry === "diagnosis",
  );
  const sign = visitSigns(chart, protocol).find(({ visit_no }) => visit_no === at?.baseline_visit_no);
  const visit = chart.visit.find(({ visit_no }) => visit_no === at?.baseline_visit_no);
  if (sign === undefined || visit === undefined) return [];
  return [
    {
      patient_no: sign.patient_no,
      baseline_visit_no: sign.visit_no,
      local_signs: sign.local_signs,
      fever: sign.fever,
      crp_elevated: sign.crp_elevated,
      esr_elevated: sign.esr_elevated,
      loss_of_function: either(visit.reduced_range, visit.abnormal_gait),
      local_inflammation: sign.local_signs === null ? null : Number(sign.local_signs > 0),
      marker_elevated: either(sign.crp_elevated, sign.esr_elevated),
      painful_sites: visit.painful_sites,
      painful_lower_extremity: visit.painful_lower_extremity,
    },
  ];
}

/** Yes if one is; no only if both are known not to be. */
function either(a: number | null, b: number | null): number | null {
  if (a === 1 || b === 1) return 1;
  return a === 0 && b === 0 ? 0 : null;
}
