-- One row per child: whether it was vaccinated against influenza, and by what.
SELECT
  patient_no,
  cohort,
  CASE own_influenza WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE own_influenza_missing END AS outcome_vaccinated,
  COALESCE(own_vaccine, own_vaccine_missing) AS outcome_vaccine
FROM patient
