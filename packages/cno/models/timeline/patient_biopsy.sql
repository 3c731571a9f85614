-- One row per study patient with a biopsy: whether any shows chronic inflammation; null where none does and a finding is not known.
SELECT
  biopsy.patient_no,
  CASE
    WHEN MAX(CASE WHEN biopsy.finding = 'chronic_inflammation' THEN 1 ELSE 0 END) = 1 THEN 1
    WHEN COUNT(*) = COUNT(biopsy.finding) THEN 0
  END AS chronic_inflammation
FROM biopsy
INNER JOIN study_patient ON study_patient.patient_no = biopsy.patient_no
GROUP BY biopsy.patient_no
