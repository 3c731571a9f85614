-- One row per study patient with a plan, time point and outcome definition (patient_no, time_point, definition): 1 in remission or improved by it, 0 not, null not known.
SELECT
  profile.patient_no,
  profile.line_class,
  answer.time_point,
  answer.definition,
  profile.eligibility,
  answer.is_well
FROM plan_profile AS profile
INNER JOIN outcome_answer AS answer ON answer.patient_no = profile.patient_no AND answer.line_class = profile.line_class
