-- One row per infusion of a study patient: cycle, day of the cycle and dose.
SELECT
  course.course_no,
  course.patient_no,
  study_patient.cohort,
  treatment.drug,
  course.cycle,
  course.cycle_day,
  course.dose_x100,
  course.given_epoch_day - treatment.started_epoch_day AS day
FROM course
INNER JOIN treatment ON treatment.treatment_no = course.treatment_no
INNER JOIN study_patient ON study_patient.patient_no = course.patient_no
