-- One row per study patient and item of a classification: there, not there, or not known.
SELECT
  finding.patient_no,
  item.item,
  item.classification,
  item.role,
  item.domain,
  item.points,
  CASE item.finding
    WHEN 'normal_blood_count' THEN finding.normal_blood_count
    WHEN 'symmetric_lesions' THEN finding.symmetric_lesions
    WHEN 'marginal_sclerosis' THEN finding.marginal_sclerosis
    WHEN 'normal_temperature' THEN finding.normal_temperature
    WHEN 'typical_place' THEN finding.typical_place
    WHEN 'more_than_one_lesion' THEN finding.more_than_one_lesion
    WHEN 'crp_at_least_10' THEN finding.crp_at_least_10
    WHEN 'crp_at_most_55' THEN finding.crp_at_most_55
    WHEN 'bands_at_most_220' THEN finding.bands_at_most_220
    WHEN 'femur' THEN finding.femur
  END AS is_there
FROM classification_finding AS finding
CROSS JOIN protocol_classification_item AS item
