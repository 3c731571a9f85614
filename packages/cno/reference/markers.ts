import type { CnoProtocol } from "@osteon/cno";
import type { Chart, Laboratory } from "./chart.ts";
import { closest, within } from "./closest.ts";
import { answer, type Bounds, boundsOf, counted, endOf } from "./laboratory-bounds.ts";
import { studyPatient } from "./study-patient.ts";

/** Of each analyte the result closest to diagnosis. */
export function baselineLaboratories(chart: Chart, protocol: CnoProtocol): readonly Laboratory[] {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const around = chart.laboratory.filter(
    ({ sampled_epoch_day, value_x1000, finding }) =>
      within(sampled_epoch_day - patient.diagnosed_epoch_day, protocol.rules.baseline.window) &&
      (value_x1000 !== null || finding !== null),
  );
  const read = { dayOf: (row: Laboratory) => row.sampled_epoch_day, noOf: (row: Laboratory) => row.laboratory_no };
  const analytes = [...new Set(around.map(({ analyte }) => analyte))];
  return analytes.flatMap((analyte) => {
    const own = around.filter((row) => row.analyte === analyte);
    return closest(own, read, patient.diagnosed_epoch_day, protocol) ?? [];
  });
}

export function baselineLaboratoryRows(chart: Chart, protocol: CnoProtocol) {
  return baselineLaboratories(chart, protocol).map((row) => ({
    patient_no: row.patient_no,
    analyte: row.analyte,
    laboratory_no: row.laboratory_no,
    value_x1000: counted(row, protocol),
    lowest_x1000: endOf(boundsOf(row)?.lowest),
    highest_x1000: endOf(boundsOf(row)?.highest),
    lower_limit_x1000: row.lower_limit_x1000,
    upper_limit_x1000: row.upper_limit_x1000,
    finding: row.finding,
  }));
}

/** Every result with what it can be. */
export function laboratoryResults({ laboratory }: Chart, protocol: CnoProtocol) {
  return laboratory.map((row) => ({
    laboratory_no: row.laboratory_no,
    patient_no: row.patient_no,
    visit_no: row.visit_no,
    sampled_epoch_day: row.sampled_epoch_day,
    analyte: row.analyte,
    finding: row.finding,
    lower_limit_x1000: row.lower_limit_x1000,
    upper_limit_x1000: row.upper_limit_x1000,
    value_x1000: counted(row, protocol),
    lowest_x1000: endOf(boundsOf(row)?.lowest),
    highest_x1000: endOf(boundsOf(row)?.highest),
  }));
}

/** What the CRP around diagnosis can be. */
export function crpBounds(chart: Chart, protocol: CnoProtocol): Bounds | undefined {
  const row = baselineLaboratories(chart, protocol).find(({ analyte }) => analyte === "crp");
  return row && boundsOf(row);
}

/** The results around diagnosis side by side. */
export function baselineMarkers(chart: Chart, protocol: CnoProtocol) {
  const rows = baselineLaboratories(chart, protocol);
  const [first] = rows;
  if (first === undefined) return [];
  const of = (analyte: string) => rows.find((row) => row.analyte === analyte);
  const value = (analyte: string) => {
    const row = of(analyte);
    return row === undefined ? null : counted(row, protocol);
  };
  const crp = crpBounds(chart, protocol);
  const ana = of("ana");
  return [
    {
      patient_no: first.patient_no,
      leukocytes_x1000: value("leukocytes"),
      thrombocytes_x1000: value("thrombocytes"),
      neutrophils_x1000: value("neutrophils"),
      lymphocytes_x1000: value("lymphocytes"),
      monocytes_x1000: value("monocytes"),
      crp_x1000: value("crp"),
      crp_lowest_x1000: endOf(crp?.lowest),
      crp_highest_x1000: endOf(crp?.highest),
      esr_x1000: value("esr"),
      ana_titre_x1000: ana?.finding === "positive" ? value("ana") : null,
      leukocytosis: above(of("leukocytes")),
      thrombocytosis: above(of("thrombocytes")),
      monocytosis: above(of("monocytes")),
      hla_b27_positive: positive(of("hla_b27")),
      ana_positive: positive(ana),
      normal_blood_count: normalCount([of("leukocytes"), of("thrombocytes")]),
    },
  ];
}

function above(row: Laboratory | undefined): number | null {
  const limit = row?.upper_limit_x1000 ?? null;
  return row === undefined || limit === null ? null : answer(boundsOf(row), (value) => value > limit);
}

function positive(row: Laboratory | undefined): number | null {
  if (row?.finding === "positive") return 1;
  return row?.finding === "negative" ? 0 : null;
}

/** Both counts within their limits: one beyond a limit is enough against it, one without limits leaves it open. */
function normalCount(rows: readonly (Laboratory | undefined)[]): number | null {
  const places = rows.map((row) => (row === undefined ? undefined : placeOf(row)));
  if (places.includes("outside")) return 0;
  return places.every((place) => place === "inside") ? 1 : null;
}

function placeOf(row: Laboratory) {
  const bounds = boundsOf(row);
  const { lower_limit_x1000: lower, upper_limit_x1000: upper } = row;
  if (lower !== null && answer(bounds, (value) => value < lower) === 1) return "outside";
  if (upper !== null && answer(bounds, (value) => value > upper) === 1) return "outside";
  if (lower === null || upper === null) return undefined;
  const isInside = answer(bounds, (value) => value < lower) === 0 && answer(bounds, (value) => value > upper) === 0;
  return isInside ? "inside" : undefined;
}
