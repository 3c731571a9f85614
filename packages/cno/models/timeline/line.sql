-- One row per study patient and line class: its start, its end, and the escalation that ended it.
WITH started AS (
  SELECT
    exposure.patient_no,
    exposure.line_class,
    exposure.start_epoch_day,
    exposure.stop_epoch_day,
    exposure.stop_known,
    exposure.ineffective_epoch_day,
    exposure.first_source_no
  FROM drug_exposure AS exposure
  INNER JOIN study_patient ON study_patient.patient_no = exposure.patient_no
  UNION ALL
  SELECT
    study_patient.patient_no,
    own_group.line_class,
    study_patient.diagnosed_epoch_day AS start_epoch_day,
    NULL AS stop_epoch_day,
    1 AS stop_known,
    NULL AS ineffective_epoch_day,
    NULL AS first_source_no
  FROM study_patient
  INNER JOIN protocol_group AS own_group ON own_group.entry = 'diagnosis'
),
stepped AS (
  SELECT
    started.patient_no,
    started.line_class,
    started.start_epoch_day,
    started.stop_epoch_day,
    started.stop_known,
    started.ineffective_epoch_day,
    started.first_source_no,
    own_group.entry,
    own_group.step,
    own_group.alone_only,
    own_group.in_response
  FROM started
  INNER JOIN protocol_group AS own_group ON own_group.line_class = started.line_class
),
other AS (
  SELECT
    stepped.patient_no,
    stepped.line_class,
    MIN(later.start_epoch_day) FILTER (
      WHERE later.step > stepped.step AND later.start_epoch_day > stepped.start_epoch_day + rule.concomitant_within_days
    ) AS escalated_epoch_day,
    COUNT(*) FILTER (
      WHERE later.start_epoch_day <= stepped.start_epoch_day + rule.concomitant_within_days
        AND COALESCE(later.stop_epoch_day, later.start_epoch_day + 100000) >= stepped.start_epoch_day
    ) AS concomitant_count
  FROM stepped
  INNER JOIN stepped AS later
    ON later.patient_no = stepped.patient_no AND later.line_class <> stepped.line_class AND later.step > 0
  CROSS JOIN protocol_rule AS rule
  WHERE stepped.step > 0
  GROUP BY stepped.patient_no, stepped.line_class
)
SELECT
  stepped.patient_no,
  stepped.line_class,
  study_patient.cohort,
  stepped.entry,
  stepped.start_epoch_day,
  stepped.stop_epoch_day,
  stepped.stop_known,
  stepped.first_source_no,
  stepped.ineffective_epoch_day,
  other.escalated_epoch_day,
  CASE WHEN COALESCE(other.concomitant_count, 0) > 0 THEN 1 ELSE 0 END AS concomitant,
  CASE
    WHEN stepped.in_response = 1 AND (stepped.alone_only = 0 OR COALESCE(other.concomitant_count, 0) = 0) THEN 1
    ELSE 0
  END AS in_response
FROM stepped
INNER JOIN study_patient ON study_patient.patient_no = stepped.patient_no
LEFT JOIN other ON other.patient_no = stepped.patient_no AND other.line_class = stepped.line_class
