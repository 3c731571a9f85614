-- One row per measurement of bone density: of a tenth of the children.
SELECT
  patient_no,
  diagnosed + draw(patient_no, 'bone density', 300) AS measured_epoch_day,
  'lumbar_spine' AS measured_site,
  'dxa' AS method,
  10 * (draw(patient_no, 'z score', 40) - 30) AS z_score_x100
FROM plan
WHERE cno AND chance(patient_no, 'bone density', 10)
