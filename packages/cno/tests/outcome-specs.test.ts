import { spec } from "../../../tests/spec/run-spec.ts";
import { study } from "./outcome-study.ts";

const AT_3_MONTHS = "line_class = 'any' AND time_point = 'month3'";

spec("CDAS adds pain, patient global and clinical lesions; without one of them there is none, and a 0 is a value.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD\nE",
    visit: `patient | visited_on | pain_nrs | patient_global_nrs | clinical_lesions
    A | +91 | 3 | 4 | 2
    B | +91 | 0 | 0 | 0
    C | +91 | unknown | 4 | 2
    D | +91 | 3 | 4 | not done
    E | +91 | 10 | 10 | 14`,
  },
  model: "outcome_profile",
  where: AT_3_MONTHS,
  gives: `patient_no | cdas | cdas_fall
  A | 9 | -
  B | 0 | -
  C | - | -
  D | - | -
  E | 34 | -`,
});

spec("CDAS has improved from 2.5 lower on, so by 3 points; a score below 2.5 at day 0 cannot improve.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD\nE\nF\nG",
    visit: `patient | visited_on | pain_nrs | patient_global_nrs | clinical_lesions
    A | +0 | 3 | 0 | 0
    A | +91 | 0 | 0 | 0
    B | +0 | 3 | 0 | 0
    B | +91 | 1 | 0 | 0
    C | +0 | 0 | 0 | 0
    C | +91 | 0 | 0 | 0
    D | +0 | 2 | 0 | 0
    D | +91 | 0 | 0 | 0
    E | +0 | 5 | 5 | 5
    E | +91 | 5 | 5 | 6
    F | +0 | 5 | 5 | unknown
    F | +91 | 0 | 0 | 0
    G | +15 | 5 | 5 | 5
    G | +91 | 0 | 0 | 0`,
  },
  model: "outcome_profile",
  where: AT_3_MONTHS,
  gives: `patient_no | cdas | cdas_fall
  A | 0 | 1
  B | 1 | 0
  C | 0 | 0
  D | 0 | 0
  E | 16 | 0
  F | 0 | -
  G | 0 | -`,
});

spec(
  "Severe disease is a physician global of 4 or more, low pain a pain of at most 1; what is not recorded is neither.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD",
      visit: `patient | visited_on | physician_global_nrs | pain_nrs
    A | +91 | 4 | 1
    B | +91 | 3 | 2
    C | +91 | 0 | 0
    D | +91 | unknown | not done`,
    },
    model: "outcome_profile",
    where: AT_3_MONTHS,
    gives: `patient_no | severe_disease | low_pain
  A | 1 | 1
  B | 0 | 0
  C | 0 | 1
  D | - | -`,
  },
);

spec("Where windows meet, day 136 is of month 3 and day 137 of month 6, for every definition and for the MRI alike.", {
  study,
  charts: {
    patient: "patient\nA\nB",
    visit: `patient | visited_on | pain_nrs | patient_global_nrs | physician_global_nrs | chaq | clinical_lesions | swelling | redness | heat
    A | +0 | 8 | 8 | 8 | 2 | 4 | no | no | no
    A | +136 | 0 | 0 | 0 | 0 | 0 | no | no | no
    B | +0 | 8 | 8 | 8 | 2 | 4 | no | no | no
    B | +137 | 0 | 0 | 0 | 0 | 0 | no | no | no`,
    imaging: "imaging | patient | imaged_on\ni1 | A | +136\ni2 | B | +137",
    lesion: "lesion | patient\nn1 | A\nn2 | B",
    lesion_observation: `patient | imaging | lesion | state
    A | i1 | n1 | not_visible
    B | i2 | n2 | not_visible`,
  },
  model: "outcome_profile",
  where: "line_class = 'any' AND time_point <> 'last'",
  gives: `patient_no | time_point | full_remission | pedcno30 | pedcno90 | cdas | cdas_fall | severe_disease | low_pain | mri_inactive
  A | month3 | 1 | 1 | 1 | 0 | 1 | 0 | 1 | 1
  A | month6 | - | - | - | - | - | - | - | -
  B | month3 | - | - | - | - | - | - | - | -
  B | month6 | 1 | 1 | 1 | 0 | 1 | 0 | 1 | 1`,
});

spec(
  "PedCNO of every level: an item that was 0 cannot improve and is worse above 0; with two items known there is no answer.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD",
      visit: `patient | visited_on | patient_global_nrs | physician_global_nrs | chaq | painful_sites
    A | +0 | 0 | 10 | 1 | 0
    A | +91 | 0 | 1 | 0.1 | 0
    B | +0 | 10 | 10 | unknown | 0
    B | +91 | 1 | 1 | 0 | 0
    C | +0 | 10 | 10 | 1 | 0
    C | +91 | 3 | 3 | 0.3 | 0
    D | +0 | 0 | 0 | 0 | 0
    D | +91 | 0 | 0 | 0 | 0`,
    },
    model: "outcome_profile",
    where: AT_3_MONTHS,
    gives: `patient_no | pedcno30 | pedcno50 | pedcno70 | pedcno90
  A | 0 | 0 | 0 | 0
  B | - | - | - | -
  C | 1 | 1 | 1 | 0
  D | 0 | 0 | 0 | 0`,
  },
);

