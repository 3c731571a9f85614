import type { JanssonProtocol } from "@osteon/cno";
import { baselineVisits } from "./baseline-visit.ts";
import type { Chart } from "./chart.ts";
import { patientImagings } from "./imaging.ts";
import { answer } from "./laboratory-bounds.ts";
import { lesionPatterns } from "./lesions.ts";
import { baselineMarkers, crpBounds } from "./markers.ts";
import { studyPatient } from "./study-patient.ts";

/** The Jansson score: an item that is not known leaves a range. */
export function janssons(chart: Chart, protocol: JanssonProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const items = itemsOf(chart, protocol);
  let lowest = 0;
  let highest = 0;
  for (const [item, { points }] of Object.entries(protocol.tables.score_item.rows)) {
    const known = items[item as keyof typeof items];
    if (known === 1) lowest += points;
    if (known !== 0) highest += points;
  }
  return [
    {
      patient_no: patient.patient_no,
      cohort: patient.cohort,
      ...items,
      score_lowest: lowest,
      score_highest: highest,
      score: lowest === highest ? lowest : null,
    },
  ];
}

function itemsOf(chart: Chart, protocol: JanssonProtocol) {
  const marker = baselineMarkers(chart, protocol)[0];
  const imaging = patientImagings(chart, protocol)[0];
  const pattern = lesionPatterns(chart, protocol)[0];
  const fever = baselineVisits(chart, protocol)[0]?.fever ?? null;
  const crp = crpBounds(chart, protocol);
  const imaged = (imaging?.imagings_at_diagnosis ?? 0) > 0;
  return {
    normal_blood_count: marker?.normal_blood_count ?? null,
    symmetric_lesions: imaged ? (pattern?.symmetric_lesions ?? 0) : null,
    marginal_sclerosis: imaged ? (imaging?.marginal_sclerosis ?? null) : null,
    normal_temperature: fever === null ? null : 1 - fever,
    typical_place: imaged ? (pattern?.typical_place ?? 0) : null,
    more_than_one_lesion: imaged ? Number((pattern?.lesions_at_diagnosis ?? 0) > 1) : null,
    crp_at_least_10: answer(crp, (value) => value >= 10_000),
  };
}
