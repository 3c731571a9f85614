-- One row per study patient: which lines were given, and for how long; null where a stop is not known.
SELECT
  study_patient.patient_no,
  MAX(CASE WHEN line.line_class = 'nsaid' THEN 1 ELSE 0 END) AS nsaid,
  MAX(CASE WHEN line.line_class = 'steroid' THEN 1 ELSE 0 END) AS steroid,
  MAX(CASE WHEN line.line_class = 'dmard' THEN 1 ELSE 0 END) AS dmard,
  MAX(CASE WHEN line.line_class = 'tnf_inhibitor' THEN 1 ELSE 0 END) AS tnf_inhibitor,
  MAX(CASE WHEN line.line_class = 'bisphosphonate' THEN 1 ELSE 0 END) AS bisphosphonate,
  MAX(CASE WHEN line.line_class = 'antibiotic' THEN 1 ELSE 0 END) AS antibiotic,
  CAST(COUNT(*) FILTER (WHERE line.in_response = 1 AND line.entry = 'drug') AS INTEGER) AS response_groups,
  CASE WHEN MIN(CASE WHEN line.entry = 'drug' THEN line.stop_known ELSE 1 END) = 1 THEN CAST(SUM(
    CASE
      WHEN line.entry = 'drug'
        THEN CAST(COALESCE(line.stop_epoch_day, study_patient.last_contact_epoch_day) - line.start_epoch_day AS BIGINT)
      ELSE 0
    END
  ) AS BIGINT) END AS line_days,
  CASE
    WHEN MIN(CASE WHEN line.entry = 'drug' THEN line.stop_known END) = 1
      THEN MAX(CASE WHEN line.entry = 'drug' THEN COALESCE(line.stop_epoch_day, study_patient.last_contact_epoch_day) END)
        - MIN(CASE WHEN line.entry = 'drug' THEN line.start_epoch_day END)
  END AS treated_days
FROM study_patient
INNER JOIN line ON line.patient_no = study_patient.patient_no
GROUP BY study_patient.patient_no
