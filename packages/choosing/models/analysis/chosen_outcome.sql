-- One row per line and time point: whether each outcome definition is met; 1 met, 0 not met, null not known; of a number the number.
-- Made by packages/choosing/bin/write-models.ts.
SELECT
  outcome.patient_no,
  outcome.line_class,
  outcome.time_point,
  chosen.compared,
  chosen.standing,
  chosen.stratum,
  outcome.full_remission,
  outcome.partial_remission,
  outcome.any_remission,
  outcome.relapse,
  outcome.inefficacy,
  outcome.pedcno30,
  outcome.pedcno50,
  outcome.pedcno70,
  outcome.pedcno90,
  outcome.cdas,
  outcome.cdas_fall,
  outcome.severe_disease,
  outcome.mri_inactive,
  outcome.low_pain
FROM outcome_profile AS outcome
INNER JOIN chosen_line AS chosen ON chosen.patient_no = outcome.patient_no AND chosen.line_class = outcome.line_class
