import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Protocol } from "@osteon/protocol";
import { breakdown, CNO, continuous, count, share, thousandths } from "./kinds.ts";

/** Table 1: who the children were when they were diagnosed. */
export const BASELINE: Protocol["analyses"] = {
  "cno-patients": count("Children with CNO"),
  "control-patients": count("Children with bacterial osteomyelitis", { where: { cohort: "bacterial_osteomyelitis" } }),
  "diagnosis-day": continuous("Day of diagnosis", "diagnosed_epoch_day", NUMBER),
  "published-before": share("Included in the earlier comparative analysis", "published_before"),
  sex: breakdown("Sex", "sex", ["female", "male"]),
  "age-at-onset": continuous("Age at symptom onset", "age_at_onset_days", YEARS),
  "age-at-diagnosis": continuous("Age at diagnosis", "age_at_diagnosis_days", YEARS),
  delay: continuous("Delay in diagnosis", "delay_days", MONTHS),
  "painful-sites": continuous("Painful localizations per patient", "painful_sites", NUMBER),
  "local-inflammation": share("Local inflammatory signs (swelling, redness, heat)", "local_inflammation"),
  "loss-of-function": share("Loss of function (reduced range, abnormal gait)", "loss_of_function"),
  fever: share("Fever above 38.0 °C", "fever"),
  arthritis: share("Arthritis", "arthritis"),
  "arthritis-distant": share("Arthritis distant to CNO lesions", "arthritis_distant"),
  "bowel-disease": share("Inflammatory bowel disease", "inflammatory_bowel_disease"),
  crohn: share("Crohn disease", "crohn"),
  "ulcerative-colitis": share("Ulcerative colitis", "ulcerative_colitis"),
  pustulosis: share("Palmoplantar pustulosis", "palmoplantar_pustulosis"),
  "acne-fulminans": share("Acne fulminans", "acne_fulminans"),
  sequelae: share("Sequelae", "sequela"),
  "lesion-count": continuous("Radiological lesions per patient", "lesion_count", NUMBER),
  unifocal: share("Unifocal manifestation at diagnosis", "unifocal_at_diagnosis"),
  leukocytes: continuous("Leukocytes", "leukocytes_x1000", thousandths("GPt/l", 1)),
  thrombocytes: continuous("Thrombocytes", "thrombocytes_x1000", thousandths("GPt/l", 0)),
  neutrophils: continuous("Neutrophils", "neutrophils_x1000", thousandths("%", 1)),
  lymphocytes: continuous("Lymphocytes", "lymphocytes_x1000", thousandths("%", 1)),
  monocytes: continuous("Monocytes", "monocytes_x1000", thousandths("%", 1)),
  crp: continuous("CRP", "crp_x1000", thousandths("mg/l", 1)),
  esr: continuous("ESR", "esr_x1000", thousandths("mm/h", 1)),
  "hla-b27": share("HLA-B27 positive", "hla_b27_positive"),
  ana: share("ANA positive", "ana_positive"),
  "ana-low-titre": continuous("ANA titre, low", "ana_titre_x1000", thousandths("", 0), {
    where: { ana_titre_x1000: { to: 160_000 } },
  }),
  "ana-high-titre": continuous("ANA titre, high", "ana_titre_x1000", thousandths("", 0), {
    where: { ana_titre_x1000: { from: 160_001 } },
  }),
  ...limitsOf(["leukocytes", "thrombocytes", "neutrophils", "lymphocytes", "monocytes", "crp", "esr"]),
};

/** The laboratory's limits as the charts carry them: lowest and highest of each. */
function limitsOf(analytes: readonly string[]): Protocol["analyses"] {
  return Object.fromEntries(
    analytes.flatMap((analyte) =>
      (["lower", "upper"] as const).map((end) => [
        `${analyte}-${end}-limit`,
        continuous(`${analyte}: ${end} limit of normal`, `${end}_limit_x1000`, thousandths("", 1), {
          from: "laboratory_profile",
          where: { ...CNO, analyte },
        }),
      ]),
    ),
  );
}
