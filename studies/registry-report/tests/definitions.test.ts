import { join } from "node:path";
import { CNO_MODELS } from "@osteon/cno";
import { readModels } from "@osteon/derive";
import type { Protocol } from "@osteon/protocol";
import { spec } from "../../../tests/spec/run-spec.ts";
import protocol from "../protocol.ts";

const study: { readonly protocol: Protocol; readonly models: ReturnType<typeof readModels> } = {
  protocol,
  models: readModels([CNO_MODELS, join(import.meta.dirname, "../models")]),
};

spec("The day of the report is the last visit or contact of any child; controls and those who withdrew do not count.", {
  study,
  charts: {
    patient: `patient | cohort | consent | last_contact_on
      A | cno | given | +300
      B | cno | given | +200
      C | bacterial_osteomyelitis | given | +900
      D | cno | withdrawn | +800`,
    visit: "patient | visited_on\nB | +310",
  },
  model: "last_day",
  gives: "now_epoch_day | now_on\n+310 | 2010-11-07",
});

spec(
  "A child is lost after more than 457 days without a visit, or where the chart says so; without a visit the days count from diagnosis.",
  {
    study,
    charts: {
      patient: `patient | status | last_contact_on
      A | alive | +1000
      B | alive | +1000
      C | lost | +1000
      D | dead | +1000
      E | alive | +1000
      F | unknown | +1000`,
      visit: `patient | visited_on
      A | +543
      B | +542
      C | +999
      D | +10
      F | +1000`,
    },
    model: "follow_up",
    gives: `patient_no | days_unseen | follow_up_state | loss_reason
    A | 457 | in_follow_up | -
    B | 458 | lost | no_reason_recorded
    C | 1 | lost | recorded_as_lost
    D | 990 | died | died
    E | 1000 | lost | no_reason_recorded
    F | 0 | in_follow_up | -`,
  },
);

spec("Of two visits on the last day the one with the lower number counts.", {
  study,
  charts: {
    visit: `visit | visited_on
      v1 | +5
      v3 | +90
      v2 | +90`,
  },
  model: "first_and_last_visit",
  gives: "patient_no | last_visit_no | first_visit_epoch_day | last_visit_epoch_day\nA | v2 | +5 | +90",
});

spec("Lesions at diagnosis are known where they were looked for from 90 days before to 30 days after diagnosis.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD",
    imaging: `imaging | patient | imaged_on
      i1 | A | -90
      i2 | B | +31
      i3 | C | +30
      i4 | D | +0`,
    lesion: `lesion | patient | bone | side
      n1 | A | tibia | left
      n2 | A | thoracic_vertebra | midline
      n3 | B | tibia | left
      n4 | C | tibia | right`,
    lesion_observation: `patient | imaging | lesion | state
      A | i1 | n1 | active
      A | i1 | n2 | new
      B | i2 | n3 | active
      C | i3 | n4 | not_visible`,
  },
  model: "child_profile",
  gives: `patient_no | lesions_at_diagnosis | multifocal_at_diagnosis | spine_at_diagnosis | whole_body_mri_at_diagnosis
    A | 2 | 1 | 1 | 1
    B | - | - | - | 0
    C | 0 | 0 | 0 | 1
    D | - | - | - | 1`,
});

spec(
  "A drug runs where its stop is not applicable or on the last day or later; a stop that is blank or unknown leaves it open.",
  {
    study,
    charts: {
      patient: `patient | last_contact_on
      A | +500
      B | +500
      C | +500
      D | +500
      E | +500`,
      treatment: `patient | drug | drug_class | started_on | stopped_on
      A | naproxen | nsaid | +0 | not applicable
      B | naproxen | nsaid | +0 | +499
      C | naproxen | nsaid | +0 | +500
      D | naproxen | nsaid | +0 | unknown
      E | ibuprofen | nsaid | +0 |
      E | naproxen | nsaid | +3 | not applicable`,
    },
    model: "class_profile",
    where: "line_class = 'nsaid'",
    gives: `patient_no | ever_given | runs_now | adverse_effect
    A | 1 | 1 | 0
    B | 1 | 0 | 0
    C | 1 | 1 | 0
    D | 1 | - | 0
    E | 1 | 1 | 0`,
  },
);

spec(
  "Children who were never given a class have it neither ever nor now, and no adverse effect that could be counted.",
  {
    study,
    charts: {
      treatment: "treatment | drug | drug_class | started_on | stopped_on\nt1 | pamidronate | bisphosphonate | +0 | +2",
      adverse_effect: "treatment | noticed_on | effect\nt1 | +1 | fever",
    },
    model: "class_profile",
    where: "line_class IN ('bisphosphonate', 'steroid')",
    gives: `line_class | ever_given | runs_now | adverse_effect
    steroid | 0 | 0 | -
    bisphosphonate | 1 | 0 | 1`,
  },
);

spec(
  "Classes are ordered by their first day, also before diagnosis; those begun on one day as NSAID, corticosteroid, DMARD, TNF-α inhibitor.",
  {
    study,
    charts: {
      patient: "patient | onset_on\nA | 2009-09-01\nB | 2009-09-01\nC | 2009-09-01",
      treatment: `patient | drug | drug_class | started_on
      A | etanercept | tnf_inhibitor | +10
      A | methotrexate | dmard | +10
      A | naproxen | nsaid | +40
      B | prednisolone | steroid | -5
      B | prednisolone | steroid | +90
      B | naproxen | nsaid | +0`,
    },
    model: "child_profile",
    gives: `patient_no | first_class | second_class | days_to_first_class | days_to_second_class
    A | dmard | tnf_inhibitor | 10 | 0
    B | steroid | nsaid | -5 | 5
    C | none | - | - | -`,
  },
);

