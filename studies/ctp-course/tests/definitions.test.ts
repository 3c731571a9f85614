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

spec(
  "The first plan begun on or after diagnosis counts; begun within 14 days the TNF-α inhibitor before the bisphosphonate before methotrexate.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD\nE\nF",
      treatment: `patient | drug | drug_class | started_on
      A | methotrexate | dmard | +0
      A | adalimumab | tnf_inhibitor | +14
      B | methotrexate | dmard | +0
      B | adalimumab | tnf_inhibitor | +15
      C | pamidronate | bisphosphonate | +3
      C | sulfasalazine | dmard | +1
      D | pamidronate | bisphosphonate | -1
      D | pamidronate | bisphosphonate | +30
      D | methotrexate | dmard | +90
      E | naproxen | nsaid | +0
      F | etanercept | tnf_inhibitor | +5
      F | methotrexate | dmard | +100
      F | pamidronate | bisphosphonate | +200`,
    },
    model: "first_plan",
    gives: `patient_no | line_class | start_epoch_day | further_epoch_day
    A | tnf_inhibitor | +14 | -
    B | methotrexate | +0 | +15
    C | bisphosphonate | +3 | -
    D | methotrexate | +90 | -
    F | tnf_inhibitor | +5 | +200`,
  },
);

spec("NSAID count for at least 28 days before day 0 by one drug; a stop that is not known leaves it open.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD\nE\nF",
    treatment: `patient | drug | drug_class | started_on | stopped_on
    A | naproxen | nsaid | +0 | +28
    A | methotrexate | dmard | +40 | not applicable
    B | naproxen | nsaid | +0 | +27
    B | ibuprofen | nsaid | +30 | not applicable
    B | methotrexate | dmard | +40 | not applicable
    C | naproxen | nsaid | +12 | not applicable
    C | methotrexate | dmard | +40 | not applicable
    D | naproxen | nsaid | +0 | unknown
    D | methotrexate | dmard | +40 | not applicable
    E | naproxen | nsaid | +13 | unknown
    E | methotrexate | dmard | +40 | not applicable
    F | naproxen | nsaid | +40 | not applicable
    F | methotrexate | dmard | +40 | not applicable`,
  },
  model: "nsaid_before",
  gives: `patient_no | long_enough
  A | 1
  B | 0
  C | 1
  D | -
  E | 0`,
});

spec("A typical place is a clavicle, or metaphysis or epiphysis of a long bone on both sides, seen up to day 0.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD\nE\nF",
    treatment: `patient | drug | drug_class | started_on
    A | methotrexate | dmard | +10
    B | methotrexate | dmard | +10
    C | methotrexate | dmard | +10
    D | methotrexate | dmard | +10
    E | methotrexate | dmard | +10
    F | methotrexate | dmard | +10`,
    imaging: `imaging | patient | imaged_on
    i1 | A | +0
    i2 | B | +0
    i3 | C | +0
    i4 | D | +0
    i5 | E | +0
    i6 | F | +11`,
    lesion: `lesion | patient | bone | side | part
    n1 | A | clavicle | left | whole
    n2 | B | tibia | left | distal_metaphysis
    n3 | B | tibia | right | epiphysis
    n4 | C | tibia | left | distal_metaphysis
    n5 | C | femur | right | distal_metaphysis
    n6 | D | tibia | left | distal_metaphysis
    n7 | D | tibia | right | unknown
    n8 | E | tibia | left | metaphysis
    n9 | E | tibia | right | diaphysis
    n10 | F | clavicle | left | whole`,
    lesion_observation: `patient | imaging | lesion | state
    A | i1 | n1 | active
    B | i2 | n2 | active
    B | i2 | n3 | new
    C | i3 | n4 | active
    C | i3 | n5 | active
    D | i4 | n6 | active
    D | i4 | n7 | active
    E | i5 | n8 | active
    E | i5 | n9 | active
    F | i6 | n10 | active`,
  },
  model: "typical_place",
  gives: `patient_no | typical
  A | 1
  B | 1
  C | 0
  D | -
  E | 0`,
});

