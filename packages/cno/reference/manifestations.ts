import type { Chart } from "./chart.ts";

const EXTRAOSSEOUS = [
  "arthritis",
  "crohn",
  "ulcerative_colitis",
  "inflammatory_bowel_disease",
  "palmoplantar_pustulosis",
  "acne_fulminans",
  "psoriasis",
];
const SEQUELAE = [
  "hyperostosis",
  "vertebral_fracture",
  "gibbus",
  "kyphosis",
  "fracture",
  "vessel_compression",
  "nerve_involvement",
];

/** Which manifestations and sequelae a patient has, whether in the study or not. */
export function patientManifestations({ patient, manifestation, sequela }: Chart) {
  const kinds = [...manifestation, ...sequela].map(({ kind }) => kind);
  if (kinds.length === 0) return [];
  const has = (...any: readonly string[]) => Number(any.some((kind) => kinds.includes(kind)));
  const distant = manifestation.filter(
    ({ kind, distant_from_lesions }) => kind === "arthritis" && distant_from_lesions === 1,
  );
  const isUntold = manifestation.some((noted) => noted.kind === "arthritis" && noted.distant_from_lesions === null);
  const days = distant.flatMap(({ noticed_epoch_day }) => (noticed_epoch_day === null ? [] : [noticed_epoch_day]));
  return [
    {
      patient_no: patient.patient_no,
      arthritis: has("arthritis"),
      arthritis_distant: distant.length > 0 ? 1 : isUntold ? null : 0,
      arthritis_distant_epoch_day: days.length === 0 ? null : Math.min(...days),
      crohn: has("crohn"),
      ulcerative_colitis: has("ulcerative_colitis"),
      inflammatory_bowel_disease: has("crohn", "ulcerative_colitis", "inflammatory_bowel_disease"),
      palmoplantar_pustulosis: has("palmoplantar_pustulosis"),
      acne_fulminans: has("acne_fulminans"),
      psoriasis: has("psoriasis"),
      extraosseous: has(...EXTRAOSSEOUS),
      hyperostosis: has("hyperostosis"),
      vertebral_fracture: has("vertebral_fracture"),
      gibbus: has("gibbus"),
      vessel_compression: has("vessel_compression"),
      nerve_involvement: has("nerve_involvement"),
      sequela: has(...SEQUELAE),
    },
  ];
}
