-- One row per line and time point: scales of the visit around the start of the line and of that of the time point, and CDAS of each; null not known.
SELECT
  point.patient_no,
  point.line_class,
  point.time_point,
  point.visit_no,
  baseline.baseline_visit_no,
  start_visit.pain_nrs AS pain_at_start,
  visit.pain_nrs AS pain,
  start_visit.patient_global_nrs AS patient_global_at_start,
  visit.patient_global_nrs AS patient_global,
  start_visit.physician_global_nrs AS physician_global_at_start,
  visit.physician_global_nrs AS physician_global,
  start_visit.clinical_lesions AS clinical_lesions_at_start,
  visit.clinical_lesions,
  start_visit.chaq_x1000 AS chaq_at_start_x1000,
  visit.chaq_x1000,
  CAST(start_visit.pain_nrs + start_visit.patient_global_nrs + start_visit.clinical_lesions AS INTEGER) AS cdas_at_start,
  CAST(visit.pain_nrs + visit.patient_global_nrs + visit.clinical_lesions AS INTEGER) AS cdas
FROM line_time_point AS point
LEFT JOIN line_baseline AS baseline ON baseline.patient_no = point.patient_no AND baseline.line_class = point.line_class
LEFT JOIN visit AS start_visit ON start_visit.visit_no = baseline.baseline_visit_no
LEFT JOIN visit ON visit.visit_no = point.visit_no
