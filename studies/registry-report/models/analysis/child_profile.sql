-- One row per study patient: enrolment, diagnosis, imaging at diagnosis, follow-up, treatment and the last visit; 1 yes, 0 no, null unknown.
SELECT
  study_patient.patient_no,
  patient.centre,
  study_patient.sex,
  diagnosis_year.year AS diagnosis_year,
  enrolment_year.year AS enrolment_year,
  study_patient.onset_epoch_day - study_patient.born_epoch_day AS age_at_onset_days,
  study_patient.diagnosed_epoch_day - study_patient.born_epoch_day AS age_at_diagnosis_days,
  study_patient.diagnosed_epoch_day - study_patient.onset_epoch_day AS delay_days,
  CASE WHEN reading.images_read > 0 THEN COALESCE(pattern.lesions_at_diagnosis, 0) END AS lesions_at_diagnosis,
  CASE
    WHEN reading.images_read > 0 AND pattern.lesions_at_diagnosis > 1 THEN 1
    WHEN reading.images_read > 0 THEN 0
  END AS multifocal_at_diagnosis,
  CASE WHEN reading.images_read > 0 THEN COALESCE(pattern.vertebral_at_diagnosis, 0) END AS spine_at_diagnosis,
  imaging.whole_body_mri_at_diagnosis,
  jansson.score,
  CASE WHEN jansson.score >= cut_off.at_least THEN 1 WHEN jansson.score IS NOT NULL THEN 0 END AS score_probable,
  study_patient.last_contact_epoch_day - study_patient.diagnosed_epoch_day AS follow_up_days,
  follow_up.now_on,
  follow_up.follow_up_state,
  follow_up.loss_reason,
  follow_up.days_unseen,
  standing.due_state,
  CASE WHEN standing.due_state = 'due' THEN 1 WHEN standing.due_state <> 'no_plan' THEN 0 END AS due_now,
  CASE WHEN standing.due_state = 'overdue' THEN 1 WHEN standing.due_state <> 'no_plan' THEN 0 END AS overdue_now,
  standing.missed_state,
  CASE WHEN visits.patient_no IS NULL THEN 0 ELSE 1 END AS has_visit,
  last_visit.pain_nrs AS pain_at_last,
  last_visit.patient_global_nrs AS patient_global_at_last,
  last_visit.physician_global_nrs AS physician_global_at_last,
  first_visit.pain_nrs AS pain_at_diagnosis,
  first_visit.patient_global_nrs AS patient_global_at_diagnosis,
  first_visit.physician_global_nrs AS physician_global_at_diagnosis,
  response.outcome_state AS state_at_last,
  CASE WHEN drug_now.patient_no IS NULL THEN 0 ELSE drug_now.runs_now END AS drug_runs_now,
  COALESCE(first_class.line_class, 'none') AS first_class,
  CASE WHEN first_class.patient_no IS NOT NULL THEN COALESCE(second_class.line_class, 'none') END AS second_class,
  first_class.start_epoch_day - study_patient.diagnosed_epoch_day AS days_to_first_class,
  second_class.start_epoch_day - first_class.start_epoch_day AS days_to_second_class
FROM study_patient
INNER JOIN patient ON patient.patient_no = study_patient.patient_no
INNER JOIN follow_up ON follow_up.patient_no = study_patient.patient_no
INNER JOIN plan_standing AS standing ON standing.patient_no = study_patient.patient_no
INNER JOIN jansson ON jansson.patient_no = study_patient.patient_no
CROSS JOIN protocol_score_cut_off AS cut_off
LEFT JOIN first_and_last_visit AS visits ON visits.patient_no = study_patient.patient_no
LEFT JOIN visit AS last_visit ON last_visit.visit_no = visits.last_visit_no
LEFT JOIN protocol_year AS diagnosis_year
  ON study_patient.diagnosed_epoch_day BETWEEN diagnosis_year.first_epoch_day AND diagnosis_year.last_epoch_day
LEFT JOIN protocol_year AS enrolment_year
  ON COALESCE(visits.first_visit_epoch_day, study_patient.diagnosed_epoch_day)
    BETWEEN enrolment_year.first_epoch_day AND enrolment_year.last_epoch_day
LEFT JOIN diagnosis_reading AS reading ON reading.patient_no = study_patient.patient_no
LEFT JOIN lesion_pattern AS pattern ON pattern.patient_no = study_patient.patient_no
LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = study_patient.patient_no
LEFT JOIN baseline_visit AS baseline ON baseline.patient_no = study_patient.patient_no
LEFT JOIN visit AS first_visit ON first_visit.visit_no = baseline.baseline_visit_no
LEFT JOIN response
  ON response.patient_no = study_patient.patient_no AND response.line_class = 'any' AND response.time_point = 'last'
LEFT JOIN drug_now ON drug_now.patient_no = study_patient.patient_no
LEFT JOIN treatment_order AS first_class ON first_class.patient_no = study_patient.patient_no AND first_class.place = 1
LEFT JOIN treatment_order AS second_class ON second_class.patient_no = study_patient.patient_no AND second_class.place = 2
WHERE cut_off.cut_off = 'probable'
