-- One row per study patient and class of drugs: whether it was ever given, runs now (null: a stop is not known), or had an adverse effect.
SELECT
  study_patient.patient_no,
  own_group.line_class,
  follow_up.follow_up_state,
  CASE WHEN course.patient_no IS NULL THEN 0 ELSE 1 END AS ever_given,
  CASE WHEN course.patient_no IS NULL THEN 0 ELSE course.runs_now END AS runs_now,
  course.adverse_effect
FROM study_patient
INNER JOIN follow_up ON follow_up.patient_no = study_patient.patient_no
INNER JOIN protocol_group AS own_group ON own_group.entry = 'drug'
LEFT JOIN class_course AS course ON course.patient_no = study_patient.patient_no AND course.line_class = own_group.line_class
