-- One row per study patient: the last day, whether the child is in follow-up on it, and why not.
WITH seen AS (
  SELECT
    study_patient.patient_no,
    patient.status,
    last_day.now_epoch_day,
    last_day.now_on,
    COALESCE(visit.last_visit_epoch_day, study_patient.diagnosed_epoch_day) AS seen_epoch_day
  FROM study_patient
  INNER JOIN patient ON patient.patient_no = study_patient.patient_no
  CROSS JOIN last_day
  LEFT JOIN first_and_last_visit AS visit ON visit.patient_no = study_patient.patient_no
),
decided AS (
  SELECT
    seen.patient_no,
    seen.now_epoch_day,
    seen.now_on,
    seen.now_epoch_day - seen.seen_epoch_day AS days_unseen,
    CASE
      WHEN seen.status = 'dead' THEN 'died'
      WHEN seen.status = 'lost' THEN 'recorded_as_lost'
      WHEN seen.now_epoch_day - seen.seen_epoch_day > rule.lost_without_visit_for_days THEN 'no_reason_recorded'
      ELSE 'in_follow_up'
    END AS standing
  FROM seen
  CROSS JOIN protocol_rule AS rule
)
SELECT
  patient_no,
  now_epoch_day,
  now_on,
  days_unseen,
  CASE
    WHEN standing = 'in_follow_up' THEN 'in_follow_up'
    WHEN standing = 'died' THEN 'died'
    ELSE 'lost'
  END AS follow_up_state,
  CASE WHEN standing <> 'in_follow_up' THEN standing END AS loss_reason
FROM decided
