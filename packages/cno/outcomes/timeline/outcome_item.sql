-- One row per line, time point and item that outcome definitions ask for (patient_no, line_class, time_point, item): recorded at the start and at the time point; 1 yes, 0 no, null nothing to look at.
WITH seen AS (
  SELECT
    scale.patient_no,
    scale.line_class,
    scale.time_point,
    scale.visit_no,
    scale.baseline_visit_no,
    scale.pain_at_start,
    scale.pain,
    scale.patient_global_at_start,
    scale.patient_global,
    scale.physician_global_at_start,
    scale.physician_global,
    scale.clinical_lesions_at_start,
    scale.clinical_lesions,
    scale.chaq_at_start_x1000,
    scale.chaq_x1000,
    start_sign.esr_x1000 AS esr_at_start_x1000,
    sign.esr_x1000,
    sign.symptomatic,
    sign.subjective_change,
    start_sign.inflamed AS inflamed_at_start,
    sign.inflamed,
    start_visit.swelling AS swelling_at_start,
    visit.swelling,
    start_visit.redness AS redness_at_start,
    visit.redness,
    start_visit.heat AS heat_at_start,
    visit.heat,
    lesion.lesions_at_start,
    lesion.lesions,
    mri.missing_item AS mri_missing,
    CASE
      WHEN start_sign.inflamed IS NULL
        AND (start_sign.crp_lowest_x1000 IS NOT NULL AND start_sign.crp_elevated IS NULL
          OR start_sign.esr_lowest_x1000 IS NOT NULL AND start_sign.esr_elevated IS NULL)
        THEN 1
      ELSE 0
    END AS limit_at_start,
    CASE
      WHEN response.reason = 'marker-limit-only' THEN 1
      WHEN sign.inflamed IS NULL
        AND (sign.crp_lowest_x1000 IS NOT NULL AND sign.crp_elevated IS NULL
          OR sign.esr_lowest_x1000 IS NOT NULL AND sign.esr_elevated IS NULL)
        THEN 1
      ELSE 0
    END AS limit_at_time_point,
    CASE
      WHEN response.outcome_state = 'not_seen' AND response.reason = 'escalated-or-stopped-for-inefficacy' THEN 0
      ELSE 1
    END AS kept
  FROM line_scale AS scale
  INNER JOIN response
    ON response.patient_no = scale.patient_no
    AND response.line_class = scale.line_class
    AND response.time_point = scale.time_point
  INNER JOIN line_mri AS mri
    ON mri.patient_no = scale.patient_no
    AND mri.line_class = scale.line_class
    AND mri.time_point = scale.time_point
  INNER JOIN line_lesion_count AS lesion
    ON lesion.patient_no = scale.patient_no
    AND lesion.line_class = scale.line_class
    AND lesion.time_point = scale.time_point
  LEFT JOIN visit AS start_visit ON start_visit.visit_no = scale.baseline_visit_no
  LEFT JOIN visit ON visit.visit_no = scale.visit_no
  LEFT JOIN visit_sign AS start_sign ON start_sign.visit_no = scale.baseline_visit_no
  LEFT JOIN visit_sign AS sign ON sign.visit_no = scale.visit_no
),
item AS (
  SELECT DISTINCT item
  FROM protocol_outcome_need
)
SELECT
  seen.patient_no,
  seen.line_class,
  seen.time_point,
  item.item,
  CASE
    WHEN item.item = 'start_visit' THEN CASE WHEN seen.baseline_visit_no IS NULL THEN 0 ELSE 1 END
    WHEN seen.baseline_visit_no IS NULL THEN NULL
    WHEN item.item = 'pain' AND seen.pain_at_start IS NULL THEN 0
    WHEN item.item = 'patient_global' AND seen.patient_global_at_start IS NULL THEN 0
    WHEN item.item = 'physician_global' AND seen.physician_global_at_start IS NULL THEN 0
    WHEN item.item = 'clinical_lesions' AND seen.clinical_lesions_at_start IS NULL THEN 0
    WHEN item.item = 'chaq' AND seen.chaq_at_start_x1000 IS NULL THEN 0
    WHEN item.item = 'esr' AND seen.esr_at_start_x1000 IS NULL THEN 0
    WHEN item.item = 'marker' AND seen.limit_at_start = 1 THEN 0
    WHEN item.item = 'lesions' AND seen.lesions_at_start IS NULL THEN 0
    WHEN item.item = 'swelling' AND seen.inflamed_at_start IS NULL AND seen.swelling_at_start IS NULL THEN 0
    WHEN item.item = 'redness' AND seen.inflamed_at_start IS NULL AND seen.redness_at_start IS NULL THEN 0
    WHEN item.item = 'heat' AND seen.inflamed_at_start IS NULL AND seen.heat_at_start IS NULL THEN 0
    ELSE 1
  END AS at_start,
  CASE
    WHEN item.item = 'after_escalation' THEN seen.kept
    WHEN item.item IN ('mri', 'whole_body_mri') THEN CASE WHEN seen.mri_missing = item.item THEN 0 ELSE 1 END
    WHEN item.item = 'visit' THEN CASE WHEN seen.visit_no IS NULL THEN 0 ELSE 1 END
    WHEN seen.visit_no IS NULL THEN NULL
    WHEN item.item = 'pain' AND seen.pain IS NULL THEN 0
    WHEN item.item = 'symptoms' AND seen.symptomatic IS NULL THEN 0
    WHEN item.item = 'subjective_change' AND seen.subjective_change IS NULL THEN 0
    WHEN item.item = 'patient_global' AND seen.patient_global IS NULL THEN 0
    WHEN item.item = 'physician_global' AND seen.physician_global IS NULL THEN 0
    WHEN item.item = 'clinical_lesions' AND seen.clinical_lesions IS NULL THEN 0
    WHEN item.item = 'chaq' AND seen.chaq_x1000 IS NULL THEN 0
    WHEN item.item = 'esr' AND seen.esr_x1000 IS NULL THEN 0
    WHEN item.item = 'marker' AND seen.limit_at_time_point = 1 THEN 0
    WHEN item.item = 'lesions' AND seen.lesions IS NULL THEN 0
    WHEN item.item = 'swelling' AND seen.inflamed IS NULL AND seen.swelling IS NULL THEN 0
    WHEN item.item = 'redness' AND seen.inflamed IS NULL AND seen.redness IS NULL THEN 0
    WHEN item.item = 'heat' AND seen.inflamed IS NULL AND seen.heat IS NULL THEN 0
    ELSE 1
  END AS at_time_point
FROM seen
CROSS JOIN item
