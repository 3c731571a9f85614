-- One row per adverse effect: of one treatment in twenty, and of every third with a bisphosphonate.
SELECT
  patient_no,
  treatment_no,
  started_epoch_day + draw(treatment_no, 'effect day', 60) AS noticed_epoch_day,
  ['fever', 'hypocalcaemia', 'abdominal_pain', 'reduced_general_condition', 'allergic_exanthema', 'infection', 'liver_enzymes'][draw(treatment_no, 'which', 7) + 1] AS effect,
  ['mild', 'moderate', 'severe'][draw(treatment_no, 'severity', 3) + 1] AS severity
FROM treatment
WHERE chance(treatment_no, 'effect', CASE WHEN drug_class = 'bisphosphonate' THEN 33 ELSE 5 END)
