-- One row per line and visit after its start: the clinical state of the visit against the line's baseline.
WITH started AS (
  SELECT
    line.patient_no,
    line.line_class,
    line.start_epoch_day,
    baseline.baseline_visit_no,
    sign.inflamed,
    sign.crp_lowest_x1000,
    sign.crp_highest_x1000,
    sign.crp_elevated,
    sign.esr_lowest_x1000,
    sign.esr_highest_x1000,
    sign.esr_elevated,
    sign.local_signs
  FROM line
  LEFT JOIN line_baseline AS baseline ON baseline.patient_no = line.patient_no AND baseline.line_class = line.line_class
  LEFT JOIN visit_sign AS sign ON sign.visit_no = baseline.baseline_visit_no
),
compared AS (
  SELECT
    started.patient_no,
    started.line_class,
    sign.visit_no,
    sign.visited_epoch_day,
    sign.visited_epoch_day - started.start_epoch_day AS day,
    sign.subjective_change,
    sign.symptomatic,
    sign.inflamed,
    sign.inflamed_by_limit,
    sign.crp_laboratory_no,
    sign.esr_laboratory_no,
    started.baseline_visit_no,
    started.inflamed AS baseline_inflamed,
    CASE WHEN started.crp_elevated = 1 AND sign.crp_highest_x1000 < started.crp_lowest_x1000 THEN 1 ELSE 0 END AS crp_reduced,
    CASE
      WHEN started.crp_elevated = 1
        AND sign.crp_lowest_x1000 < COALESCE(started.crp_highest_x1000, sign.crp_lowest_x1000 + 1)
        THEN 1
      ELSE 0
    END AS crp_maybe_reduced,
    CASE WHEN started.esr_elevated = 1 AND sign.esr_highest_x1000 < started.esr_lowest_x1000 THEN 1 ELSE 0 END AS esr_reduced,
    CASE
      WHEN started.esr_elevated = 1
        AND sign.esr_lowest_x1000 < COALESCE(started.esr_highest_x1000, sign.esr_lowest_x1000 + 1)
        THEN 1
      ELSE 0
    END AS esr_maybe_reduced,
    CASE WHEN started.local_signs > 0 AND sign.local_signs_at_most < started.local_signs THEN 1 ELSE 0 END AS local_signs_reduced
  FROM started
  INNER JOIN visit_sign AS sign ON sign.patient_no = started.patient_no AND sign.visited_epoch_day > started.start_epoch_day
)
SELECT
  patient_no,
  line_class,
  visit_no,
  visited_epoch_day,
  day,
  CASE
    WHEN symptomatic = 0 AND inflamed = 0 THEN 'full_remission'
    WHEN symptomatic = 0 AND inflamed_by_limit = 1 THEN 'undetermined'
    WHEN subjective_change = 'improved' AND crp_reduced + esr_reduced + local_signs_reduced > 0 THEN 'partial_remission'
    WHEN subjective_change = 'improved' AND baseline_inflamed = 0 AND inflamed = 0 THEN 'partial_remission'
    WHEN subjective_change = 'improved' AND (baseline_inflamed IS NULL OR inflamed IS NULL) THEN 'undetermined'
    WHEN subjective_change = 'improved' AND crp_maybe_reduced + esr_maybe_reduced > 0 THEN 'undetermined'
    WHEN subjective_change IS NULL THEN 'undetermined'
    ELSE 'active'
  END AS state,
  CASE
    WHEN symptomatic = 0 AND inflamed = 0 THEN 'no-signs'
    WHEN symptomatic = 0 AND inflamed_by_limit = 1 THEN 'marker-limit-only'
    WHEN subjective_change = 'improved' AND crp_reduced = 1 THEN 'improved-crp-reduced'
    WHEN subjective_change = 'improved' AND esr_reduced = 1 THEN 'improved-esr-reduced'
    WHEN subjective_change = 'improved' AND local_signs_reduced = 1 THEN 'improved-local-signs-reduced'
    WHEN subjective_change = 'improved' AND baseline_inflamed = 0 AND inflamed = 0 THEN 'improved-never-inflamed'
    WHEN subjective_change = 'improved' AND baseline_visit_no IS NULL THEN 'no-baseline-visit'
    WHEN subjective_change = 'improved' AND (baseline_inflamed IS NULL OR inflamed IS NULL) THEN 'inflammation-not-recorded'
    WHEN subjective_change = 'improved' AND crp_maybe_reduced + esr_maybe_reduced > 0 THEN 'marker-limit-only'
    WHEN subjective_change IS NULL THEN 'change-not-recorded'
    WHEN subjective_change = 'improved' THEN 'improved-inflammation-not-reduced'
    ELSE 'not-improved'
  END AS reason,
  baseline_visit_no,
  crp_laboratory_no,
  esr_laboratory_no
FROM compared
