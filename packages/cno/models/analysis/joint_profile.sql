-- One row per joint of a study patient with arthritis: where it is, and whether that arthritis is distant from lesions.
SELECT
  joint.joint_no,
  joint.patient_no,
  study_patient.cohort,
  joint.site,
  manifestation.distant_from_lesions
FROM joint
INNER JOIN manifestation ON manifestation.manifestation_no = joint.manifestation_no
INNER JOIN study_patient ON study_patient.patient_no = joint.patient_no
