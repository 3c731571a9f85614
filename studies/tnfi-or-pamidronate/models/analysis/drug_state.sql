-- One row per study patient, drug of the two and time point (patient_no, line_class, time_point): the state, whether the other drug was begun before, and what the visit records.
SELECT
  given.patient_no,
  given.line_class,
  given.place,
  given.compared,
  response.time_point,
  CASE
    WHEN given.other_epoch_day <= COALESCE(visit.visited_epoch_day, given.start_epoch_day + point.target_day) THEN 'other_drug'
    ELSE response.outcome_state
  END AS drug_state,
  visit.pain_nrs,
  visit.physician_global_nrs
FROM drug_given AS given
INNER JOIN response ON response.patient_no = given.patient_no AND response.line_class = given.line_class
INNER JOIN line_time_point AS point
  ON point.patient_no = response.patient_no
  AND point.line_class = response.line_class
  AND point.time_point = response.time_point
LEFT JOIN visit ON visit.visit_no = response.visit_no
