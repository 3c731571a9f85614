-- One row per line, time point and item of the PedCNO core set: its value at the start and at the time point, in thousandths; null not known.
WITH seen AS (
  SELECT
    scale.patient_no,
    scale.line_class,
    scale.time_point,
    start_sign.esr_x1000 AS esr_at_start,
    sign.esr_x1000 AS esr,
    CAST(1000 * scale.physician_global_at_start AS BIGINT) AS physician_global_at_start,
    CAST(1000 * scale.physician_global AS BIGINT) AS physician_global,
    CAST(1000 * scale.patient_global_at_start AS BIGINT) AS patient_global_at_start,
    CAST(1000 * scale.patient_global AS BIGINT) AS patient_global,
    scale.chaq_at_start_x1000,
    scale.chaq_x1000
  FROM line_scale AS scale
  LEFT JOIN visit_sign AS start_sign ON start_sign.visit_no = scale.baseline_visit_no
  LEFT JOIN visit_sign AS sign ON sign.visit_no = scale.visit_no
)
SELECT patient_no, line_class, time_point, 'esr' AS item, esr_at_start AS before_x1000, esr AS now_x1000
FROM seen
UNION ALL
SELECT patient_no, line_class, time_point, 'physician_global' AS item, physician_global_at_start AS before_x1000, physician_global AS now_x1000
FROM seen
UNION ALL
SELECT patient_no, line_class, time_point, 'patient_global' AS item, patient_global_at_start AS before_x1000, patient_global AS now_x1000
FROM seen
UNION ALL
SELECT patient_no, line_class, time_point, 'chaq' AS item, chaq_at_start_x1000 AS before_x1000, chaq_x1000 AS now_x1000
FROM seen
UNION ALL
SELECT
  patient_no,
  line_class,
  time_point,
  'lesions' AS item,
  CAST(1000 * lesions_at_start AS BIGINT) AS before_x1000,
  CAST(1000 * lesions AS BIGINT) AS now_x1000
FROM line_lesion_count
