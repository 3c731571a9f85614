-- One row per study patient with a plan: the plan, whether the child fulfils its conditions, the child at day 0, and the time to a further plan.
WITH eligibility AS (
  SELECT
    patient_no,
    COUNT(*) FILTER (WHERE condition_state = 'not_met') AS not_met,
    COUNT(*) FILTER (WHERE condition_state = 'not_known') AS not_known
  FROM plan_condition
  GROUP BY patient_no
)
SELECT
  plan.patient_no,
  plan.line_class,
  CASE
    WHEN eligibility.not_met > 0 THEN 'not_eligible'
    WHEN eligibility.not_known > 0 THEN 'undecided'
    ELSE 'eligible'
  END AS eligibility,
  CAST(eligibility.not_met AS INTEGER) AS conditions_not_met,
  patient.sex,
  plan.start_epoch_day - patient.born_epoch_day AS age_days,
  plan.start_epoch_day - patient.diagnosed_epoch_day AS days_from_diagnosis,
  visit.pain_nrs,
  visit.patient_global_nrs,
  visit.physician_global_nrs,
  visit.chaq_x1000,
  sign.esr_x1000,
  sign.crp_x1000,
  CASE WHEN imaging.recent_mri = 1 THEN imaging.active_spine END AS active_spine,
  CASE
    WHEN plan.further_epoch_day IS NOT NULL THEN plan.further_epoch_day - plan.start_epoch_day
    WHEN patient.last_contact_epoch_day >= plan.start_epoch_day THEN patient.last_contact_epoch_day - plan.start_epoch_day
  END AS plan_days,
  CASE WHEN plan.further_epoch_day IS NOT NULL THEN 1 ELSE 0 END AS further_plan
FROM first_plan AS plan
INNER JOIN study_patient AS patient ON patient.patient_no = plan.patient_no
INNER JOIN eligibility ON eligibility.patient_no = plan.patient_no
LEFT JOIN plan_imaging AS imaging ON imaging.patient_no = plan.patient_no
LEFT JOIN line_baseline AS baseline ON baseline.patient_no = plan.patient_no AND baseline.line_class = plan.line_class
LEFT JOIN visit ON visit.visit_no = baseline.baseline_visit_no
LEFT JOIN visit_sign AS sign ON sign.visit_no = baseline.baseline_visit_no
