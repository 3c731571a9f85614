import { BONES } from "../codes/bone.ts";
import { choice, date, key, reference, type Table, text, yesNo } from "../field.ts";

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
    yesNo("native_t1", "Native T1 sequence?"),
    yesNo("contrast_t1_fat_sat", "Contrast-enhanced T1 with fat saturation?"),
    yesNo("tirm", "Turbo-inversion-recovery-magnitude (TIRM) sequence?"),
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
  ],
  rules: [],
};
