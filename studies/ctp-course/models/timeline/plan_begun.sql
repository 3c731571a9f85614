-- One row per study patient and plan whose first drug was begun on or after diagnosis (patient_no, line_class): its day.
SELECT
  line.patient_no,
  line.line_class,
  line.start_epoch_day,
  own_group.step
FROM line
INNER JOIN study_patient ON study_patient.patient_no = line.patient_no
INNER JOIN protocol_group AS own_group ON own_group.line_class = line.line_class AND own_group.entry = 'drug'
WHERE line.start_epoch_day >= study_patient.diagnosed_epoch_day
