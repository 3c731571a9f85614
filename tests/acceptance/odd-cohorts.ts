import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COHORT, place } from "./osteon.ts";

type Row = Readonly<Record<string, string>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const TABLES = [
  "patient",
  "visit",
  "laboratory",
  "imaging",
  "lesion",
  "lesion_observation",
  "treatment",
  "course",
  "antibiotic",
  "adverse_effect",
  "manifestation",
  "joint",
  "biopsy",
  "culture",
  "relapse",
  "sequela",
] as const;

const heads = new Map<string, readonly string[]>();

/** The sample charts; a quoted cell stays as it is written. */
export const sample: Tables = Object.fromEntries(
  TABLES.map((table) => {
    const [head = "", ...lines] = readFileSync(join(COHORT, `${table}.csv`), "utf8")
      .trimEnd()
      .split("\n");
    const columns = head.split(",");
    heads.set(table, columns);
    const rows = lines.map((line) => {
      const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    });
    return [table, rows];
  }),
);

const of = (table: (typeof TABLES)[number]): readonly Row[] => sample[table] ?? [];
const given = (drugClass: string): ReadonlySet<string | undefined> =>
  new Set(of("treatment").flatMap((row) => (row.drug_class === drugClass ? [row.patient] : [])));
const isCno = (row: Row): boolean => row.cohort === "cno";
const cno = of("patient").filter(isCno);

/** The sample charts of some children alone, by their pseudonyms. */
export const chartsOf = (children: readonly (string | undefined)[]): Tables => {
  const names = new Set(children);
  return Object.fromEntries(
    Object.entries(sample).map(([table, rows]) => [table, rows.filter(({ patient }) => names.has(patient))]),
  );
};

const thoseOf = (stays: (patient: Row) => boolean): Tables =>
  chartsOf(
    of("patient")
      .filter(stays)
      .map(({ patient }) => patient),
  );
const firstOf = (children: readonly Row[], n: number): Tables =>
  chartsOf(children.slice(0, n).map(({ patient }) => patient));

/** The sample charts with fields that nobody knows of any child. */
const unknownOf = (fields: Readonly<Record<string, readonly string[]>>): Tables =>
  Object.fromEntries(
    Object.entries(sample).map(([table, rows]) => {
      const unknown = Object.fromEntries((fields[table] ?? []).map((field) => [field, "unknown"]));
      return [table, rows.map((row) => ({ ...row, ...unknown }))];
    }),
  );

/** Charts as other centres have them: what a study of many children does not expect. */
export const ODD_COHORTS: Readonly<Record<string, Tables>> = {
  "no controls": thoseOf(isCno),
  "no pamidronate": thoseOf(({ patient }) => !given("bisphosphonate").has(patient)),
  "no imaging, and no onset, finding or stop that is known": {
    ...unknownOf({
      patient: ["onset_on"],
      biopsy: ["finding"],
      manifestation: ["distant_from_lesions"],
      treatment: ["stopped_on", "stop_reason"],
      antibiotic: ["stopped_on"],
    }),
    imaging: [],
    lesion_observation: [],
  },
  "one child": firstOf(cno, 1),
  "only controls": thoseOf((row) => !isCno(row)),
  "ten children": firstOf(cno, 10),
  "two children without steroids": firstOf(
    cno.filter(({ patient }) => !given("steroid").has(patient)),
    2,
  ),
  nobody: thoseOf(() => false),
};

/** Writes charts as a folder of CSV files. */
export function chartFolder(name: string, tables: Tables): string {
  const folder = place(`charts-${name.replaceAll(" ", "-")}`);
  mkdirSync(folder, { recursive: true });
  for (const table of TABLES) {
    const columns = heads.get(table) ?? [];
    const lines = (tables[table] ?? []).map((row) => columns.map((column) => row[column] ?? "").join(","));
    writeFileSync(join(folder, `${table}.csv`), `${[columns.join(","), ...lines].join("\n")}\n`);
  }
  return folder;
}
