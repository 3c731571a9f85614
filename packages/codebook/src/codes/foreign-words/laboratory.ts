import { NONE, type WordsOfField } from "./words.ts";

export const ANALYTE: WordsOfField = {
  leukocytes: { en: "wbc|leucocytes|white blood cells|white cell count", de: "leukozyten|leukos|leuko" },
  thrombocytes: { en: "plt|platelets|platelet count", de: "thrombozyten|thrombos|thrombo" },
  neutrophils: {
    en: "neutrophil share|neutrophil percentage",
    de: "neutrophile|neutrophile granulozyten|neutrophilenanteil",
  },
  lymphocytes: { en: "lymphocyte share", de: "lymphozyten|lymphos|lymphozytenanteil" },
  monocytes: { en: "monocyte share", de: "monozyten|monos|monozytenanteil" },
  haemoglobin: { en: "hb|hgb|hemoglobin", de: "hämoglobin" },
  crp: { en: "c reactive protein", de: "c reaktives protein" },
  esr: {
    en: "sed rate|sedimentation rate|erythrocyte sedimentation rate",
    de: "bsg|bks|blutsenkung|blutsenkungsgeschwindigkeit",
  },
  alt: { en: "gpt|alat|sgpt", de: "alanin aminotransferase" },
  ast: { en: "got|asat|sgot", de: "aspartat aminotransferase" },
  ggt: { en: "gamma gt|γ gt|gamma glutamyl transferase", de: "gamma glutamyltransferase" },
  ldh: { en: "lactate dehydrogenase", de: "laktatdehydrogenase|lactatdehydrogenase" },
  alp: { en: "alkaline phosphatase", de: "alkalische phosphatase" },
  calcium: { en: "ca|total calcium", de: "kalzium" },
  phosphate: { en: "po4|inorganic phosphate", de: "phosphat" },
  ferritin: { en: "serum ferritin" },
  igg: { en: "immunoglobulin g" },
  iga: { en: "immunoglobulin a" },
  igm: { en: "immunoglobulin m" },
  hla_b27: { en: "b27|hla b 27" },
  ana: { en: "antinuclear antibodies|anti nuclear antibodies", de: "antinukleäre antikörper" },
  [NONE]: {
    en: "ige|immunoglobulin e|transferrin|erythrocytes|rbc|phosphatase|calcitonin|procalcitonin|troponin|lymphocyte count",
    de: "erythrozyten|ery|kalium|hk|hämatokrit|immunglobulin e",
  },
};
