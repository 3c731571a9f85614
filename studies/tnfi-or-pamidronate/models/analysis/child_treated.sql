-- One row per study patient: which of the two drugs it was given, and in which order.
SELECT
  study_patient.patient_no,
  CASE
    WHEN pamidronate.place = 'together' THEN 'together'
    WHEN pamidronate.place = 'alone' THEN 'pamidronate_alone'
    WHEN pamidronate.place = 'first' THEN 'pamidronate_first'
    WHEN pamidronate.place = 'second' THEN 'tnf_inhibitor_first'
    WHEN tnf_inhibitor.place = 'alone' THEN 'tnf_inhibitor_alone'
    ELSE 'neither'
  END AS drug_order
FROM study_patient
LEFT JOIN drug_given AS pamidronate
  ON pamidronate.patient_no = study_patient.patient_no AND pamidronate.line_class = 'pamidronate'
LEFT JOIN drug_given AS tnf_inhibitor
  ON tnf_inhibitor.patient_no = study_patient.patient_no AND tnf_inhibitor.line_class = 'tnf_inhibitor'
