-- One row per study patient with a plan and time point: each outcome definition, read at the visit whatever was begun before; 1 met, 0 not met, null not known.
SELECT
  profile.patient_no,
  profile.line_class,
  outcome.time_point,
  profile.eligibility,
  outcome.full_remission,
  outcome.any_remission,
  outcome.pedcno30,
  outcome.pedcno50,
  outcome.pedcno70,
  outcome.pedcno90,
  outcome.cdas_fall,
  outcome.severe_disease,
  outcome.mri_inactive,
  outcome.low_pain
FROM plan_profile AS profile
INNER JOIN outcome_profile AS outcome ON outcome.patient_no = profile.patient_no AND outcome.line_class = profile.line_class
