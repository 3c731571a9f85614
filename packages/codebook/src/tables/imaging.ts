import { BONES } from "../codes/bone.ts";
import { choice, date, decimal, integer, key, reference, since, type Table, text, yesNo } from "../field.ts";

/** Items of RAI-CROMRIS (doi:10.1186/s12969-021-00620-3) as the reader grades them; the score is their sum over all units, 0 to 7 each, and is not kept. */
const CROMRIS = { possible: [0, 7], plausible: [0, 7] } as const;

/** Examinations; what they show stands in `lesion_observation`. */
export const imaging: Table = {
  name: "imaging",
  says: "One row per imaging examination.",
  fields: [
    key("imaging", "Number of the examination, unique in the study."),
    reference("patient", "Pseudonym of the child."),
    date("imaged_on", "Day of the examination.", { required: true }),
    choice(
      "modality",
      "What was done?",
      [
        { code: "whole_body_mri", says: "Whole-body MRI" },
        { code: "regional_mri", says: "Regional MRI" },
        { code: "x_ray", says: "X-ray" },
        { code: "scintigraphy", says: "Bone scintigraphy" },
        { code: "ct", says: "Computed tomography" },
      ],
      { required: true },
    ),
    text(
      "region",
      "Region that was examined, where it was not the whole body.",
      since(3, ["Region", "Region"], "Untersuchte Region, wenn es nicht der ganze Körper war."),
    ),
    yesNo("native_t1", "Native T1 sequence?"),
    yesNo("contrast_t1_fat_sat", "Contrast-enhanced T1 with fat saturation?"),
    yesNo("tirm", "Turbo-inversion-recovery-magnitude (TIRM) sequence?"),
    yesNo("stir", "Short-tau inversion recovery (STIR) sequence?", since(2, ["STIR", "STIR"], "STIR-Sequenz?")),
    yesNo(
      "t2_fat_sat",
      "T2 with fat saturation?",
      since(2, ["T2 with fat saturation", "T2 fettgesättigt"], "T2 mit Fettsättigung?"),
    ),
    yesNo(
      "diffusion",
      "Diffusion-weighted sequence?",
      since(2, ["Diffusion", "Diffusionswichtung"], "Diffusionsgewichtete Sequenz?"),
    ),
    yesNo(
      "contrast_given",
      "Was a contrast agent given?",
      since(2, ["Contrast agent given", "Kontrastmittel gegeben"], "Wurde ein Kontrastmittel gegeben?"),
    ),
    decimal(
      "field_strength_t",
      "Field strength of the scanner.",
      2,
      { possible: [0.01, 12], plausible: [0.2, 3] },
      { unit: "T", ...since(2, ["Field strength", "Feldstärke"], "Feldstärke des Geräts.") },
    ),
    yesNo("coronal", "Coronal plane?", since(2, ["Coronal", "Koronar"], "Koronare Ebene?")),
    yesNo("sagittal", "Sagittal plane?", since(2, ["Sagittal", "Sagittale Ebene"], "Sagittale Ebene?")),
    yesNo("axial", "Axial plane?", since(2, ["Axial", "Axiale Ebene"], "Axiale Ebene?")),
    choice(
      "sedation",
      "Was the child sedated?",
      [
        { code: "awake", says: "Awake", german: "Wach" },
        { code: "sedated", says: "Sedated", german: "Sediert" },
        { code: "general_anaesthesia", says: "General anaesthesia", german: "Vollnarkose" },
      ],
      since(2, ["Sedation", "Sedierung"], "Wurde das Kind sediert?"),
    ),
    text(
      "reader",
      "Who read it, as a code of the centre.",
      since(2, ["Read by", "Befundet von"], "Wer es befundet hat, als Kürzel des Zentrums."),
    ),
    yesNo(
      "read_blind",
      "Was it read without knowledge of the clinical course?",
      since(2, ["Read blind", "Verblindet befundet"], "Wurde es ohne Kenntnis des klinischen Verlaufs befundet?"),
    ),
  ],
  rules: [],
};

