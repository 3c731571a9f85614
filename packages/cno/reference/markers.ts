import type { CnoProtocol } from "@osteon/cno";
import type { Chart, Laboratory } from "./chart.ts";
import { closest, within } from "./closest.ts";
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
    value_x1000: row.value_x1000,
    lower_limit_x1000: row.lower_limit_x1000,
    upper_limit_x1000: row.upper_limit_x1000,
    finding: row.finding,
  }));
}

/** The results around diagnosis side by side. */
export function baselineMarkers(chart: Chart, protocol: CnoProtocol) {
  const rows = baselineLaboratories(chart, protocol);
  const [first] = rows;
  if (first === undefined) return [];
  const of = (analyte: string) => rows.find((row) => row.analyte === analyte);
  const value = (analyte: string) => of(analyte)?.value_x1000 ?? null;
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
      esr_x1000: value("esr"),
      ana_titre_x1000: ana?.finding === "positive" ? ana.value_x1000 : null,
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
  if (row?.value_x1000 == null || row.upper_limit_x1000 === null) return null;
  return Number(row.value_x1000 > row.upper_limit_x1000);
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

function placeOf({ value_x1000: value, lower_limit_x1000: lower, upper_limit_x1000: upper }: Laboratory) {
  if (value === null) return undefined;
  if ((lower !== null && value < lower) || (upper !== null && value > upper)) return "outside";
  return lower !== null && upper !== null ? "inside" : undefined;
}
