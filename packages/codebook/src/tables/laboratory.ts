import { ANALYTES } from "../codes/analyte.ts";
import { BONES } from "../codes/bone.ts";
import { COMPARATORS } from "../codes/comparator.ts";
import { choice, date, decimal, key, reference, since, type Table, text } from "../field.ts";

const VALUE = { possible: [0, 1_000_000], plausible: [0, 1_000_000] } as const;

/** Results keep the unit and the limits of the laboratory that measured them: reference ranges differ enough to flip a finding. */
export const laboratory: Table = {
  name: "laboratory",
  says: "One row per laboratory result.",
  fields: [
    key("laboratory", "Number of the result, unique in the study."),
    reference("patient", "Pseudonym of the child."),
    reference("visit", "The visit that the result was read at, if any.", {}),
    date("sampled_on", "Day on which the sample was taken.", { required: true }),
    choice("analyte", "What was measured?", ANALYTES, { required: true }),
    choice(
      "comparator",
      "Where the laboratory gives no more than a limit: on which side of it the result lies; empty for a result that was measured.",
      COMPARATORS,
      since(
        3,
        ["Below or above", "Unter oder über"],
        "Wo das Labor nur eine Grenze angibt: auf welcher Seite davon das Ergebnis liegt; leer bei einem gemessenen Ergebnis.",
      ),
    ),
    decimal("value", "Result as reported; for a titre the reciprocal (80 for 1:80); empty for a finding.", 3, VALUE, {
      reciprocal: true,
      comparator: "comparator",
    }),
    text("unit", "Unit as reported (UCUM), one of those the codebook lists for the analyte."),
    choice("finding", "Positive or negative, for HLA-B27 and ANA.", [
      { code: "positive", says: "Positive" },
      { code: "negative", says: "Negative" },
    ]),
    decimal("lower_limit", "Lower limit of normal of this laboratory, same unit.", 3, VALUE),
    decimal("upper_limit", "Upper limit of normal of this laboratory, same unit.", 3, VALUE),
    text(
      "sampled_at",
      "Time of day at which the sample was taken, as 08:30.",
      since(2, ["Sampled at", "Entnommen um"], "Uhrzeit der Entnahme, etwa 08:30."),
    ),
    text("kit", "Test kit and its maker.", since(2, ["Kit", "Testkit"], "Testkit und Hersteller.")),
    text(
      "kit_batch",
      "Batch of the kit.",
      since(2, ["Batch of the kit", "Charge des Testkits"], "Charge des Testkits."),
    ),
  ],
  rules: [
    { code: "required-with", field: "unit", when: "value", says: "A result without its unit cannot be read." },
    {
      code: "required-with",
      field: "value",
      when: "comparator",
      says: "Below or above needs the limit that the laboratory gives.",
      german: "Zu unter oder über gehört die Grenze, die das Labor angibt.",
    },
    {
      code: "not-before",
      earlier: "lower_limit",
      later: "upper_limit",
      says: "The lower limit cannot exceed the upper.",
    },
  ],
};

export const culture: Table = {
  name: "culture",
  says: "One row per microbiological culture.",
  fields: [
    key("culture", "Number of the culture."),
    reference("patient", "Pseudonym of the child."),
    date("sampled_on", "Day on which the sample was taken.", { required: true }),
    choice("material", "What was cultured?", [
      { code: "blood", says: "Blood" },
      { code: "bone", says: "Bone" },
      { code: "joint_fluid", says: "Joint fluid" },
      { code: "other", says: "Other" },
    ]),
    choice("growth", "Did anything grow?", [
      { code: "none", says: "No growth" },
      { code: "growth", says: "Growth" },
    ]),
    text("organism", "What grew?"),
  ],
  rules: [
    {
      code: "required-when",
      field: "organism",
      when: "growth",
      equals: "growth",
      says: "Growth needs the name of the organism.",
    },
  ],
};

export const biopsy: Table = {
  name: "biopsy",
  says: "One row per bone biopsy.",
  fields: [
    key("biopsy", "Number of the biopsy."),
    reference("patient", "Pseudonym of the child."),
    date("taken_on", "Day of the biopsy.", { required: true }),
    choice("bone", "Which bone?", BONES),
    choice("finding", "What did the pathologist see?", [
      { code: "chronic_inflammation", says: "Chronic inflammation with lymphoplasmacytoid infiltrates" },
      { code: "acute_inflammation", says: "Acute, granulocytic inflammation" },
      { code: "fibrosis", says: "Fibrosis or sclerosis without inflammation" },
      { code: "unspecific", says: "Unspecific or normal" },
      { code: "tumour", says: "Tumour" },
    ]),
  ],
  rules: [],
};
