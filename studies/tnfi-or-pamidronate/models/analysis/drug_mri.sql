-- One row per study patient and drug of the two (patient_no, line_class): what the MRI at 12 months shows, or that there is none, or that the other drug was begun before.
SELECT
  given.patient_no,
  given.line_class,
  given.place,
  given.compared,
  CASE
    WHEN given.other_epoch_day - given.start_epoch_day <= COALESCE(mri.day, own_group.radiology_target_day) THEN 'other_drug'
    ELSE mri.outcome_radiological
  END AS mri_state
FROM drug_given AS given
INNER JOIN line_radiology AS mri ON mri.patient_no = given.patient_no AND mri.line_class = given.line_class
INNER JOIN protocol_group AS own_group ON own_group.line_class = given.line_class
