-- One row per visit of a study patient: which core items were recorded at it; 1 yes, 0 no.
SELECT
  visit.visit_no,
  visit.patient_no,
  CASE WHEN visit.pain_nrs IS NULL THEN 0 ELSE 1 END AS pain,
  CASE WHEN visit.patient_global_nrs IS NULL THEN 0 ELSE 1 END AS patient_global,
  CASE WHEN visit.physician_global_nrs IS NULL THEN 0 ELSE 1 END AS physician_global,
  CASE WHEN visit.weight_kg_x10 IS NULL THEN 0 ELSE 1 END AS weight,
  CASE WHEN marker.esr_lowest_x1000 IS NULL THEN 0 ELSE 1 END AS esr,
  CASE WHEN marker.crp_lowest_x1000 IS NULL THEN 0 ELSE 1 END AS crp,
  CASE WHEN visit.chaq_x1000 IS NULL THEN 0 ELSE 1 END AS chaq
FROM visit
INNER JOIN study_patient ON study_patient.patient_no = visit.patient_no
LEFT JOIN visit_marker AS marker ON marker.visit_no = visit.visit_no
