import { CODEBOOK } from "./codebook.ts";
import type { Pair } from "./field.ts";

type Names = { readonly one: Pair; readonly many: Pair };

const FIRST: Readonly<Record<string, Names>> = {
  patient: { one: ["Patient", "Kind"], many: ["Patients", "Kinder"] },
  visit: { one: ["Visit", "Visite"], many: ["Visits", "Visiten"] },
  laboratory: { one: ["Laboratory result", "Laborwert"], many: ["Laboratory", "Labor"] },
  culture: { one: ["Culture", "Kultur"], many: ["Cultures", "Kulturen"] },
  biopsy: { one: ["Biopsy", "Biopsie"], many: ["Biopsies", "Biopsien"] },
  imaging: { one: ["Imaging", "Bildgebung"], many: ["Imaging", "Bildgebung"] },
  lesion: { one: ["Lesion", "Läsion"], many: ["Lesions", "Läsionen"] },
  lesion_observation: {
    one: ["Lesion observation", "Läsionsbefund"],
    many: ["Lesion observations", "Läsionsbefunde"],
  },
  treatment: { one: ["Treatment", "Behandlung"], many: ["Treatments", "Behandlungen"] },
  course: { one: ["Infusion", "Infusion"], many: ["Infusions", "Infusionen"] },
  antibiotic: { one: ["Antibiotic", "Antibiotikum"], many: ["Antibiotics", "Antibiotika"] },
  adverse_effect: {
    one: ["Adverse effect", "Unerwünschte Wirkung"],
    many: ["Adverse effects", "Unerwünschte Wirkungen"],
  },
  manifestation: { one: ["Manifestation", "Manifestation"], many: ["Manifestations", "Manifestationen"] },
  joint: { one: ["Joint", "Gelenk"], many: ["Joints", "Gelenke"] },
  sequela: { one: ["Sequela", "Folgeschaden"], many: ["Sequelae", "Folgeschäden"] },
  relapse: { one: ["Relapse", "Rückfall"], many: ["Relapses", "Rückfälle"] },
};

/** What a table of the chart is called, one row and many; tables since the second version carry their names. */
export const TABLE_LABELS: Readonly<Record<string, Names>> = {
  ...FIRST,
  ...Object.fromEntries(CODEBOOK.flatMap(({ name, names }) => (names === undefined ? [] : [[name, names]]))),
};
