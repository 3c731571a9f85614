-- One row per study patient with a plan, time point and level of PedCNO: the response, read at the visit whatever was begun before.
SELECT
  profile.patient_no,
  profile.line_class,
  pedcno.time_point,
  pedcno.level,
  profile.eligibility,
  pedcno.items_known,
  pedcno.pedcno_state
FROM plan_profile AS profile
INNER JOIN pedcno ON pedcno.patient_no = profile.patient_no AND pedcno.line_class = profile.line_class
