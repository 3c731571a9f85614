-- One row per study patient with a plan: each condition of entry into a plan; 1 met, 0 not met, null unknown.
WITH biopsied AS (
  SELECT DISTINCT plan.patient_no
  FROM first_plan AS plan
  INNER JOIN biopsy ON biopsy.patient_no = plan.patient_no AND biopsy.taken_epoch_day <= plan.start_epoch_day
),
known AS (
  SELECT
    plan.patient_no,
    plan.start_epoch_day - patient.born_epoch_day AS age_days,
    COALESCE(imaging.whole_body, 0) AS whole_body,
    CASE WHEN COALESCE(imaging.recent_mri, 0) = 0 THEN 0 ELSE imaging.active_bone END AS active_bone,
    CASE WHEN COALESCE(imaging.recent_mri, 0) = 0 THEN 0 ELSE imaging.active_spine END AS active_spine,
    CASE WHEN nsaid.patient_no IS NULL THEN 0 ELSE nsaid.long_enough END AS nsaid,
    CASE
      WHEN sign.symptomatic = 1 AND visit.heat = 1 THEN 1
      WHEN sign.symptomatic = 0 OR visit.heat = 0 THEN 0
    END AS painful_and_warm,
    CASE
      WHEN biopsied.patient_no IS NOT NULL THEN 1
      WHEN manifestation.inflammatory_bowel_disease = 1 OR manifestation.psoriasis = 1 OR manifestation.palmoplantar_pustulosis = 1 THEN 1
      WHEN place.patient_no IS NULL THEN 0
      ELSE place.typical
    END AS told_apart
  FROM first_plan AS plan
  INNER JOIN study_patient AS patient ON patient.patient_no = plan.patient_no
  LEFT JOIN plan_imaging AS imaging ON imaging.patient_no = plan.patient_no
  LEFT JOIN nsaid_before AS nsaid ON nsaid.patient_no = plan.patient_no
  LEFT JOIN typical_place AS place ON place.patient_no = plan.patient_no
  LEFT JOIN biopsied ON biopsied.patient_no = plan.patient_no
  LEFT JOIN patient_manifestation AS manifestation ON manifestation.patient_no = plan.patient_no
  LEFT JOIN line_baseline AS baseline ON baseline.patient_no = plan.patient_no AND baseline.line_class = plan.line_class
  LEFT JOIN visit_sign AS sign ON sign.visit_no = baseline.baseline_visit_no
  LEFT JOIN visit ON visit.visit_no = baseline.baseline_visit_no
),
disease AS (
  SELECT
    patient_no,
    age_days,
    whole_body,
    active_bone,
    active_spine,
    nsaid,
    told_apart,
    CASE
      WHEN active_bone = 1 OR painful_and_warm = 1 THEN 1
      WHEN active_bone = 0 AND painful_and_warm = 0 THEN 0
    END AS active
  FROM known
)
SELECT
  disease.patient_no,
  CASE WHEN disease.age_days <= rule.oldest_at_most_days THEN 1 WHEN disease.age_days IS NOT NULL THEN 0 END AS age,
  disease.active_bone AS oedema,
  disease.whole_body,
  CASE
    WHEN disease.active_spine = 1 OR (disease.nsaid = 1 AND disease.active = 1) THEN 1
    WHEN disease.active_spine = 0 AND (disease.nsaid = 0 OR disease.active = 0) THEN 0
  END AS active,
  disease.told_apart
FROM disease
CROSS JOIN protocol_rule AS rule
