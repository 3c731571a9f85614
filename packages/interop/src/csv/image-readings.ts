import { csvLine } from "./write-chart-folder.ts";

/** Beside the tables of an export: second readings of MRIs. Nothing is read from it; a registry keeps its own. */
export const IMAGE_READINGS_FILE = "image_readings.csv";

/** A reading as an export holds it; the reader by a code of the centre. */
export interface WrittenImageReading {
  readonly centre: string;
  readonly patient: string;
  readonly imaging: string;
  readonly reader: string;
  readonly handedInOn: string;
  /** Blank where it stands. */
  readonly withdrawnOn: string;
  /** States by place, as `femur left`. */
  readonly findings: Readonly<Record<string, string>>;
}

const COLUMNS = ["centre", "patient", "imaging", "reader", "handed_in_on", "withdrawn_on", "bone", "side", "state"];

/** A row for each place with a lesion; a reading without any has one row that says `none`. */
export function imageReadingsText(readings: readonly WrittenImageReading[]): string {
  const rows = readings.flatMap(({ centre, patient, imaging, reader, handedInOn, withdrawnOn, findings }) => {
    const about = [centre, patient, imaging, reader, handedInOn, withdrawnOn];
    const seen = Object.entries(findings).sort(([one], [other]) => (one < other ? -1 : 1));
    if (seen.length === 0) return [[...about, "", "", "none"]];
    return seen.map(([place, state]) => [...about, ...place.split(" "), state]);
  });
  return [COLUMNS, ...rows].map(csvLine).join("");
}
