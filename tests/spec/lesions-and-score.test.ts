import { spec } from "./run-spec.ts";

const NSAID = "treatment | drug | drug_class | started_on\nt1 | naproxen | nsaid | +0";

spec(
  "An MRI shows a new lesion, or else remaining activity, or else no visible lesion; the closest to a year after the start counts.",
  {
    charts: {
      treatment: NSAID,
      imaging: "imaging | imaged_on\ni1 | +100\ni2 | +350\ni3 | +401",
      lesion: "lesion\nn1\nn2",
      lesion_observation: `imaging | lesion | state
      i1 | n1 | new
      i2 | n1 | remaining
      i2 | n2 | not_visible
      i3 | n2 | new`,
    },
    model: "radiology",
    where: "line_class = 'nsaid'",
    gives: "imaging_no | day | outcome_radiological\ni2 | 350 | remaining_activity",
  },
);

spec("Under NSAID only whole-body MRI count, under other lines regional ones as well.", {
  charts: {
    treatment: `${NSAID}\nt2 | prednisolone | steroid | +0`,
    imaging: "imaging | imaged_on | modality\ni1 | +365 | regional_mri",
    lesion: "lesion\nn1",
    lesion_observation: "imaging | lesion | state\ni1 | n1 | not_visible",
  },
  model: "radiology",
  where: "line_class <> 'any'",
  gives: `line_class | outcome_radiological
    nsaid | no_mri
    steroid | no_visible_lesion`,
});

spec(
  "Lesions at diagnosis are those visible from 90 days before to 30 days after it; one later makes the course multifocal, not the diagnosis.",
  {
    charts: {
      imaging: "imaging | imaged_on\ni1 | +30\ni2 | +31",
      lesion: "lesion\nn1\nn2",
      lesion_observation: "imaging | lesion | state\ni1 | n1 | active\ni2 | n2 | new",
    },
    model: "patient_profile",
    gives: "lesion_count | unifocal_at_diagnosis | multifocal_ever\n2 | 1 | 1",
  },
);

spec("Symptoms of 14 to 90 days are subacute, of 91 and more chronic, shorter ones neither.", {
  charts: { patient: "patient | onset_on\nA | -13\nB | -14\nC | -90\nD | -91" },
  model: "patient_stratum",
  gives: `patient_no | presentation
    A | unclassified
    B | subacute
    C | subacute
    D | chronic`,
});

const SCORED = {
  visit: "visit | visited_on | temperature_cel\nv1 | +0 | 36.6",
  imaging: "imaging | imaged_on\ni1 | +0",
  lesion: "lesion | bone | side\nn1 | tibia | left\nn2 | tibia | right\nn3 | clavicle | left",
  lesion_observation: `imaging | lesion | state | marginal_sclerosis
    i1 | n1 | active | yes
    i1 | n2 | active | no
    i1 | n3 | active | no`,
};
const BLOOD = `laboratory | sampled_on | analyte | value | unit | lower_limit | upper_limit
  b1 | +0 | leukocytes | 8 | 10*9/L | 4.5 | 12.5
  b2 | +0 | thrombocytes | 300 | 10*9/L | 150 | 400`;

spec("All seven findings give 63 points: 13, 10, 10, 9, 8, 7 and 6.", {
  charts: { ...SCORED, laboratory: `${BLOOD}\nb3 | +0 | crp | 10 | mg/L | | 5` },
  model: "jansson",
  gives: "score | score_lowest | score_highest\n63 | 63 | 63",
});

spec("An item that is not known leaves a range: without CRP from 57 to 63, and no score.", {
  charts: { ...SCORED, laboratory: BLOOD },
  model: "jansson",
  gives: "crp_at_least_10 | score | score_lowest | score_highest\n- | - | 57 | 63",
});

spec("A blood count with one value out of its limits is not normal, with one value alone not known.", {
  charts: {
    patient: "patient\nA\nB",
    laboratory: `laboratory | patient | sampled_on | analyte | value | unit | lower_limit | upper_limit
      b1 | A | +0 | leukocytes | 13 | 10*9/L | 4.5 | 12.5
      b2 | B | +0 | leukocytes | 8 | 10*9/L | 4.5 | 12.5`,
  },
  model: "jansson",
  gives: "patient_no | normal_blood_count\nA | 0\nB | -",
});

spec("Without imaging or a temperature the lesions and that item are open: 19 known points, 63 at most.", {
  charts: { laboratory: `${BLOOD}\nb3 | +0 | crp | 12 | mg/L | | 5` },
  model: "jansson",
  gives: "normal_temperature | typical_place | score | score_lowest | score_highest\n- | - | - | 19 | 63",
});

spec("A normal temperature is one of 38.0 °C or less; a CRP below 10 mg/l earns nothing.", {
  charts: {
    patient: "patient\nA\nB",
    visit: "visit | patient | visited_on | temperature_cel\nv1 | A | +0 | 38.0\nv2 | B | +0 | 38.1",
    laboratory: `laboratory | patient | sampled_on | analyte | value | unit
      b1 | A | +0 | crp | 10 | mg/L
      b2 | B | +0 | crp | 9.9 | mg/L`,
  },
  model: "jansson",
  gives: "patient_no | normal_temperature | crp_at_least_10\nA | 1 | 1\nB | 0 | 0",
});