spec("Who fulfils every condition is eligible; who fails one is not, whatever is not known beside it.", {
  study,
  charts: {
    patient: "patient | born_on\nA | 2000-01-15\nB | 1988-12-01\nC | 2000-01-15\nD | 2000-01-15\nE | 2000-01-15",
    treatment: `patient | drug | drug_class | started_on
    A | pamidronate | bisphosphonate | +84
    B | pamidronate | bisphosphonate | +84
    C | pamidronate | bisphosphonate | +85
    D | pamidronate | bisphosphonate | +84
    E | pamidronate | bisphosphonate | +84`,
    imaging: "imaging | patient | imaged_on\ni1 | A | +0\ni2 | B | +0\ni3 | C | +0\ni4 | D | +0\ni5 | E | +0",
    lesion: `lesion | patient | bone | side
    n1 | A | thoracic_vertebra | midline
    n2 | B | thoracic_vertebra | midline
    n3 | C | thoracic_vertebra | midline
    n4 | E | clavicle | left`,
    lesion_observation: `patient | imaging | lesion | state
    A | i1 | n1 | active
    B | i2 | n2 | active
    C | i3 | n3 | active
    E | i5 | n4 | remaining`,
    biopsy: `patient | taken_on
    A | +84
    B | +0
    C | +0
    D | +0
    E | +85`,
  },
  model: "plan_profile",
  gives: `patient_no | eligibility | conditions_not_met | days_from_diagnosis
  A | eligible | 0 | 84
  B | not_eligible | 1 | 84
  C | not_eligible | 2 | 85
  D | undecided | 0 | 84
  E | not_eligible | 1 | 84`,
});

spec(
  "Pain with local heat at the visit of day 0, or bone oedema, is active disease once NSAID were given for 4 weeks.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD",
      treatment: `patient | drug | drug_class | started_on | stopped_on
    A | naproxen | nsaid | +0 | not applicable
    A | methotrexate | dmard | +60 | not applicable
    B | naproxen | nsaid | +0 | not applicable
    B | methotrexate | dmard | +60 | not applicable
    C | naproxen | nsaid | +0 | not applicable
    C | methotrexate | dmard | +60 | not applicable
    D | naproxen | nsaid | +59 | not applicable
    D | methotrexate | dmard | +60 | not applicable`,
      visit: `patient | visited_on | pain_nrs | heat
    A | +60 | 4 | yes
    B | +60 | 4 | no
    C | +60 | 4 | unknown
    D | +60 | 4 | yes`,
    },
    model: "plan_condition_met",
    gives: `patient_no | oedema | active
  A | 0 | 1
  B | 0 | 0
  C | 0 | -
  D | 0 | 0`,
  },
);

spec(
  "A further plan stays the state of every later time point, by the day of the visit or, without one, of the month.",
  {
    study,
    charts: {
      patient: "patient\nA\nB",
      treatment: `patient | drug | drug_class | started_on
    A | methotrexate | dmard | +0
    A | adalimumab | tnf_inhibitor | +200
    B | methotrexate | dmard | +0
    B | adalimumab | tnf_inhibitor | +183`,
      visit: `patient | visited_on | pain_nrs | swelling | redness | heat
    A | +90 | 0 | no | no | no
    A | +199 | 0 | no | no | no
    A | +365 | 0 | no | no | no`,
    },
    model: "plan_course",
    gives: `patient_no | line_class | time_point | course_state
  A | methotrexate | month3 | full_remission
  A | methotrexate | month6 | full_remission
  A | methotrexate | month12 | further_plan
  B | methotrexate | month3 | not_seen
  B | methotrexate | month6 | further_plan
  B | methotrexate | month12 | further_plan`,
  },
);