spec("Inactive by MRI: the whole-body MRI closest to the time point decides; a regional one only shows activity.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD\nE\nF\nG",
    imaging: `imaging | patient | imaged_on | modality
    i1 | A | +91 | whole_body_mri
    i2 | B | +91 | regional_mri
    i3 | C | +91 | regional_mri
    i4 | D | +91 | regional_mri
    i5 | D | +40 | whole_body_mri
    i6 | E | +91 | whole_body_mri
    i7 | F | +90 | whole_body_mri
    i8 | F | +92 | whole_body_mri
    i9 | G | +91 | scintigraphy`,
    lesion: "lesion | patient\nn1 | A\nn2 | B\nn3 | C\nn4 | D\nn5 | F\nn6 | G",
    lesion_observation: `patient | imaging | lesion | state
    A | i1 | n1 | remaining
    B | i2 | n2 | not_visible
    C | i3 | n3 | active
    D | i4 | n4 | active
    D | i5 | n4 | not_visible
    F | i7 | n5 | not_visible
    F | i8 | n5 | new
    G | i9 | n6 | not_visible`,
  },
  model: "line_mri",
  where: AT_3_MONTHS,
  gives: `patient_no | mri_inactive | missing_item
  A | 0 | -
  B | - | whole_body_mri
  C | 0 | -
  D | 1 | -
  E | - | mri
  F | 1 | -
  G | - | mri`,
});

spec(
  "States are those of the study: each is met by its own and not met by the others; what is not told is not known.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD\nE",
      treatment: `patient | drug | drug_class | started_on
    D | methotrexate | dmard | -10
    D | adalimumab | tnf_inhibitor | +60`,
      visit: `patient | visited_on | pain_nrs | swelling | redness | heat | subjective_change
    A | +91 | 0 | no | no | no | improved
    B | +0 | 5 | yes | yes | no | unchanged
    B | +91 | 1 | yes | no | no | improved
    C | +91 | 5 | yes | no | no | worse
    D | +91 | 0 | no | no | no | improved
    E | +91 | 0 | unknown | no | no | unknown`,
    },
    model: "outcome_profile",
    where: "time_point = 'month3' AND line_class <> 'tnf_inhibitor'",
    gives: `patient_no | line_class | full_remission | partial_remission | any_remission | relapse | inefficacy
  A | any | 1 | 0 | 1 | 0 | 0
  B | any | 0 | 1 | 1 | 0 | 0
  C | any | 0 | 0 | 0 | 0 | 0
  D | any | 1 | 0 | 1 | 0 | 0
  D | methotrexate | 0 | 0 | 0 | 0 | 1
  E | any | - | - | - | - | -`,
  },
);

spec("What is not known names what it lacks: a visit, else the items that were not recorded, and when.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC\nD",
    visit: `patient | visited_on | pain_nrs | patient_global_nrs | clinical_lesions
    A | +0 | 3 | 4 | 2
    B | +91 | 3 | 4 | 2
    C | +0 | 3 | unknown | unknown
    C | +91 | 3 | 4 | not done
    D | +0 | 3 | 4 | 2
    D | +91 | 3 | 4 | 2`,
  },
  model: "outcome_missing",
  where: `${AT_3_MONTHS} AND definition IN ('cdas', 'cdas_fall')`,
  gives: `patient_no | definition | missing_item | missing_at
  A | cdas | visit | time_point
  A | cdas_fall | visit | time_point
  B | cdas_fall | start_visit | start
  C | cdas | clinical_lesions | time_point
  C | cdas_fall | patient_global | start
  C | cdas_fall | clinical_lesions | both`,
});

spec("A relapse stays the state of later time points, and each level of PedCNO is a definition of its own.", {
  study,
  charts: {
    patient: "patient\nA",
    visit: `visit | patient | visited_on | pain_nrs | swelling | redness | heat | subjective_change | patient_global_nrs | physician_global_nrs | chaq
    v1 | A | +0 | 10 | no | no | no | unchanged | 10 | 10 | 1
    v2 | A | +40 | 0 | no | no | no | improved | 10 | 10 | 1
    v3 | A | +91 | 5 | no | no | no | worse | 4 | 4 | 0.4
    v4 | A | +183 | 0 | no | no | no | improved | 1 | 1 | 0.1`,
    imaging: "imaging | patient | imaged_on\ni1 | A | +91",
    lesion: "lesion | patient\nn1 | A",
    lesion_observation: "patient | imaging | lesion | state\nA | i1 | n1 | new",
  },
  model: "outcome_profile",
  where: "line_class = 'any' AND time_point <> 'last'",
  gives: `time_point | full_remission | relapse | pedcno30 | pedcno50 | pedcno70 | pedcno90 | mri_inactive
  month3 | 0 | 1 | 1 | 1 | 0 | 0 | 0
  month6 | 0 | 1 | 1 | 1 | 1 | 1 | -`,
});

spec("Who is severely ill is not well, who has little pain is; a number makes nobody well or ill.", {
  study,
  charts: {
    visit: `patient | visited_on | physician_global_nrs | pain_nrs | patient_global_nrs | clinical_lesions
    A | +91 | 4 | 1 | 1 | 1`,
  },
  model: "outcome_answer",
  where: `${AT_3_MONTHS} AND definition IN ('severe_disease', 'low_pain', 'cdas', 'mri_inactive')`,
  gives: `definition | value | is_well
  severe_disease | 1 | 0
  low_pain | 1 | 1
  cdas | 3 | -
  mri_inactive | - | -`,
});
