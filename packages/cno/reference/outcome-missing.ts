import type { OutcomeItemName } from "@osteon/cno";
import type { Chart } from "./chart.ts";
import { type OutcomeProtocol, outcomeProfiles, type Reading, readings, type Scales, unknownOf } from "./outcomes.ts";
import { type VisitSign, visitSigns } from "./visit-signs.ts";

/** Is an item recorded? Undefined where there is no visit that could have it. */
type Recorded = boolean | undefined;

/** What each definition that is not known lacks, item by item. */
export function outcomesMissing(chart: Chart, protocol: OutcomeProtocol) {
  const signs = visitSigns(chart, protocol);
  const profiles = outcomeProfiles(chart, protocol);
  return readings(chart, protocol).flatMap((reading, place) => {
    const profile = profiles[place];
    if (profile === undefined) throw new Error("each reading has its profile");
    const { patient_no, line_class, time_point, cohort, in_response } = profile;
    const row = (definition: string, missing_item: string, missing_at: string) => ({
      ...{ patient_no, line_class, time_point, cohort, in_response },
      ...{ definition, missing_item, missing_at },
    });
    return unknownOf(profile).flatMap(({ id, needs, needsFromStart }) => [
      ...needs
        .filter((item) => atTimePoint(item, reading, chart, signs) === false)
        .map((item) => row(id, item, "time_point")),
      ...needsFromStart.flatMap((item) => {
        const isMissed = atTimePoint(item, reading, chart, signs) === false;
        const wasMissed = atStart(item, reading, chart, signs) === false;
        if (!isMissed && !wasMissed) return [];
        return [row(id, item, isMissed && wasMissed ? "both" : wasMissed ? "start" : "time_point")];
      }),
    ]);
  });
}

function atTimePoint(
  item: OutcomeItemName,
  { response, mri, lesions, now }: Reading,
  chart: Chart,
  signs: readonly VisitSign[],
): Recorded {
  const { outcome_state, reason, visit_no } = response;
  if (item === "mri" || item === "whole_body_mri") return mri.missing !== item;
  if (item === "after_escalation")
    return !(outcome_state === "not_seen" && reason === "escalated-or-stopped-for-inefficacy");
  if (item === "visit") return visit_no !== null;
  if (visit_no === null) return undefined;
  if (item === "start_visit") return true;
  if (item === "lesions") return isThere(lesions?.lesions);
  if (item === "marker" && reason === "marker-limit-only") return false;
  return recordedAt(item, visit_no, now, chart, signs);
}

function atStart(
  item: OutcomeItemName,
  { start_no, lesions, start }: Reading,
  chart: Chart,
  signs: readonly VisitSign[],
): Recorded {
  if (item === "start_visit") return start_no !== null;
  if (start_no === null) return undefined;
  if (item === "lesions") return isThere(lesions?.lesions_at_start);
  return recordedAt(item, start_no, start, chart, signs);
}

const isThere = (value: unknown): boolean => value !== null && value !== undefined;

/** A local sign is missed only where no other sign tells of inflammation. */
function recordedAt(
  item: OutcomeItemName,
  visit_no: number,
  scales: Scales,
  chart: Chart,
  signs: readonly VisitSign[],
): boolean {
  const visit = chart.visit.find((own) => own.visit_no === visit_no);
  const sign = signs.find((own) => own.visit_no === visit_no);
  switch (item) {
    case "symptoms":
      return isThere(sign?.symptomatic);
    case "subjective_change":
      return isThere(sign?.subjective_change);
    case "swelling":
    case "redness":
    case "heat":
      return isThere(sign?.inflamed) || isThere(visit?.[item]);
    case "pain":
      return isThere(scales.pain_nrs);
    case "patient_global":
      return isThere(scales.patient_global_nrs);
    case "physician_global":
      return isThere(scales.physician_global_nrs);
    case "clinical_lesions":
      return isThere(scales.clinical_lesions);
    case "chaq":
      return isThere(scales.chaq_x1000);
    case "esr":
      return isThere(sign?.esr_x1000);
    case "marker":
      return !isOpenByLimit(sign);
    default:
      throw new Error(`${item} is no item of a visit`);
  }
}

/** Whether a CRP or an ESR that lies on both sides of its threshold leaves open whether the child is inflamed. */
const isOpenByLimit = (sign: VisitSign | undefined): boolean =>
  sign !== undefined &&
  sign.inflamed === null &&
  [
    [sign.crp_lowest_x1000, sign.crp_elevated],
    [sign.esr_lowest_x1000, sign.esr_elevated],
  ].some(([lowest, elevated]) => lowest !== null && elevated === null);
