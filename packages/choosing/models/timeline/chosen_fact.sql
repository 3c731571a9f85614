-- One row per chosen field and place of the chart that says something of it (patient_no, field, source, row_no): its day, null where it has none, its value, and whether it rules out what it does not show.
SELECT patient_no, field, source, row_no, day, value_number, value_text, 0 AS rules_out
FROM chart_fact
UNION ALL
SELECT patient_no, field, source, row_no, day, CAST(NULL AS BIGINT) AS value_number, value_text, rules_out
FROM lesion_fact
UNION ALL
SELECT
  laboratory.patient_no,
  chosen.field,
  'laboratory' AS source,
  laboratory.laboratory_no AS row_no,
  laboratory.sampled_epoch_day AS day,
  CASE WHEN chosen.kind = 'number' THEN laboratory.value_x1000 END AS value_number,
  CASE WHEN chosen.kind = 'text' THEN laboratory.finding END AS value_text,
  0 AS rules_out
FROM laboratory
INNER JOIN protocol_chosen_field AS chosen ON chosen.chart_table = 'laboratory' AND chosen.part = laboratory.analyte
UNION ALL
SELECT patient_no, field, 'child' AS source, patient_no AS row_no, CAST(NULL AS INTEGER) AS day, value_number, CAST(NULL AS VARCHAR) AS value_text, 0 AS rules_out
FROM child_fact
