-- One row per study patient: whether a visit is due by the follow-up plan, and of a child without a visit for long whether a planned one was missed.
WITH plan AS (
  SELECT COUNT(*) AS points
  FROM follow_up_plan
),
last_done AS (
  SELECT
    patient_no,
    MAX(opens_epoch_day) AS opens_epoch_day
  FROM expected_visit
  WHERE window_state = 'done'
  GROUP BY patient_no
),
open_now AS (
  SELECT
    expected.patient_no,
    MAX(CASE WHEN expected.window_state = 'due' THEN 1 ELSE 0 END) AS due,
    MAX(
      CASE
        WHEN expected.window_state <> 'late' THEN 0
        WHEN last_done.opens_epoch_day > expected.opens_epoch_day THEN 0
        ELSE 1
      END
    ) AS overdue,
    MAX(
      CASE
        WHEN expected.window_state IN ('late', 'missed') AND expected.closes_epoch_day > follow_up.now_epoch_day - follow_up.days_unseen
          THEN 1
        ELSE 0
      END
    ) AS missed
  FROM expected_visit AS expected
  INNER JOIN follow_up ON follow_up.patient_no = expected.patient_no
  LEFT JOIN last_done ON last_done.patient_no = expected.patient_no
  GROUP BY expected.patient_no
)
SELECT
  follow_up.patient_no,
  CASE
    WHEN plan.points = 0 THEN 'no_plan'
    WHEN open_now.overdue = 1 THEN 'overdue'
    WHEN open_now.due = 1 THEN 'due'
    ELSE 'none_due'
  END AS due_state,
  CASE
    WHEN plan.points = 0 THEN 'no_plan'
    WHEN open_now.missed = 1 THEN 'planned_visit_missed'
    ELSE 'no_visit_planned'
  END AS missed_state
FROM follow_up
CROSS JOIN plan
LEFT JOIN open_now ON open_now.patient_no = follow_up.patient_no
