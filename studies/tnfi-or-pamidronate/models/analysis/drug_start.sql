-- One row per study patient and drug of the two (patient_no, line_class): the child at day 0 of the drug, and whether and when it failed; 1 yes, 0 no, null unknown.
WITH arthritic AS (
  SELECT DISTINCT given.patient_no, given.line_class
  FROM drug_given AS given
  INNER JOIN manifestation
    ON manifestation.patient_no = given.patient_no
    AND manifestation.kind = 'arthritis'
    AND COALESCE(manifestation.noticed_epoch_day, given.start_epoch_day) <= given.start_epoch_day
),
lesions AS (
  SELECT patient_no, line_class, MAX(lesions_at_start) AS lesions
  FROM line_lesion_count
  GROUP BY patient_no, line_class
)
SELECT
  given.patient_no,
  given.line_class,
  given.place,
  given.compared,
  CASE WHEN given.line_class = 'tnf_inhibitor' THEN 1 ELSE 0 END AS tnf_inhibitor,
  CASE patient.sex WHEN 'female' THEN 1 WHEN 'male' THEN 0 END AS girl,
  given.start_epoch_day - patient.born_epoch_day AS age_days,
  given.start_epoch_day - patient.diagnosed_epoch_day AS days_from_diagnosis,
  visit.pain_nrs,
  visit.physician_global_nrs,
  CASE WHEN visit.fatigue_nrs >= rule.fatigue_at_least THEN 1 WHEN visit.fatigue_nrs IS NOT NULL THEN 0 END AS fatigue,
  CASE WHEN arthritic.patient_no IS NOT NULL THEN 1 ELSE 0 END AS arthritis,
  lesions.lesions,
  sign.crp_x1000,
  sign.esr_x1000,
  CASE WHEN given.failed_epoch_day IS NOT NULL THEN 1 ELSE 0 END AS failed,
  CASE WHEN given.failed_epoch_day IS NOT NULL THEN 'failed' ELSE 'not_failed' END AS failure,
  CASE
    WHEN given.failed_epoch_day IS NOT NULL THEN given.failed_epoch_day - given.start_epoch_day
    WHEN patient.last_contact_epoch_day >= given.start_epoch_day THEN patient.last_contact_epoch_day - given.start_epoch_day
  END AS drug_days
FROM drug_given AS given
INNER JOIN study_patient AS patient ON patient.patient_no = given.patient_no
CROSS JOIN protocol_rule AS rule
LEFT JOIN arthritic ON arthritic.patient_no = given.patient_no AND arthritic.line_class = given.line_class
LEFT JOIN lesions ON lesions.patient_no = given.patient_no AND lesions.line_class = given.line_class
LEFT JOIN line_baseline AS baseline ON baseline.patient_no = given.patient_no AND baseline.line_class = given.line_class
LEFT JOIN visit ON visit.visit_no = baseline.baseline_visit_no
LEFT JOIN visit_sign AS sign ON sign.visit_no = baseline.baseline_visit_no