spec(
  "A child is in the registry in each calendar year from diagnosis to the last contact, and seen where a visit lies in it.",
  {
    study,
    charts: {
      patient: "patient | diagnosed_on | onset_on | last_contact_on\nA | 2011-12-31 | 2011-11-01 | 2013-01-01",
      visit: "visited_on\n2012-12-31",
    },
    model: "child_year",
    gives: `calendar_year | seen
    2011 | 0
    2012 | 1
    2013 | 0`,
  },
);

spec(
  "A class is given in a year where a drug of it runs on a day of the year; after an unknown stop it is not known.",
  {
    study,
    charts: {
      patient: "patient | last_contact_on\nA | 2012-06-30\nB | 2012-06-30",
      treatment: `patient | drug | drug_class | started_on | stopped_on
      A | naproxen | nsaid | 2010-03-01 | 2011-01-01
      A | methotrexate | dmard | 2011-12-31 | not applicable
      B | naproxen | nsaid | 2011-05-01 | unknown`,
    },
    model: "class_year",
    where: "line_class IN ('nsaid', 'dmard')",
    gives: `patient_no | calendar_year | line_class | given_in_year
    A | 2010 | nsaid | 1
    A | 2011 | nsaid | 1
    A | 2012 | nsaid | 0
    A | 2010 | dmard | 0
    A | 2011 | dmard | 1
    A | 2012 | dmard | 1
    B | 2010 | nsaid | 0
    B | 2011 | nsaid | 1
    B | 2012 | nsaid | -
    B | 2010 | dmard | 0
    B | 2011 | dmard | 0
    B | 2012 | dmard | 0`,
  },
);

spec(
  "A core item of visits is read at the last visit only; a result of the laboratory counts where it was read at that visit.",
  {
    study,
    charts: {
      visit: `visit | visited_on | pain_nrs | weight_kg | chaq
      v1 | +0 | 4 | 30.5 | 0.5
      v2 | +90 | 0 | not done |`,
      laboratory: `visit | sampled_on | analyte | value | unit
      v2 | +90 | crp | 3 | mg/L
      v1 | +0 | esr | 20 | mm/h
      | +90 | esr | 10 | mm/h`,
    },
    model: "core_item_child",
    gives: `item | recorded
    pain | 1
    patient_global | 0
    physician_global | 0
    weight | 0
    esr | 0
    crp | 1
    chaq | 0
    whole_body_mri | 0
    lesion_count | 0
    drugs | 0`,
  },
);

spec("Of each visit all items of visits are counted, recorded or not.", {
  study,
  charts: { visit: "visit | visited_on | pain_nrs | physician_global_nrs\nv1 | +0 | 0 | unknown" },
  model: "core_item_visit",
  gives: `visit_no | item | recorded
    v1 | pain | 1
    v1 | patient_global | 0
    v1 | physician_global | 0
    v1 | weight | 0
    v1 | esr | 0
    v1 | crp | 0
    v1 | chaq | 0`,
});

spec("The year of enrolment is that of the first visit, without a visit that of diagnosis.", {
  study,
  charts: {
    patient: `patient | diagnosed_on | onset_on | last_contact_on
      A | 2011-02-01 | 2010-11-01 | 2014-01-01
      B | 2011-02-01 | 2010-11-01 | 2014-01-01`,
    visit: "patient | visited_on\nA | 2012-01-01\nA | 2013-01-01",
  },
  model: "child_profile",
  gives: `patient_no | diagnosis_year | enrolment_year | has_visit
    A | 2011 | 2012 | 1
    B | 2011 | 2011 | 0`,
});

spec("Each adverse effect stands with its severity and the drug held responsible; each drug of a child once.", {
  study,
  charts: {
    treatment: `treatment | drug | drug_class | started_on | stopped_on
      t1 | naproxen | nsaid | +0 | +9
      t2 | naproxen | nsaid | +20 | +29`,
    adverse_effect: "treatment | noticed_on | effect | severity\nt2 | +21 | abdominal_pain | unknown",
  },
  model: "effect_profile",
  gives: "effect | severity | drug | drug_class\nabdominal_pain | - | naproxen | nsaid",
});

spec("A drug given twice is one drug of the child.", {
  study,
  charts: {
    patient: "patient | last_contact_on\nA | +25",
    treatment: `treatment | drug | drug_class | started_on | stopped_on
      t1 | naproxen | nsaid | +0 | +9
      t2 | naproxen | nsaid | +20 | not applicable`,
  },
  model: "drug_course",
  gives: "patient_no | drug | follow_up_state | runs_now\nA | naproxen | in_follow_up | 1",
});

spec("All charts are counted, by what brought the child and by whether it is in the study.", {
  study,
  charts: { patient: "patient | cohort\nA | cno\nB | bacterial_osteomyelitis" },
  model: "chart_profile",
  gives: "patient_no | cohort | in_study\nA | cno | 1\nB | bacterial_osteomyelitis | 0",
});

spec("Whether any drug runs is not known where none is known to run and a stop is not known.", {
  study,
  charts: {
    patient: "patient | last_contact_on\nA | +500\nB | +500\nC | +500\nD | +500",
    treatment: `patient | drug | drug_class | started_on | stopped_on
      A | naproxen | nsaid | +0 | unknown
      A | methotrexate | dmard | +0 | not applicable
      B | naproxen | nsaid | +0 | unknown
      B | methotrexate | dmard | +0 | +10
      C | naproxen | nsaid | +0 | +10`,
  },
  model: "child_profile",
  gives: "patient_no | drug_runs_now\nA | 1\nB | -\nC | 0\nD | 0",
});
