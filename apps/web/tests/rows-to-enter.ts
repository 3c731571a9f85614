import { CODEBOOK, keyOf } from "@osteon/codebook";

/** What a person types into the form of a table, and what they then mend. */
export interface RowToEnter {
  readonly table: string;
  /** Fields in the order of the form, as cells of the codebook; `<imaging>` stands for the number of a row of the child. */
  readonly cells: Readonly<Record<string, string>>;
  /** A field and the cell that it is corrected to. */
  readonly corrected: readonly [field: string, cell: string];
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
    corrected: ["sex", "female"],
  },
  { table: "visit", cells: { visited_on: "2021-05-03", weight_kg: "31.5" }, corrected: ["pain_nrs", "4"] },
  {
    table: "laboratory",
    cells: { sampled_on: "2021-05-03", analyte: "crp", value: "12.5", upper_limit: "5" },
    corrected: ["value", "21.5"],
  },
  { table: "culture", cells: { sampled_on: "2021-05-04", material: "bone" }, corrected: ["growth", "none"] },
  { table: "biopsy", cells: { taken_on: "2021-05-05", bone: "tibia" }, corrected: ["finding", "fibrosis"] },
  { table: "imaging", cells: { imaged_on: "2021-05-06", modality: "regional_mri" }, corrected: ["tirm", "yes"] },
  { table: "lesion", cells: { bone: "femur", side: "left" }, corrected: ["part", "metaphysis"] },
  {
    table: "lesion_observation",
    cells: { imaging: "<imaging>", lesion: "<lesion>", state: "active" },
    corrected: ["marginal_sclerosis", "no"],
  },
  {
    table: "treatment",
    cells: { drug: "naproxen", started_on: "2021-05-07" },
    corrected: ["route", "oral"],
  },
  {
    table: "course",
    cells: { treatment: "<treatment>", cycle: "1", cycle_day: "2", given_on: "2021-05-08" },
    corrected: ["cycle_day", "3"],
  },
  {
    table: "antibiotic",
    cells: { substance: "Flucloxacillin", route: "oral", started_on: "2021-05-09" },
    corrected: ["indication", "before the biopsy"],
  },
  {
    table: "adverse_effect",
    cells: { treatment: "<treatment>", noticed_on: "2021-05-10", effect: "abdominal_pain" },
    corrected: ["severity", "mild"],
  },
  { table: "manifestation", cells: { kind: "psoriasis" }, corrected: ["noticed_on", "2021-05"] },
  { table: "joint", cells: { manifestation: "<manifestation>", site: "knee" }, corrected: ["site", "ankle"] },
  { table: "sequela", cells: { kind: "gibbus" }, corrected: ["noticed_on", "2021"] },
  { table: "relapse", cells: { noticed_on: "2021-05-11" }, corrected: ["new_symptoms", "yes"] },
];

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
