-- One row per visit of a study patient: subjective and objective signs of inflammation; 1 present, 0 absent, null unknown.
WITH sign AS (
  SELECT
    visit.visit_no,
    visit.patient_no,
    visit.visited_epoch_day,
    visit.subjective_change,
    visit.pain_nrs,
    visit.painful_sites,
    visit.swelling + visit.redness + visit.heat AS all_local_signs,
    COALESCE(visit.swelling, 0) + COALESCE(visit.redness, 0) + COALESCE(visit.heat, 0) AS known_local_signs,
    COALESCE(visit.swelling, 1) + COALESCE(visit.redness, 1) + COALESCE(visit.heat, 1) AS local_signs_at_most,
    CASE WHEN visit.temperature_cel_x10 > rule.fever_above_cel_x10 THEN 1 WHEN visit.temperature_cel_x10 IS NOT NULL THEN 0 END AS fever,
    marker.crp_x1000,
    marker.crp_lowest_x1000,
    marker.crp_highest_x1000,
    marker.crp_elevated,
    marker.crp_laboratory_no,
    marker.esr_x1000,
    marker.esr_lowest_x1000,
    marker.esr_highest_x1000,
    marker.esr_elevated,
    marker.esr_laboratory_no
  FROM visit
  INNER JOIN study_patient ON study_patient.patient_no = visit.patient_no
  CROSS JOIN protocol_rule AS rule
  LEFT JOIN visit_marker AS marker ON marker.visit_no = visit.visit_no
)
SELECT
  visit_no,
  patient_no,
  visited_epoch_day,
  subjective_change,
  CASE
    WHEN pain_nrs > 0 OR painful_sites > 0 THEN 1
    WHEN pain_nrs = 0 OR painful_sites = 0 THEN 0
  END AS symptomatic,
  CASE WHEN all_local_signs IS NOT NULL OR known_local_signs > 0 THEN known_local_signs END AS local_signs,
  local_signs_at_most,
  fever,
  crp_x1000,
  crp_lowest_x1000,
  crp_highest_x1000,
  crp_elevated,
  crp_laboratory_no,
  esr_x1000,
  esr_lowest_x1000,
  esr_highest_x1000,
  esr_elevated,
  esr_laboratory_no,
  CASE
    WHEN known_local_signs > 0 OR fever = 1 OR crp_elevated = 1 OR esr_elevated = 1 THEN 1
    WHEN crp_lowest_x1000 IS NOT NULL AND crp_elevated IS NULL THEN NULL
    WHEN esr_lowest_x1000 IS NOT NULL AND esr_elevated IS NULL THEN NULL
    WHEN all_local_signs = 0 THEN 0
  END AS inflamed,
  CASE
    WHEN all_local_signs = 0
      AND COALESCE(fever, 0) = 0
      AND COALESCE(crp_elevated, 0) = 0
      AND COALESCE(esr_elevated, 0) = 0
      AND (crp_lowest_x1000 IS NOT NULL AND crp_elevated IS NULL OR esr_lowest_x1000 IS NOT NULL AND esr_elevated IS NULL)
      THEN 1
    ELSE 0
  END AS inflamed_by_limit
FROM sign
