-- One row per visit of a study patient and core item that belongs to every visit: whether it was recorded; 1 yes, 0 no.
SELECT
  recorded.visit_no,
  recorded.patient_no,
  patient.centre,
  core_item.item,
  CASE core_item.item
    WHEN 'pain' THEN recorded.pain
    WHEN 'patient_global' THEN recorded.patient_global
    WHEN 'physician_global' THEN recorded.physician_global
    WHEN 'weight' THEN recorded.weight
    WHEN 'esr' THEN recorded.esr
    WHEN 'crp' THEN recorded.crp
    WHEN 'chaq' THEN recorded.chaq
  END AS recorded
FROM core_value AS recorded
INNER JOIN patient ON patient.patient_no = recorded.patient_no
INNER JOIN protocol_core_item AS core_item ON core_item.at_each_visit = 1
