-- One row per line, time point and outcome definition (patient_no, line_class, time_point, definition): 1 met, 0 not met, of a number the number, null not known; and 1 well, 0 not by that definition.
WITH answered AS (
  SELECT
    profile.patient_no,
    profile.line_class,
    profile.time_point,
    profile.cohort,
    profile.in_response,
    outcome.definition,
    outcome.well_at,
    CASE outcome.definition
      WHEN 'full_remission' THEN profile.full_remission
      WHEN 'partial_remission' THEN profile.partial_remission
      WHEN 'any_remission' THEN profile.any_remission
      WHEN 'relapse' THEN profile.relapse
      WHEN 'inefficacy' THEN profile.inefficacy
      WHEN 'pedcno30' THEN profile.pedcno30
      WHEN 'pedcno50' THEN profile.pedcno50
      WHEN 'pedcno70' THEN profile.pedcno70
      WHEN 'pedcno90' THEN profile.pedcno90
      WHEN 'cdas' THEN profile.cdas
      WHEN 'cdas_fall' THEN profile.cdas_fall
      WHEN 'severe_disease' THEN profile.severe_disease
      WHEN 'mri_inactive' THEN profile.mri_inactive
      WHEN 'low_pain' THEN profile.low_pain
    END AS value
  FROM outcome_profile AS profile
  CROSS JOIN protocol_outcome AS outcome
)
SELECT
  patient_no,
  line_class,
  time_point,
  cohort,
  in_response,
  definition,
  value,
  CASE WHEN value = well_at THEN 1 WHEN value IS NOT NULL AND well_at IS NOT NULL THEN 0 END AS is_well
FROM answered
