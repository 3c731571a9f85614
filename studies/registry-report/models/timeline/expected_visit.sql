-- One row per study patient and time point of the follow-up plan at which a visit is expected: its window, and how it stands on the day of the report.
WITH begun AS (
  SELECT
    follow_up.patient_no,
    MAX(course.start_epoch_day) AS start_epoch_day
  FROM follow_up
  INNER JOIN class_course AS course
    ON course.patient_no = follow_up.patient_no AND course.start_epoch_day <= follow_up.now_epoch_day
  GROUP BY follow_up.patient_no
),
counted AS (
  SELECT
    follow_up.patient_no,
    follow_up.now_epoch_day,
    COALESCE(begun.start_epoch_day, study_patient.diagnosed_epoch_day) AS zero_epoch_day,
    CASE WHEN follow_up.loss_reason IN ('died', 'recorded_as_lost') THEN patient.last_contact_epoch_day END AS ended_epoch_day
  FROM follow_up
  INNER JOIN study_patient ON study_patient.patient_no = follow_up.patient_no
  INNER JOIN patient ON patient.patient_no = follow_up.patient_no
  LEFT JOIN begun ON begun.patient_no = follow_up.patient_no
),
opened AS (
  SELECT
    counted.patient_no,
    counted.now_epoch_day,
    plan.time_point,
    counted.zero_epoch_day + plan.first_day AS opens_epoch_day,
    counted.zero_epoch_day + plan.last_day AS closes_epoch_day
  FROM counted
  CROSS JOIN follow_up_plan AS plan
  WHERE counted.zero_epoch_day <= counted.now_epoch_day
    AND (counted.ended_epoch_day IS NULL OR counted.zero_epoch_day + plan.first_day <= counted.ended_epoch_day)
),
seen AS (
  SELECT
    opened.patient_no,
    opened.time_point,
    COUNT(*) AS visits
  FROM opened
  INNER JOIN visit
    ON visit.patient_no = opened.patient_no
      AND visit.visited_epoch_day BETWEEN opened.opens_epoch_day AND opened.closes_epoch_day
      AND visit.visited_epoch_day <= opened.now_epoch_day
  GROUP BY opened.patient_no, opened.time_point
)
SELECT
  opened.patient_no,
  opened.time_point,
  opened.opens_epoch_day,
  opened.closes_epoch_day,
  CASE
    WHEN seen.visits > 0 THEN 'done'
    WHEN opened.now_epoch_day < opened.opens_epoch_day THEN 'upcoming'
    WHEN opened.now_epoch_day <= opened.closes_epoch_day THEN 'due'
    WHEN opened.now_epoch_day - opened.closes_epoch_day <= rule.due_overdue_for_days THEN 'late'
    ELSE 'missed'
  END AS window_state
FROM opened
CROSS JOIN protocol_rule AS rule
LEFT JOIN seen ON seen.patient_no = opened.patient_no AND seen.time_point = opened.time_point
