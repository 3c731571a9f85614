-- One row per line and time point: each outcome definition in a column of its name; 1 met, 0 not met, null not known; CDAS as a number.
WITH judged AS (
  SELECT
    patient_no,
    line_class,
    time_point,
    cohort,
    in_response,
    CASE WHEN outcome_state NOT IN ('not_seen', 'undetermined') THEN outcome_state END AS state
  FROM response
),
level_met AS (
  SELECT
    patient_no,
    line_class,
    time_point,
    level,
    CASE pedcno_state WHEN 'response' THEN 1 WHEN 'no_response' THEN 0 END AS is_met
  FROM pedcno
),
pedcno_met AS (
  SELECT
    patient_no,
    line_class,
    time_point,
    MAX(CASE WHEN level = 'pedcno30' THEN is_met END) AS pedcno30,
    MAX(CASE WHEN level = 'pedcno50' THEN is_met END) AS pedcno50,
    MAX(CASE WHEN level = 'pedcno70' THEN is_met END) AS pedcno70,
    MAX(CASE WHEN level = 'pedcno90' THEN is_met END) AS pedcno90
  FROM level_met
  GROUP BY patient_no, line_class, time_point
)
SELECT
  judged.patient_no,
  judged.line_class,
  judged.time_point,
  judged.cohort,
  judged.in_response,
  CASE WHEN judged.state = 'full_remission' THEN 1 WHEN judged.state IS NOT NULL THEN 0 END AS full_remission,
  CASE WHEN judged.state = 'partial_remission' THEN 1 WHEN judged.state IS NOT NULL THEN 0 END AS partial_remission,
  CASE WHEN judged.state IN ('full_remission', 'partial_remission') THEN 1 WHEN judged.state IS NOT NULL THEN 0 END AS any_remission,
  CASE WHEN judged.state = 'relapse' THEN 1 WHEN judged.state IS NOT NULL THEN 0 END AS relapse,
  CASE WHEN judged.state = 'inefficacy' THEN 1 WHEN judged.state IS NOT NULL THEN 0 END AS inefficacy,
  pedcno_met.pedcno30,
  pedcno_met.pedcno50,
  pedcno_met.pedcno70,
  pedcno_met.pedcno90,
  scale.cdas,
  CASE
    WHEN 10 * (scale.cdas_at_start - scale.cdas) >= rule.cdas_fall_at_least_x10 THEN 1
    WHEN scale.cdas_at_start IS NOT NULL AND scale.cdas IS NOT NULL THEN 0
  END AS cdas_fall,
  CASE
    WHEN scale.physician_global >= rule.severe_disease_physician_global_at_least THEN 1
    WHEN scale.physician_global IS NOT NULL THEN 0
  END AS severe_disease,
  mri.mri_inactive,
  CASE WHEN scale.pain <= rule.low_pain_at_most THEN 1 WHEN scale.pain IS NOT NULL THEN 0 END AS low_pain
FROM judged
INNER JOIN pedcno_met
  ON pedcno_met.patient_no = judged.patient_no
  AND pedcno_met.line_class = judged.line_class
  AND pedcno_met.time_point = judged.time_point
INNER JOIN line_scale AS scale
  ON scale.patient_no = judged.patient_no
  AND scale.line_class = judged.line_class
  AND scale.time_point = judged.time_point
INNER JOIN line_mri AS mri
  ON mri.patient_no = judged.patient_no
  AND mri.line_class = judged.line_class
  AND mri.time_point = judged.time_point
CROSS JOIN protocol_rule AS rule
