import type { CnoProtocol } from "@osteon/cno";
import type { Chart, Visit } from "./chart.ts";
import { answer, type Bounds, boundsOf, counted, endOf } from "./laboratory-bounds.ts";
import { studyPatient } from "./study-patient.ts";

export type VisitMarker = {
  readonly visit_no: number;
  readonly crp_x1000: number | null;
  readonly crp_lowest_x1000: number | null;
  readonly crp_highest_x1000: number | null;
  readonly crp_elevated: number | null;
  readonly crp_laboratory_no: number | null;
  readonly esr_x1000: number | null;
  readonly esr_lowest_x1000: number | null;
  readonly esr_highest_x1000: number | null;
  readonly esr_elevated: number | null;
  readonly esr_laboratory_no: number | null;
};

export type VisitSign = Omit<VisitMarker, "visit_no"> & {
  readonly visit_no: number;
  readonly patient_no: number;
  readonly visited_epoch_day: number;
  readonly subjective_change: string | null;
  readonly symptomatic: number | null;
  readonly local_signs: number | null;
  /** As if each sign that nobody recorded were present. */
  readonly local_signs_at_most: number;
  readonly fever: number | null;
  readonly inflamed: number | null;
  /** Whether nothing but a limit of measurement leaves it open. */
  readonly inflamed_by_limit: number;
};

/** CRP and ESR of each visit that has one of them. */
export function visitMarkers(chart: Chart, protocol: CnoProtocol): readonly VisitMarker[] {
  const visits = new Set(
    chart.laboratory.flatMap(({ visit_no, analyte, value_x1000 }) =>
      visit_no !== null && value_x1000 !== null && (analyte === "crp" || analyte === "esr") ? [visit_no] : [],
    ),
  );
  return [...visits].map((visit_no) => visitMarker(visit_no, chart, protocol));
}

function visitMarker(visit_no: number, chart: Chart, protocol: CnoProtocol): VisitMarker {
  const { crpAboveMgPerL, esrAboveMmPerH } = protocol.rules.markers;
  const crp = marker(visit_no, "crp", Math.round(crpAboveMgPerL.value * 1000), chart, protocol);
  const esr = marker(visit_no, "esr", Math.round(esrAboveMmPerH.value * 1000), chart, protocol);
  return {
    visit_no,
    crp_x1000: crp.value,
    crp_lowest_x1000: endOf(crp.bounds?.lowest),
    crp_highest_x1000: endOf(crp.bounds?.highest),
    crp_elevated: crp.elevated,
    crp_laboratory_no: crp.no,
    esr_x1000: esr.value,
    esr_lowest_x1000: endOf(esr.bounds?.lowest),
    esr_highest_x1000: endOf(esr.bounds?.highest),
    esr_elevated: esr.elevated,
    esr_laboratory_no: esr.no,
  };
}

/** The highest result of a marker at a visit, whether any exceeds its laboratory's limit, and the first row that has one. */
function marker(visit_no: number, analyte: string, usualLimit: number, chart: Chart, protocol: CnoProtocol) {
  const rows = chart.laboratory.flatMap((row) => {
    const bounds = boundsOf(row);
    return row.visit_no === visit_no && row.analyte === analyte && bounds !== undefined ? [{ row, bounds }] : [];
  });
  if (rows.length === 0) return { value: null, bounds: undefined, elevated: null, no: null };
  const bounds: Bounds = {
    lowest: Math.max(...rows.map((one) => one.bounds.lowest)),
    highest: Math.max(...rows.map((one) => one.bounds.highest)),
  };
  const above = rows.map((one) => answer(one.bounds, (value) => value > (one.row.upper_limit_x1000 ?? usualLimit)));
  const values = rows.map(({ row }) => counted(row, protocol));
  const isCounted = values.every((value) => value !== null);
  return {
    value: bounds.lowest === bounds.highest ? bounds.lowest : isCounted ? Math.max(...values) : null,
    bounds,
    elevated: above.includes(1) ? 1 : above.includes(null) ? null : 0,
    no: Math.min(...rows.map(({ row }) => row.laboratory_no)),
  };
}

/** Subjective and objective signs of inflammation at each visit of a patient of the study. */
export function visitSigns(chart: Chart, protocol: CnoProtocol): readonly VisitSign[] {
  if (studyPatient(chart, protocol) === undefined) return [];
  return chart.visit.map((visit) => visitSign(visit, chart, protocol));
}

function visitSign(visit: Visit, chart: Chart, protocol: CnoProtocol): VisitSign {
  const markers = visitMarker(visit.visit_no, chart, protocol);
  const signs = [visit.swelling, visit.redness, visit.heat];
  const present = signs.filter((sign) => sign === 1).length;
  const allKnown = signs.every((sign) => sign !== null);
  const { temperature_cel_x10 } = visit;
  const fever =
    temperature_cel_x10 === null ? null : Number(temperature_cel_x10 > protocol.rules.fever.aboveCel.value * 10);
  const elevated = markers.crp_elevated === 1 || markers.esr_elevated === 1;
  const isOpen =
    (markers.crp_laboratory_no !== null && markers.crp_elevated === null) ||
    (markers.esr_laboratory_no !== null && markers.esr_elevated === null);
  const isSigned = present > 0 || fever === 1 || elevated;
  return {
    ...markers,
    patient_no: visit.patient_no,
    visited_epoch_day: visit.visited_epoch_day,
    subjective_change: visit.subjective_change,
    symptomatic: symptomatic(visit),
    local_signs: allKnown || present > 0 ? present : null,
    local_signs_at_most: signs.filter((sign) => sign !== 0).length,
    fever,
    inflamed: isSigned ? 1 : allKnown && !isOpen ? 0 : null,
    inflamed_by_limit: Number(!isSigned && allKnown && isOpen),
  };
}

/** Pain on the scale or a painful site is a symptom; that there is none must be recorded in one of the two. */
function symptomatic({ pain_nrs, painful_sites }: Visit): number | null {
  const told = [pain_nrs, painful_sites].filter((number) => number !== null);
  if (told.length === 0) return null;
  return Number(told.some((number) => number > 0));
}