export const lesion: Table = {
  name: "lesion",
  says: "One row per bone lesion of a child, however often it was seen.",
  fields: [
    key("lesion", "Number of the lesion, unique in the study."),
    reference("patient", "Pseudonym of the child."),
    choice("bone", "Which bone?", BONES, { required: true }),
    choice("side", "Which side?", [
      { code: "left", says: "Left" },
      { code: "right", says: "Right" },
      { code: "midline", says: "Midline" },
    ]),
    choice("part", "Which part of the bone?", [
      { code: "epiphysis", says: "Epiphysis" },
      { code: "metaphysis", says: "Metaphysis" },
      { code: "proximal_metaphysis", says: "Proximal metaphysis", since: 2 },
      { code: "distal_metaphysis", says: "Distal metaphysis", since: 2 },
      { code: "diaphysis", says: "Diaphysis" },
      { code: "body", says: "Body (vertebra, flat bone)" },
      { code: "whole", says: "Whole bone" },
    ]),
    text("level", "Level of a vertebra (T7)."),
  ],
  rules: [],
};

export const lesionObservation: Table = {
  name: "lesion_observation",
  says: "One row per lesion and examination that looked at it.",
  fields: [
    key("lesion_observation", "Number of the observation."),
    reference("patient", "Pseudonym of the child."),
    reference("imaging", "The examination."),
    reference("lesion", "The lesion."),
    choice(
      "state",
      "How does the lesion look on this examination?",
      [
        { code: "new", says: "New: not there on an earlier examination of the region" },
        { code: "active", says: "Active (first examination, or active again)" },
        { code: "remaining", says: "Remaining activity, less than before" },
        { code: "not_visible", says: "No longer visible" },
      ],
      { required: true },
    ),
    yesNo("marginal_sclerosis", "Is there sclerosis at the margin?"),
    yesNo("contrast_enhancement", "Does it take up contrast?"),
    integer(
      "size_mm",
      "Largest diameter of the lesion on this examination.",
      { possible: [1, 600], plausible: [2, 300] },
      {
        unit: "mm",
        ...since(
          3,
          ["Largest diameter", "Größter Durchmesser"],
          "Größter Durchmesser der Läsion bei dieser Untersuchung.",
        ),
      },
    ),
    yesNo(
      "soft_tissue",
      "Is there inflammation of soft tissue or periosteum around it?",
      since(
        3,
        ["Soft tissue inflamed", "Weichteile entzündet"],
        "Sind Weichteile oder Periost in der Umgebung entzündet?",
      ),
    ),
    yesNo(
      "vertebral_collapse",
      "Is the vertebra collapsed?",
      since(2, ["Vertebral collapse", "Wirbelkörperkollaps"], "Ist der Wirbelkörper zusammengebrochen?"),
    ),
    integer(
      "cromris_marrow",
      "RAI-CROMRIS: hyperintensity of the marrow, as graded.",
      CROMRIS,
      since(2, ["RAI-CROMRIS marrow", "RAI-CROMRIS Mark"], "RAI-CROMRIS: Hyperintensität des Marks, wie befundet."),
    ),
    integer(
      "cromris_extension",
      "RAI-CROMRIS: extension of the signal, as graded.",
      CROMRIS,
      since(
        2,
        ["RAI-CROMRIS extension", "RAI-CROMRIS Ausdehnung"],
        "RAI-CROMRIS: Ausdehnung des Signals, wie befundet.",
      ),
    ),
    integer(
      "cromris_soft_tissue",
      "RAI-CROMRIS: hyperintensity of soft tissue or periosteum, as graded.",
      CROMRIS,
      since(
        2,
        ["RAI-CROMRIS soft tissue", "RAI-CROMRIS Weichteile"],
        "RAI-CROMRIS: Hyperintensität von Weichteilen oder Periost, wie befundet.",
      ),
    ),
    integer(
      "cromris_expansion",
      "RAI-CROMRIS: expansion of the bone, as graded.",
      CROMRIS,
      since(
        2,
        ["RAI-CROMRIS expansion", "RAI-CROMRIS Auftreibung"],
        "RAI-CROMRIS: Auftreibung des Knochens, wie befundet.",
      ),
    ),
    integer(
      "cromris_collapse",
      "RAI-CROMRIS: collapse of the vertebra, as graded.",
      CROMRIS,
      since(
        2,
        ["RAI-CROMRIS collapse", "RAI-CROMRIS Kollaps"],
        "RAI-CROMRIS: Kollaps des Wirbelkörpers, wie befundet.",
      ),
    ),
  ],
  rules: [],
};
