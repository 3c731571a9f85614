import type { JanssonProtocol } from "@osteon/cno";
import type { Row } from "@osteon/engine";
import { baselineVisits, lineBaselines } from "./baseline-visit.ts";
import type { Chart } from "./chart.ts";
import { patientImagings } from "./imaging.ts";
import { janssons } from "./jansson.ts";
import { imagingFindings, lesionPatterns, lesionPlaces } from "./lesions.ts";
import { lineVisits } from "./line-visits.ts";
import { exposures, linesOf } from "./lines.ts";
import { patientManifestations } from "./manifestations.ts";
import { baselineLaboratoryRows, baselineMarkers, laboratoryResults } from "./markers.ts";
import { profiles } from "./profiles.ts";
import { firstRelapses, newLesionAt, relapseEvents } from "./relapses.ts";
import { lineTimePoints, responses } from "./response.ts";
import { studyPatient } from "./study-patient.ts";
import { visitMarkers, visitSigns } from "./visit-signs.ts";

/**
 * The slow, obvious reading of the rules for one chart: the rows that each model of this package must give for this patient, in any
 * order. It shares no code with the SQL and is used in tests only.
 */
export function interpretCno(chart: Chart, protocol: JanssonProtocol): Readonly<Record<string, readonly Row[]>> {
  const relapses = relapseEvents(chart, protocol);
  return {
    study_patient: [studyPatient(chart, protocol) ?? []].flat(),
    drug_exposure: exposures(chart, protocol),
    line: linesOf(chart, protocol),
    visit_marker: visitMarkers(chart, protocol),
    visit_sign: visitSigns(chart, protocol),
    line_baseline: lineBaselines(chart, protocol),
    baseline_visit: baselineVisits(chart, protocol),
    line_visit: lineVisits(chart, protocol),
    line_time_point: lineTimePoints(chart, protocol),
    lesion_visit: visitSigns(chart, protocol).flatMap((sign) => {
      const new_lesion_imaging_no = newLesionAt(sign, chart, protocol);
      return new_lesion_imaging_no === null ? [] : [{ visit_no: sign.visit_no, new_lesion_imaging_no }];
    }),
    relapse_event: relapses,
    patient_relapse:
      relapses.length === 0 ? [] : [{ patient_no: chart.patient.patient_no, relapse_count: relapses.length }],
    first_relapse_since: firstRelapses(chart, protocol),
    response: responses(chart, protocol),
    imaging_finding: imagingFindings(chart),
    lesion_place: lesionPlaces(chart, protocol),
    lesion_pattern: lesionPatterns(chart, protocol),
    patient_imaging: patientImagings(chart, protocol),
    laboratory_result: laboratoryResults(chart, protocol),
    baseline_laboratory: baselineLaboratoryRows(chart, protocol),
    baseline_marker: baselineMarkers(chart, protocol),
    patient_manifestation: patientManifestations(chart),
    jansson: janssons(chart, protocol),
    ...profiles(chart, protocol),
  };
}
