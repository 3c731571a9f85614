-- One row per line and time point: the outcome, the reason for it, and the chart rows that decided it.
WITH line_course AS (
  SELECT
    line.patient_no,
    line.line_class,
    line.cohort,
    line.in_response,
    line.start_epoch_day,
    study_patient.last_contact_epoch_day,
    relapse.relapse_epoch_day,
    relapse.relapse_visit_no,
    rule.escalation_counts AS after_escalation,
    CASE
      WHEN rule.escalation_counts = 'ignored' THEN NULL
      WHEN line.escalated_epoch_day IS NULL THEN line.ineffective_epoch_day
      WHEN line.ineffective_epoch_day < line.escalated_epoch_day THEN line.ineffective_epoch_day
      ELSE line.escalated_epoch_day
    END AS failed_epoch_day
  FROM line
  INNER JOIN study_patient ON study_patient.patient_no = line.patient_no
  CROSS JOIN protocol_rule AS rule
  LEFT JOIN first_relapse_since AS relapse ON relapse.patient_no = line.patient_no AND relapse.line_class = line.line_class
),
known AS (
  SELECT
    point.patient_no,
    point.line_class,
    point.time_point,
    point.visit_no,
    visit.visited_epoch_day,
    visit.state,
    visit.reason,
    visit.baseline_visit_no,
    visit.crp_laboratory_no,
    visit.esr_laboratory_no,
    line_course.cohort,
    line_course.in_response,
    CASE WHEN line_course.last_contact_epoch_day < line_course.start_epoch_day + point.first_day THEN 1 ELSE 0 END AS ended_before,
    COALESCE(visit.visited_epoch_day, line_course.start_epoch_day + point.target_day) AS read_epoch_day,
    CASE WHEN point.carries = 1 THEN line_course.relapse_epoch_day END AS relapse_epoch_day,
    line_course.relapse_visit_no,
    CASE WHEN point.carries = 1 THEN line_course.failed_epoch_day END AS failed_epoch_day,
    line_course.after_escalation
  FROM line_time_point AS point
  INNER JOIN line_course ON line_course.patient_no = point.patient_no AND line_course.line_class = point.line_class
  LEFT JOIN line_visit AS visit ON visit.visit_no = point.visit_no AND visit.line_class = point.line_class
),
decided AS (
  SELECT
    patient_no,
    line_class,
    time_point,
    visit_no,
    reason,
    baseline_visit_no,
    crp_laboratory_no,
    esr_laboratory_no,
    cohort,
    in_response,
    ended_before,
    read_epoch_day,
    relapse_visit_no,
    failed_epoch_day,
    CASE
      WHEN relapse_epoch_day <= read_epoch_day AND relapse_epoch_day <= COALESCE(failed_epoch_day, relapse_epoch_day) THEN 'relapse'
      WHEN failed_epoch_day <= read_epoch_day THEN CASE WHEN after_escalation = 'missing' THEN 'not_seen' ELSE 'inefficacy' END
      WHEN relapse_epoch_day <= read_epoch_day THEN 'relapse'
      WHEN visit_no IS NULL THEN 'not_seen'
      ELSE state
    END AS outcome_state
  FROM known
)
SELECT
  patient_no,
  line_class,
  time_point,
  cohort,
  in_response,
  outcome_state,
  CASE
    WHEN outcome_state = 'relapse' THEN 'relapsed-since-start'
    WHEN failed_epoch_day <= read_epoch_day THEN 'escalated-or-stopped-for-inefficacy'
    WHEN visit_no IS NULL AND ended_before = 1 THEN 'follow-up-ended'
    WHEN visit_no IS NULL THEN 'no-visit-in-window'
    ELSE reason
  END AS reason,
  visit_no,
  baseline_visit_no,
  crp_laboratory_no,
  esr_laboratory_no,
  CASE WHEN outcome_state = 'relapse' THEN relapse_visit_no END AS relapse_visit_no
FROM decided
