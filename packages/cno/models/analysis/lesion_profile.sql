-- One row per lesion of a study patient: its bone and region.
SELECT lesion_no, patient_no, cohort, bone, side, region, at_diagnosis
FROM lesion_place
