import { isoDate } from "@osteon/codebook";
import type { Model } from "@osteon/derive";
import { type Engine, type Row, tableRows } from "@osteon/engine";

/** Everything that a run knows of one child: chart rows and derived rows. */
export interface Course {
  readonly patient: Row;
  readonly chart: Readonly<Record<(typeof CHART)[number], readonly Row[]>>;
  readonly derived: Readonly<Record<(typeof DERIVED)[number], readonly Row[]>>;
}

const CHART = [
  "visit",
  "laboratory",
  "imaging",
  "lesion_observation",
  "treatment",
  "antibiotic",
  "adverse_effect",
  "manifestation",
] as const;
const DERIVED = [
  "line",
  "response",
  "relapse_event",
  "relapse_free",
  "radiology",
  "line_radiology",
  "jansson",
] as const;

/** Reads the course of a child by pseudonym, as far as the study has models of it; undefined where the charts have no such child. */
export async function readCourse(
  engine: Engine,
  models: readonly Pick<Model, "name">[],
  pseudonym: string,
): Promise<Course | undefined> {
  const patients = await tableRows(engine, "patient");
  const patient = patients.find((row) => row.patient === pseudonym);
  if (patient === undefined) return undefined;
  const isThere = (table: string) => CHART.some((name) => name === table) || models.some(({ name }) => name === table);
  const own = (table: string) =>
    tableRows(engine, table, { where: [{ column: "patient_no", is: Number(patient.patient_no) }] });
  const read = async <Name extends string>(names: readonly Name[]) => {
    const entries: [Name, readonly Row[]][] = [];
    for (const name of names) entries.push([name, isThere(name) ? await own(name) : []]);
    return Object.fromEntries(entries) as Record<Name, readonly Row[]>;
  };
  return { patient, chart: await read(CHART), derived: await read(DERIVED) };
}

/** The row of a chart table with that number. */
export function chartRow(rows: readonly Row[], table: string, no: unknown): Row | undefined {
  return no === null ? undefined : rows.find((row) => row[`${table}_no`] === no);
}

/** `V-012 of 2009-05-17`: a chart row as a reader can find it. */
export function nameRow(rows: readonly Row[], table: string, no: unknown, day: string): string {
  const row = chartRow(rows, table, no);
  return row === undefined ? "" : `${row[table]} of ${isoDate(Number(row[day]))}`;
}
