-- One row per relapse as the chart records it.
SELECT
  patient_no,
  visit_day(patient_no, diagnosed, flare_visit, brief, last_visit) AS noticed_epoch_day,
  1 AS new_symptoms,
  1 AS new_lesion
FROM plan
WHERE flares
