-- One row per study patient with a biopsy: whether any shows chronic inflammation.
SELECT
  biopsy.patient_no,
  MAX(CASE WHEN biopsy.finding = 'chronic_inflammation' THEN 1 ELSE 0 END) AS chronic_inflammation
FROM biopsy
INNER JOIN study_patient ON study_patient.patient_no = biopsy.patient_no
GROUP BY biopsy.patient_no
