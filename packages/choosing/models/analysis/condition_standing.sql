-- One row per line and condition of the population (patient_no, line_class, chosen_condition): met, not met or not known.
SELECT
  patient_no,
  line_class,
  chosen_condition,
  CASE WHEN met = 1 THEN 'met' WHEN met = 0 THEN 'not_met' ELSE 'not_known' END AS condition_state
FROM condition_met
WHERE purpose = 'population'
