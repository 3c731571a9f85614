-- One row per antibiotic and route: every control, and of the other children more before 2008 than after.
WITH treated AS (
  SELECT patient_no, diagnosed - 30 + draw(patient_no, 'antibiotic', 25) AS first_day, 7 + draw(patient_no, 'intravenous', 25) AS days, unnest(range(2)) AS place
  FROM plan
  WHERE NOT cno OR chance(patient_no, 'antibiotics', CASE WHEN diagnosed < 13879 THEN 50 ELSE 20 END)
)
SELECT
  patient_no,
  ['Clindamycin', 'Cefuroxime axetil'][place + 1] AS substance,
  ['intravenous', 'oral'][place + 1] AS route,
  first_day + place * days AS started_epoch_day,
  CASE WHEN place = 0 THEN first_day + days ELSE first_day + days + 10 + draw(patient_no, 'oral', 40) END AS stopped_epoch_day,
  'Bacterial osteomyelitis' AS indication
FROM treated
