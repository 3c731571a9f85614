-- One row per visit with an MRI near it that shows a new lesion: of several the one with the lowest number.
SELECT
  sign.visit_no,
  MIN(imaging.imaging_no) AS new_lesion_imaging_no
FROM imaging_finding AS finding
INNER JOIN imaging ON imaging.imaging_no = finding.imaging_no AND imaging.modality IN ('whole_body_mri', 'regional_mri')
INNER JOIN visit_sign AS sign ON sign.patient_no = imaging.patient_no
CROSS JOIN protocol_rule AS rule
WHERE finding.new_count > 0
  AND imaging.imaged_epoch_day - sign.visited_epoch_day BETWEEN rule.relapse_imaging_first_day AND rule.relapse_imaging_last_day
GROUP BY sign.visit_no
