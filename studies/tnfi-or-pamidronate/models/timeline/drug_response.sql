-- One row per study patient and drug with a response (patient_no, line_class): its first day, and that of the first flare after it.
WITH responded AS (
  SELECT
    given.patient_no,
    given.line_class,
    given.other_epoch_day,
    MIN(visit.visited_epoch_day) AS response_epoch_day
  FROM drug_given AS given
  INNER JOIN line_visit AS visit
    ON visit.patient_no = given.patient_no
    AND visit.line_class = given.line_class
    AND visit.state IN ('full_remission', 'partial_remission')
    AND (given.other_epoch_day IS NULL OR visit.visited_epoch_day < given.other_epoch_day)
  GROUP BY given.patient_no, given.line_class, given.other_epoch_day
)
SELECT
  responded.patient_no,
  responded.line_class,
  responded.response_epoch_day,
  responded.other_epoch_day,
  MIN(relapse.relapse_epoch_day) AS flare_epoch_day
FROM responded
LEFT JOIN relapse_event AS relapse
  ON relapse.patient_no = responded.patient_no
  AND relapse.relapse_epoch_day > responded.response_epoch_day
  AND (responded.other_epoch_day IS NULL OR relapse.relapse_epoch_day <= responded.other_epoch_day)
GROUP BY responded.patient_no, responded.line_class, responded.response_epoch_day, responded.other_epoch_day
