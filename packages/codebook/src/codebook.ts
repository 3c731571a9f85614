import type { Field, Table } from "./field.ts";
import { boneDensity } from "./tables/bone-density.ts";
import { imaging, lesion, lesionObservation } from "./tables/imaging.ts";
import { biopsy, culture, laboratory } from "./tables/laboratory.ts";
import { joint, manifestation, relapse, sequela } from "./tables/manifestation.ts";
import { patient } from "./tables/patient.ts";
import { reportedScore } from "./tables/reported-score.ts";
import { adverseEffect, antibiotic, course, treatment } from "./tables/treatment.ts";
import { visit } from "./tables/visit.ts";

/** Every table of a chart, parents before children. Readers, databases, freezes, forms and exports follow from it. */
export const CODEBOOK: readonly Table[] = [
  patient,
  visit,
  laboratory,
  culture,
  biopsy,
  imaging,
  lesion,
  lesionObservation,
  treatment,
  course,
  antibiotic,
  adverseEffect,
  manifestation,
  joint,
  sequela,
  relapse,
  reportedScore,
  boneDensity,
];

/** The table of that name; throws where a caller names none, since names are ours. */
export function tableNamed(name: string): Table {
  const found = CODEBOOK.find((table) => table.name === name);
  if (found === undefined) throw new Error(`the codebook has no table ${name}`);
  return found;
}

/** The field that identifies a row of a table. */
export function keyOf(table: Table): Field {
  const found = table.fields.find((field) => field.type.kind === "key");
  if (found === undefined) throw new Error(`table ${table.name} has no key`);
  return found;
}
