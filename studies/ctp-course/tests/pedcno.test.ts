import { join } from "node:path";
import { CNO_MODELS, CNO_OUTCOMES } from "@osteon/cno";
import { readModels } from "@osteon/derive";
import type { Protocol } from "@osteon/protocol";
import { spec } from "../../../tests/spec/run-spec.ts";
import protocol from "../protocol.ts";

const study: { readonly protocol: Protocol; readonly models: ReturnType<typeof readModels> } = {
  protocol,
  models: readModels([CNO_MODELS, CNO_OUTCOMES, join(import.meta.dirname, "../models")]),
};

const AT_3_MONTHS = "line_class = 'methotrexate' AND time_point = 'month3'";
const ON_METHOTREXATE = "patient | drug | drug_class | started_on";
const given = (...children: readonly string[]): string =>
  [ON_METHOTREXATE, ...children.map((child) => `${child} | methotrexate | dmard | +0`)].join("\n");

spec("PedCNO asks for three of five items better by the share, and at most one worse by more than 30 per cent.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD",
    treatment: given("A", "B", "C", "D"),
    visit: `patient | visited_on | patient_global_nrs | physician_global_nrs | chaq
    A | +0 | 10 | 10 | 1
    A | +91 | 7 | 5 | 0.5
    B | +0 | 10 | 10 | 1
    B | +91 | 8 | 5 | 0.5
    C | +0 | 10 | 10 | 1
    C | +91 | 1 | 1 | 0.1
    D | +0 | 10 | 10 | 1
    D | +91 | 1 | 1 | 0.1`,
    imaging: `imaging | patient | imaged_on | modality
    i1 | C | +0 | whole_body_mri
    i2 | C | +91 | whole_body_mri
    i3 | D | +0 | whole_body_mri
    i4 | D | +91 | regional_mri`,
    lesion: `lesion | patient | bone
    n1 | C | tibia
    n2 | C | femur
    n3 | D | tibia
    n4 | D | femur`,
    lesion_observation: `patient | imaging | lesion | state
    C | i1 | n1 | active
    C | i2 | n1 | active
    C | i2 | n2 | new
    D | i3 | n3 | active
    D | i4 | n3 | active
    D | i4 | n4 | new`,
  },
  model: "pedcno",
  where: AT_3_MONTHS,
  gives: `patient_no | level | items_known | pedcno_state
  A | pedcno30 | 3 | response
  A | pedcno50 | 3 | no_response
  A | pedcno70 | 3 | no_response
  A | pedcno90 | 3 | no_response
  B | pedcno30 | 3 | no_response
  B | pedcno50 | 3 | no_response
  B | pedcno70 | 3 | no_response
  B | pedcno90 | 3 | no_response
  C | pedcno30 | 4 | response
  C | pedcno50 | 4 | response
  C | pedcno70 | 4 | response
  C | pedcno90 | 4 | response
  D | pedcno30 | 3 | response
  D | pedcno50 | 3 | response
  D | pedcno70 | 3 | response
  D | pedcno90 | 3 | response`,
});

spec(
  "An item that was 0 cannot improve and is worse above 0; 30 per cent worse is not worse; too few items are no answer.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD\nE",
      treatment: given("A", "B", "C", "D", "E"),
      visit: `visit | patient | visited_on | patient_global_nrs | physician_global_nrs | chaq
    v1 | A | +0 | 0 | 10 | 1
    v2 | A | +91 | 0 | 0 | 0
    v3 | B | +0 | 0 | 10 | 0.5
    v4 | B | +91 | 1 | 0 | 0
    v5 | C | +0 | 10 | 10 | unknown
    v6 | C | +91 | 0 | 0 | 0
    v7 | D | +0 | 10 | 10 | 1
    v8 | E | +0 | 0 | 10 | 1
    v9 | E | +91 | 1 | 0 | 0`,
      laboratory: `patient | visit | sampled_on | analyte | value | unit
    B | v3 | +0 | esr | 30 | mm/h
    B | v4 | +91 | esr | 39 | mm/h
    E | v8 | +0 | esr | 30 | mm/h
    E | v9 | +91 | esr | 20 | mm/h`,
    },
    model: "pedcno",
    where: `${AT_3_MONTHS} AND level = 'pedcno30'`,
    gives: `patient_no | items_known | pedcno_state
  A | 3 | no_response
  B | 4 | no_response
  C | 2 | too_few_items
  D | 0 | not_seen
  E | 4 | response`,
  },
);

spec("Two items worse by more than 30 per cent undo a response; one, or one worse by 30 per cent, does not.", {
  study,
  charts: {
    patient: "patient\nA\nB",
    treatment: given("A", "B"),
    visit: `visit | patient | visited_on | patient_global_nrs | physician_global_nrs | chaq
    v1 | A | +0 | 10 | 10 | 1
    v2 | A | +91 | 0 | 0 | 0
    v3 | B | +0 | 10 | 10 | 1
    v4 | B | +91 | 0 | 0 | 0`,
    laboratory: `patient | visit | sampled_on | analyte | value | unit
    A | v1 | +0 | esr | 10 | mm/h
    A | v2 | +91 | esr | 14 | mm/h
    B | v3 | +0 | esr | 10 | mm/h
    B | v4 | +91 | esr | 13 | mm/h`,
    imaging: "imaging | patient | imaged_on\ni1 | A | -84\ni2 | A | +91\ni3 | B | -84\ni4 | B | +91",
    lesion: "lesion | patient | bone\nn1 | A | tibia\nn2 | A | femur\nn3 | B | tibia\nn4 | B | femur",
    lesion_observation: `patient | imaging | lesion | state
    A | i1 | n1 | active
    A | i2 | n1 | active
    A | i2 | n2 | new
    B | i3 | n3 | active
    B | i4 | n3 | active
    B | i4 | n4 | new`,
  },
  model: "pedcno",
  where: `${AT_3_MONTHS} AND level = 'pedcno30'`,
  gives: `patient_no | items_known | pedcno_state
  A | 5 | no_response
  B | 5 | response`,
});
