-- One row per line after whose start the patient relapsed: the first such relapse.
WITH numbered AS (
  SELECT
    line.patient_no,
    line.line_class,
    relapse.relapse_epoch_day,
    relapse.relapse_visit_no,
    ROW_NUMBER() OVER (PARTITION BY line.patient_no, line.line_class ORDER BY relapse.relapse_ordinal) AS place
  FROM line
  INNER JOIN relapse_event AS relapse
    ON relapse.patient_no = line.patient_no AND relapse.relapse_epoch_day > line.start_epoch_day
)
SELECT patient_no, line_class, relapse_epoch_day, relapse_visit_no
FROM numbered
WHERE place = 1
