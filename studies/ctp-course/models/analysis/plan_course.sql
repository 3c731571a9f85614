-- One row per study patient with a plan and time point: the state, whether a further plan was begun before, and what the visit records.
SELECT
  profile.patient_no,
  profile.line_class,
  response.time_point,
  profile.eligibility,
  CASE
    WHEN plan.further_epoch_day <= COALESCE(visit.visited_epoch_day, plan.start_epoch_day + point.target_day) THEN 'further_plan'
    ELSE response.outcome_state
  END AS course_state,
  visit.pain_nrs,
  visit.patient_global_nrs,
  visit.physician_global_nrs,
  visit.chaq_x1000
FROM plan_profile AS profile
INNER JOIN first_plan AS plan ON plan.patient_no = profile.patient_no
INNER JOIN response ON response.patient_no = profile.patient_no AND response.line_class = profile.line_class
INNER JOIN line_time_point AS point
  ON point.patient_no = response.patient_no
  AND point.line_class = response.line_class
  AND point.time_point = response.time_point
LEFT JOIN visit ON visit.visit_no = response.visit_no
