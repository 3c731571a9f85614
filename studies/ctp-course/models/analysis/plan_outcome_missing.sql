-- One row per study patient with a plan, time point, outcome definition that is not known there and item that it lacks (patient_no, time_point, definition, missing_item).
SELECT
  profile.patient_no,
  profile.line_class,
  missing.time_point,
  missing.definition,
  missing.missing_item,
  profile.eligibility
FROM plan_profile AS profile
INNER JOIN outcome_missing AS missing ON missing.patient_no = profile.patient_no AND missing.line_class = profile.line_class
