import { BONES } from "../codes/bone.ts";
import { choice, date, key, partialDate, reference, since, type Table, text, yesNo } from "../field.ts";

export const manifestation: Table = {
  name: "manifestation",
  says: "One row per extraosseous manifestation of a child.",
  fields: [
    key("manifestation", "Number of the manifestation, unique in the study."),
    reference("patient", "Pseudonym of the child."),
    choice(
      "kind",
      "What is it?",
      [
        { code: "arthritis", says: "Arthritis", codes: { hpo: "HP:0001369" } },
        { code: "crohn", says: "Crohn disease", codes: { hpo: "HP:0100280" } },
        { code: "ulcerative_colitis", says: "Ulcerative colitis", codes: { hpo: "HP:0100279" } },
        {
          code: "inflammatory_bowel_disease",
          says: "Inflammatory bowel disease, not specified",
          german: "Chronisch-entzündliche Darmerkrankung, nicht näher bezeichnet",
          since: 2,
        },
        { code: "palmoplantar_pustulosis", says: "Palmoplantar pustulosis", codes: { hpo: "HP:0100847" } },
        { code: "acne_fulminans", says: "Acne fulminans" },
        { code: "acne", says: "Severe acne", codes: { hpo: "HP:0001061" } },
        { code: "psoriasis", says: "Psoriasis", codes: { hpo: "HP:0003765" } },
        { code: "enthesitis", says: "Enthesitis", german: "Enthesitis", codes: { hpo: "HP:0100686" }, since: 3 },
        {
          code: "pyoderma_gangrenosum",
          says: "Pyoderma gangrenosum",
          german: "Pyoderma gangraenosum",
          codes: { hpo: "HP:0025452" },
          since: 3,
        },
      ],
      { required: true },
    ),
    partialDate("noticed_on", "When it was first noticed."),
    yesNo("distant_from_lesions", "Arthritis only: in a joint distant from every bone lesion?"),
  ],
  rules: [
    {
      code: "required-when",
      field: "distant_from_lesions",
      when: "kind",
      equals: "arthritis",
      says: "Arthritis needs the statement whether it is distant from the lesions.",
    },
  ],
};

export const joint: Table = {
  name: "joint",
  says: "One row per joint affected by an arthritis.",
  fields: [
    key("joint", "Number of the row."),
    reference("patient", "Pseudonym of the child."),
    reference("manifestation", "The arthritis."),
    choice(
      "site",
      "Which joint?",
      [
        { code: "sacroiliac", says: "Sacroiliac joint" },
        { code: "temporomandibular", says: "Temporomandibular joint" },
        { code: "knee", says: "Knee" },
        { code: "ankle", says: "Ankle" },
        { code: "hip", says: "Hip" },
        { code: "atlanto_axial", says: "Atlanto-occipital or atlanto-axial joint" },
        { code: "wrist", says: "Wrist" },
        { code: "elbow", says: "Elbow" },
        { code: "shoulder", says: "Shoulder" },
        { code: "sternoclavicular", says: "Sternoclavicular joint" },
        { code: "finger", says: "Joint of the hand" },
        { code: "toe", says: "Joint of the foot" },
      ],
      { required: true },
    ),
  ],
  rules: [],
};

export const sequela: Table = {
  name: "sequela",
  says: "One row per lasting damage of a child.",
  fields: [
    key("sequela", "Number of the sequela."),
    reference("patient", "Pseudonym of the child."),
    choice(
      "kind",
      "What is it?",
      [
        { code: "hyperostosis", says: "Hyperostosis", codes: { hpo: "HP:0100774" } },
        { code: "vertebral_fracture", says: "Pathological vertebral fracture", codes: { hpo: "HP:0002953" } },
        { code: "gibbus", says: "Gibbus" },
        { code: "kyphosis", says: "Kyphosis", german: "Kyphose", codes: { hpo: "HP:0002808" }, since: 3 },
        {
          code: "fracture",
          says: "Pathological fracture of another bone",
          german: "Pathologische Fraktur eines anderen Knochens",
          codes: { hpo: "HP:0002756" },
          since: 3,
        },
        { code: "vessel_compression", says: "Compression of a blood vessel", codes: { icd10gm: "I87.1" } },
        { code: "nerve_involvement", says: "Involvement of a nerve" },
      ],
      { required: true },
    ),
    choice("bone", "At which bone?", BONES),
    partialDate("noticed_on", "When it was first noticed."),
    text("level", "Level of a vertebra (T7).", since(2, ["Level", "Höhe"], "Höhe eines Wirbels (T7).")),
  ],
  rules: [],
};

export const relapse: Table = {
  name: "relapse",
  says: "One row per relapse as the chart records it; analyses derive their own and compare.",
  fields: [
    key("relapse", "Number of the relapse."),
    reference("patient", "Pseudonym of the child."),
    date("noticed_on", "Day on which the relapse was recorded.", { required: true }),
    yesNo("new_symptoms", "New symptoms?"),
    yesNo("new_lesion", "New lesion on MRI?"),
  ],
  rules: [],
};
