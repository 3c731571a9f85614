-- One row per study patient and drug of the two with a response (patient_no, line_class): days to the first flare, or to the other drug or the last contact without one.
SELECT
  response.patient_no,
  response.line_class,
  given.place,
  given.compared,
  CASE
    WHEN response.flare_epoch_day IS NOT NULL THEN response.flare_epoch_day - response.response_epoch_day
    WHEN response.other_epoch_day < patient.last_contact_epoch_day THEN response.other_epoch_day - response.response_epoch_day
    WHEN patient.last_contact_epoch_day >= response.response_epoch_day THEN patient.last_contact_epoch_day - response.response_epoch_day
  END AS flare_days,
  CASE WHEN response.flare_epoch_day IS NOT NULL THEN 1 ELSE 0 END AS flared
FROM drug_response AS response
INNER JOIN drug_given AS given ON given.patient_no = response.patient_no AND given.line_class = response.line_class
INNER JOIN study_patient AS patient ON patient.patient_no = response.patient_no
