-- One row per culture of bone: every biopsy of a control.
SELECT
  patient_no,
  diagnosed - 10 + draw(patient_no, 'biopsy day', 10) AS sampled_epoch_day,
  'bone' AS material,
  'growth' AS growth,
  'Staphylococcus aureus' AS organism
FROM plan
WHERE NOT cno AND chance(patient_no, 'biopsy', 60)
