-- One row per line: the MRI that shows its radiological response, and what it shows.
SELECT
  line.patient_no,
  line.line_class,
  line.cohort,
  line.in_response,
  shown.imaging_no,
  shown.day,
  shown.outcome_radiological,
  response.outcome_state AS clinical_state_month12,
  line.escalated_epoch_day - line.start_epoch_day AS escalated_day,
  shown.new_lesion_observation_no
FROM line
INNER JOIN line_radiology AS shown ON shown.patient_no = line.patient_no AND shown.line_class = line.line_class
LEFT JOIN response
  ON response.patient_no = line.patient_no AND response.line_class = line.line_class AND response.time_point = 'month12'
