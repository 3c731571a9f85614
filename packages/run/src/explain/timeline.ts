import { DAYS_PER_MONTH, isoDate } from "@osteon/codebook";
import type { Row } from "@osteon/engine";
import { decimalText } from "@osteon/protocol";
import type { Course } from "./course.ts";

/** One line of a child's timeline: the day, months from diagnosis, the chart row and what it says. */
export interface Entry {
  readonly date: string;
  readonly months: string;
  readonly row: string;
  readonly says: string;
}

/** What the chart says, by day. */
export function timeline({ patient, chart }: Course): readonly Entry[] {
  const zero = Number(patient.diagnosed_epoch_day);
  const found: { day: number; row: string; says: string }[] = [];
  const add = (rows: readonly Row[], table: string, day: string, says: (row: Row) => string) => {
    for (const row of rows)
      if (row[day] !== null) found.push({ day: Number(row[day]), row: String(row[table]), says: says(row) });
  };
  found.push({ day: zero, row: String(patient.patient), says: "diagnosis" });
  add(chart.visit, "visit", "visited_epoch_day", visitSays);
  add(chart.imaging, "imaging", "imaged_epoch_day", (row) => imagingSays(row, chart.lesion_observation));
  add(chart.treatment, "treatment", "started_epoch_day", (row) => `${row.drug} begins${dose(row)}`);
  add(
    chart.treatment,
    "treatment",
    "stopped_epoch_day",
    (row) => `${row.drug} ends${row.stop_reason === null ? "" : ` (${row.stop_reason})`}`,
  );
  add(chart.antibiotic, "antibiotic", "started_epoch_day", (row) => `${row.route} antibiotic begins`);
  add(chart.adverse_effect, "adverse_effect", "noticed_epoch_day", (row) => `adverse effect: ${row.effect}`);
  add(chart.manifestation, "manifestation", "noticed_epoch_day", (row) => `${row.kind} noticed`);
  found.push({ day: Number(patient.last_contact_epoch_day), row: String(patient.patient), says: "last contact" });
  return found
    .sort((a, b) => a.day - b.day)
    .map(({ day, row, says }) => ({
      date: isoDate(day),
      months: decimalText((day - zero) / DAYS_PER_MONTH, 1),
      row,
      says,
    }));
}

const dose = (row: Row): string =>
  row.dose_x100 === null ? "" : ` at ${decimalText(Number(row.dose_x100) / 100, 1)} ${row.dose_unit}`;

function visitSays(row: Row): string {
  const local = ["swelling", "redness", "heat"].filter((sign) => row[sign] === 1);
  const parts = [
    row.subjective_change === null ? "" : String(row.subjective_change),
    row.pain_nrs === null ? "" : `pain ${row.pain_nrs}`,
    row.painful_sites === null ? "" : `${row.painful_sites} painful sites`,
    local.join(", "),
  ];
  return `visit: ${parts.filter((part) => part !== "").join(", ")}`;
}

function imagingSays(row: Row, observations: readonly Row[]): string {
  const own = observations.filter((observation) => observation.imaging_no === row.imaging_no);
  const count = (state: string) => own.filter((observation) => observation.state === state).length;
  const states = ["new", "active", "remaining", "not_visible"]
    .map((state) => `${count(state)} ${state}`)
    .filter((part) => !part.startsWith("0 "));
  return `${row.modality}: ${states.length === 0 ? "no lesion observed" : states.join(", ")}`;
}