spec(
  "Symmetric is the same bone on both sides; a vertebra, the clavicle and the sternum are typical places, ribs are not.",
  {
    charts: {
      patient: "patient\nA\nB\nC\nD",
      imaging: "imaging | patient | imaged_on\ni1 | A | +0\ni2 | B | +0\ni3 | C | +0\ni4 | D | +0",
      lesion: `lesion | patient | bone | side
      n1 | A | tibia | left
      n2 | A | femur | right
      n3 | B | rib | left
      n4 | B | rib | right
      n5 | C | thoracic_vertebra | midline
      n6 | D | sternum | midline`,
      lesion_observation: `patient | imaging | lesion | state
      A | i1 | n1 | active
      A | i1 | n2 | active
      B | i2 | n3 | active
      B | i2 | n4 | active
      C | i3 | n5 | active
      D | i4 | n6 | active`,
    },
    model: "jansson",
    gives: `patient_no | symmetric_lesions | typical_place | more_than_one_lesion
    A | 0 | 0 | 1
    B | 1 | 0 | 1
    C | 0 | 1 | 0
    D | 0 | 1 | 0`,
  },
);

spec("A new lesion counts before remaining activity; of two MRI equally close to a year the earlier counts.", {
  charts: {
    treatment: NSAID,
    imaging: "imaging | imaged_on\ni1 | +375\ni2 | +355",
    lesion: "lesion\nn1\nn2",
    lesion_observation: `imaging | lesion | state
      i1 | n1 | not_visible
      i2 | n1 | active
      i2 | n2 | new`,
  },
  model: "radiology",
  where: "line_class = 'nsaid'",
  gives: "imaging_no | day | outcome_radiological\ni2 | 355 | new_lesion",
});

spec("The MRI lies from day 60 to day 400 of the line, both days included.", {
  charts: {
    treatment: `treatment | drug | drug_class | started_on
      t1 | naproxen | nsaid | +0
      t2 | prednisolone | steroid | +1
      t3 | pamidronate | bisphosphonate | +401`,
    imaging: "imaging | imaged_on\ni1 | +60\ni2 | +801",
  },
  model: "radiology",
  where: "line_class <> 'any'",
  gives: `line_class | imaging_no | day | outcome_radiological
    nsaid | i1 | 60 | no_visible_lesion
    steroid | - | - | no_mri
    bisphosphonate | i2 | 400 | no_visible_lesion`,
});

spec("The spine one year after diagnosis is read on the closest MRI among those that looked at a vertebral lesion.", {
  charts: {
    imaging: "imaging | imaged_on\ni1 | +365\ni2 | +547\ni3 | +548",
    lesion: "lesion | bone | side\nn1 | tibia | left\nn2 | thoracic_vertebra | midline",
    lesion_observation: `imaging | lesion | state
      i1 | n1 | active
      i2 | n2 | not_visible
      i3 | n2 | active`,
  },
  model: "patient_profile",
  gives: "vertebral_active_after_one_year\n0",
});

spec("A blood count whose laboratory gives no limits is not known, and leaves a range of 13 points.", {
  charts: {
    laboratory: `laboratory | sampled_on | analyte | value | unit
      b1 | +0 | leukocytes | 8 | GPt/L
      b2 | +0 | thrombocytes | 300 | GPt/L`,
  },
  model: "jansson",
  gives: "normal_blood_count | score\n- | -",
});

spec("A blood count of which no more than a limit is known is normal or not where every value on its side is.", {
  charts: {
    patient: "patient\nA\nB\nC",
    laboratory: `laboratory | patient | sampled_on | analyte | comparator | value | unit | lower_limit | upper_limit
      b1 | A | +0 | leukocytes | below | 4.5 | 10*9/L | 4.5 | 12.5
      b2 | B | +0 | leukocytes | above | 12.5 | 10*9/L | 4.5 | 12.5
      b3 | C | +0 | leukocytes | above | 10 | 10*9/L | 4.5 | 12.5
      b4 | C | +0 | thrombocytes | | 300 | 10*9/L | 150 | 400`,
  },
  model: "baseline_marker",
  gives:
    "patient_no | leukocytes_x1000 | leukocytosis | normal_blood_count\nA | - | 0 | 0\nB | - | 1 | 0\nC | - | - | -",
});

spec(
  "A CRP below a limit earns nothing where the limit is 10 mg/l or less, and leaves a range of 6 points where it is more.",
  {
    charts: {
      patient: "patient\nA\nB",
      laboratory: `laboratory | patient | sampled_on | analyte | comparator | value | unit
      b1 | A | +0 | crp | below | 10 | mg/L
      b2 | B | +0 | crp | below | 10.1 | mg/L`,
    },
    model: "jansson",
    gives: "patient_no | crp_at_least_10 | score_lowest | score_highest\nA | 0 | 0 | 57\nB | - | 0 | 63",
  },
);
