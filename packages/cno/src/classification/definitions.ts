import { JANSSON_TABLES } from "../jansson.ts";
import type { Classification, Weighed } from "./classification.ts";

const { score_item, score_cut_off } = JANSSON_TABLES;

const alone = (rows: Readonly<Record<string, Weighed>>): Classification["domains"] =>
  Object.fromEntries(Object.entries(rows).map(([name, { says, points }]) => [name, { [name]: { says, points } }]));

/** The clinical score of Jansson et al.: probable CNO. */
export const JANSSON_2009: Classification = {
  name: "jansson_2009",
  version: "2009",
  says: "Clinical score of Jansson et al.: 39 points or more, probable CNO.",
  source: score_item.source,
  entry: {},
  exclusions: {},
  domains: alone(score_item.rows),
  atLeast: score_cut_off.rows.probable.atLeast,
};

/** The diagnostic score of Kostik et al. against bacterial osteomyelitis. */
export const NBODS_2023: Classification = {
  name: "nbods_2023",
  version: "2023",
  says: "Diagnostic score of Kostik et al. (NBODS): more than 17 points, nonbacterial osteomyelitis.",
  source: "Kostik et al., Front Pediatr 2023, doi:10.3389/fped.2023.1067206",
  entry: {},
  exclusions: {},
  domains: alone({
    crp_at_most_55: { says: "CRP of 55 mg/l or less.", points: 56 },
    more_than_one_lesion: { says: "Multifocal bone lesions.", points: 27 },
    femur: { says: "A lesion of the femur.", points: 17 },
    bands_at_most_220: { says: "Band neutrophils of 220/µl or less.", points: 15 },
  }),
  atLeast: 18,
};

const unpublished = (says: string): Weighed => ({ says, points: null });

/** The classification criteria of EULAR and ACR with what is public of them: their weights are not, so that they refuse to score. */
export const EULAR_ACR_2025: Classification = {
  name: "eular_acr_2025",
  version: "2025",
  says: "Classification criteria of EULAR and ACR for CNO: 55 points or more.",
  source: "Zhao Y et al., Ann Rheum Dis 2025;84(9):1458-68, doi:10.1016/j.ard.2024.11.006",
  entry: {
    typical_imaging: "A typical finding of a bone on radiography or MRI.",
    bone_pain: "Bone pain or musculoskeletal limitation.",
  },
  exclusions: {
    malignancy: "Malignancy.",
    infection: "Infection.",
    vitamin_c_deficiency: "Vitamin C deficiency.",
    hypophosphatasia: "Hypophosphatasia.",
    response_to_antimicrobials: "Complete and sustained response to antimicrobials alone.",
  },
  domains: {
    site: {
      clavicle: unpublished("A lesion of a clavicle."),
      mandible: unpublished("A lesion of the mandible."),
    },
    pattern: {
      more_than_one_lesion: unpublished("Multifocal lesions."),
      symmetric_lesions: unpublished("Symmetric lesions."),
    },
    age: { age_at_onset: unpublished("Age at onset; its classes are not published.") },
    coexisting: { coexisting_condition: unpublished("A coexisting condition.") },
    fever: { fever: unpublished("Fever.") },
    biopsy: { typical_biopsy: unpublished("A typical biopsy, up to 17 points.") },
    anaemia: { anaemia: unpublished("Anaemia.") },
    crp: { crp_at_least_10: unpublished("CRP.") },
    esr: { esr_elevated: unpublished("ESR.") },
  },
  atLeast: 55,
};

/** Every classification that this package knows. */
export const CLASSIFICATIONS: readonly Classification[] = [JANSSON_2009, NBODS_2023, EULAR_ACR_2025];
