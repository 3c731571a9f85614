import { type ChartRow, CODEBOOK, keyOf } from "@osteon/codebook";

/** One complete row for every table of a child, in the order of the codebook; `tag` keeps keys apart. */
export function inventedChart(centre: string, tag: string): readonly (readonly [table: string, cells: ChartRow])[] {
  return CODEBOOK.map((table) => [
    table.name,
    {
      ...CELLS[table.name],
      [keyOf(table).name]: keyFor(table.name, tag),
      ...namedRows(table.name, tag),
      ...(table.name === "patient" ? { centre } : {}),
    },
  ]);
}

/** The key of the one row that a table holds of the child. */
export const keyFor = (table: string, tag: string): string => (table === "patient" ? `P-${tag}` : `${table}-${tag}`);

function namedRows(name: string, tag: string): ChartRow {
  const table = CODEBOOK.find((one) => one.name === name);
  const references = (table?.fields ?? []).flatMap(({ name: field, type }) =>
    type.kind === "reference" ? [[field, keyFor(type.table, tag)]] : [],
  );
  return Object.fromEntries(references);
}

const CELLS: Readonly<Record<string, ChartRow>> = {
  patient: {
    cohort: "cno",
    sex: "female",
    born_on: "1999-11",
    onset_on: "2009",
    diagnosed_on: "2009-05-17",
    consent: "given",
    status: "alive",
    last_contact_on: "2012-03-01",
    published_before: "no",
  },
  visit: {
    visited_on: "2009-05-17",
    weight_kg: "31.5",
    temperature_cel: "37.2",
    pain_nrs: "7",
    chaq: "1.125",
    swelling: "yes",
    redness: "not done",
  },
  laboratory: { sampled_on: "2009-05-17", analyte: "crp", value: "1.69", unit: "mg/dL", upper_limit: "0.5" },
  culture: { sampled_on: "2009-05-17", material: "bone", growth: "growth", organism: "Staphylococcus aureus" },
  biopsy: { taken_on: "2009-05-18", bone: "tibia", finding: "chronic_inflammation" },
  imaging: { imaged_on: "2009-05-17", modality: "whole_body_mri", tirm: "yes" },
  lesion: { bone: "tibia", side: "left", part: "metaphysis" },
  lesion_observation: { state: "active" },
  treatment: {
    drug: "pamidronate",
    drug_class: "bisphosphonate",
    started_on: "2009-11-18",
    stopped_on: "not applicable",
  },
  reported_score: {
    answered_on: "2009-05-17",
    instrument: "promis_fatigue",
    language: "de",
    score: "58.3",
    answered_by: "child",
  },
  bone_density: { measured_on: "2009-05-17", measured_site: "lumbar_spine", method: "dxa", z_score: "-1.4" },
  course: { cycle: "1", cycle_day: "1", given_on: "2009-11-18", dose: "0.5", dose_unit: "mg/kg" },
  antibiotic: { substance: "Clindamycin", route: "oral", started_on: "2009-05-18", stopped_on: "2009-06-18" },
  adverse_effect: { noticed_on: "2009-11-20", effect: "fever", severity: "mild" },
  manifestation: { kind: "arthritis", noticed_on: "2009-05", distant_from_lesions: "yes" },
  joint: { site: "knee" },
  sequela: { kind: "hyperostosis", bone: "tibia", noticed_on: "unknown" },
  relapse: { noticed_on: "2010-09-03", new_symptoms: "yes", new_lesion: "yes" },
};
