import { CODEBOOK, keyOf } from "@osteon/codebook";

/** What a person types into the form of a table, and what they then mend. */
export interface RowToEnter {
  readonly table: string;
  /** Fields in the order of the form, as cells of the codebook; `<imaging>` stands for the number of a row of the child. */
  readonly cells: Readonly<Record<string, string>>;
  /** A field, the cell that it is corrected to as a draft, and the one that it is changed to when complete. */
  readonly corrected: readonly [field: string, cell: string, later: string];
}

const ROWS: readonly RowToEnter[] = [
  {
    table: "patient",
    cells: {
      cohort: "cno",
      born_on: "2010-04",
      diagnosed_on: "2021-02-03",
      last_contact_on: "2022-02-03",
    },
    corrected: ["sex", "female", "male"],
  },
  { table: "visit", cells: { visited_on: "2021-05-03", weight_kg: "31.5" }, corrected: ["pain_nrs", "4", "6"] },
  {
    table: "laboratory",
    cells: { sampled_on: "2021-05-03", analyte: "crp", value: "12.5", upper_limit: "5" },
    corrected: ["value", "21.5", "31.5"],
  },
  {
    table: "culture",
    cells: { sampled_on: "2021-05-04", growth: "none" },
    corrected: ["material", "blood", "joint_fluid"],
  },
  { table: "biopsy", cells: { taken_on: "2021-05-05", bone: "tibia" }, corrected: ["finding", "fibrosis", "tumour"] },
  { table: "imaging", cells: { imaged_on: "2021-05-06", modality: "regional_mri" }, corrected: ["tirm", "yes", "no"] },
  { table: "lesion", cells: { bone: "femur", side: "left" }, corrected: ["part", "metaphysis", "diaphysis"] },
  {
    table: "lesion_observation",
    cells: { imaging: "<imaging>", lesion: "<lesion>", state: "active" },
    corrected: ["marginal_sclerosis", "no", "yes"],
  },
  {
    table: "treatment",
    cells: { drug: "naproxen", started_on: "2021-05-07" },
    corrected: ["route", "oral", "intravenous"],
  },
  {
    table: "course",
    cells: { treatment: "<treatment>", cycle: "1", cycle_day: "2", given_on: "2021-05-08" },
    corrected: ["cycle_day", "3", "4"],
  },
  {
    table: "antibiotic",
    cells: { substance: "Flucloxacillin", route: "oral", started_on: "2021-05-09" },
    corrected: ["indication", "before the biopsy", "fever"],
  },
  {
    table: "adverse_effect",
    cells: { treatment: "<treatment>", noticed_on: "2021-05-10", effect: "abdominal_pain" },
    corrected: ["severity", "mild", "severe"],
  },
  { table: "manifestation", cells: { kind: "psoriasis" }, corrected: ["noticed_on", "2021-05", "2021-06"] },
  { table: "joint", cells: { manifestation: "<manifestation>", site: "knee" }, corrected: ["site", "ankle", "hip"] },
  { table: "sequela", cells: { kind: "gibbus" }, corrected: ["noticed_on", "2021", "2020"] },
  {
    table: "reported_score",
    cells: { answered_on: "2021-05-12", instrument: "promis_mobility", score: "43.5", answered_by: "child" },
    corrected: ["language", "de", "en"],
  },
  {
    table: "bone_density",
    cells: { measured_on: "2021-05-13", measured_site: "lumbar_spine", method: "dxa", z_score: "-1.5" },
    corrected: ["z_score", "-1.6", "-2.6"],
  },
  { table: "relapse", cells: { noticed_on: "2021-05-11" }, corrected: ["new_symptoms", "yes", "no"] },
];

/**
 * Whether `npm test` walks the table at human pace (`every-table.test.ts`) or in steps (`taking-back.test.ts`): every third
 * table in one of the two ways, and under `npm run test:soak` all in both.
 */
export const isWalked = (way: "at human pace" | "in steps", table: string): boolean =>
  process.env.OSTEON_SOAK !== undefined ||
  CODEBOOK.findIndex(({ name }) => name === table) % 6 === (way === "at human pace" ? 0 : 3);

/** A row for every table of the codebook; a table without one is a mistake here. */
export function rowsToEnter(): readonly RowToEnter[] {
  const missing = CODEBOOK.filter(({ name }) => !ROWS.some(({ table }) => table === name));
  if (missing.length > 0) throw new Error(`no row to enter for ${missing.map(({ name }) => name).join(", ")}`);
  return ROWS.map((row) => ({ ...row, cells: inOrder(row) }));
}

function inOrder({ table, cells }: RowToEnter): Readonly<Record<string, string>> {
  const book = CODEBOOK.find(({ name }) => name === table);
  const names = book?.fields.map(({ name }) => name).filter((name) => name in cells) ?? [];
  if (book !== undefined && keyOf(book).name in cells) throw new Error(`${table}: the number is given by the registry`);
  return Object.fromEntries(names.map((name) => [name, cells[name] ?? ""]));
}
