import { spec } from "./run-spec.ts";

spec("Children diagnosed from January 1, 2004, to December 31, 2015, are in the study, both days included.", {
  charts: {
    patient: `patient | onset_on | diagnosed_on | last_contact_on
      A | 2003 | 2003-12-31 | 2016-06-01
      B | 2003 | 2004-01-01 | 2016-06-01
      C | 2015 | 2015-12-31 | 2016-06-01
      D | 2015 | 2016-01-01 | 2016-06-01`,
  },
  model: "study_patient",
  gives: "patient_no\nB\nC",
});

spec("A child whose consent was withdrawn is in no table; one whose consent nobody recorded is.", {
  charts: { patient: "patient | consent\nA | withdrawn\nB | unknown\nC | waived" },
  model: "study_patient",
  gives: "patient_no\nB\nC",
});

spec("Controls are kept apart by their cohort.", {
  charts: { patient: "patient | cohort\nA | cno\nB | bacterial_osteomyelitis" },
  model: "patient_profile",
  gives: "patient_no | cohort\nA | cno\nB | bacterial_osteomyelitis",
});
