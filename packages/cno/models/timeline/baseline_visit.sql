-- One row per study patient with a visit around diagnosis: the signs of that visit.
SELECT
  study_patient.patient_no,
  visit.visit_no AS baseline_visit_no,
  sign.local_signs,
  sign.fever,
  sign.crp_elevated,
  sign.esr_elevated,
  CASE
    WHEN visit.reduced_range = 1 OR visit.abnormal_gait = 1 THEN 1
    WHEN visit.reduced_range = 0 AND visit.abnormal_gait = 0 THEN 0
  END AS loss_of_function,
  CASE WHEN sign.local_signs > 0 THEN 1 WHEN sign.local_signs = 0 THEN 0 END AS local_inflammation,
  CASE WHEN sign.crp_elevated = 1 OR sign.esr_elevated = 1 THEN 1 WHEN sign.crp_elevated = 0 AND sign.esr_elevated = 0 THEN 0 END AS marker_elevated,
  visit.painful_sites,
  visit.painful_lower_extremity
FROM study_patient
INNER JOIN line_baseline AS baseline ON baseline.patient_no = study_patient.patient_no
INNER JOIN protocol_group AS own_group ON own_group.line_class = baseline.line_class AND own_group.entry = 'diagnosis'
INNER JOIN visit_sign AS sign ON sign.visit_no = baseline.baseline_visit_no
INNER JOIN visit ON visit.visit_no = baseline.baseline_visit_no
