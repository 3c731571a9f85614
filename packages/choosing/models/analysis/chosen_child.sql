-- One row per line: whether the child is counted in it, its stratum, and the days from day 0 to each event, or to the last contact without one; the days to a stop are null where a stop is not known.
WITH followed AS (
  SELECT
    chosen.patient_no,
    chosen.line_class,
    chosen.compared,
    chosen.standing,
    chosen.stratum,
    CASE WHEN patient.last_contact_epoch_day >= chosen.start_epoch_day THEN patient.last_contact_epoch_day - chosen.start_epoch_day END AS days,
    relapse.relapse_epoch_day - chosen.start_epoch_day AS relapse_day,
    remission.first_day AS remission_day,
    chosen.stop_epoch_day - chosen.start_epoch_day AS stop_day,
    chosen.stop_known
  FROM chosen_line AS chosen
  INNER JOIN study_patient AS patient ON patient.patient_no = chosen.patient_no
  LEFT JOIN first_relapse_since AS relapse ON relapse.patient_no = chosen.patient_no AND relapse.line_class = chosen.line_class
  LEFT JOIN line_remission AS remission ON remission.patient_no = chosen.patient_no AND remission.line_class = chosen.line_class
)
SELECT
  patient_no,
  line_class,
  compared,
  standing,
  stratum,
  COALESCE(relapse_day, days) AS relapse_days,
  CASE WHEN relapse_day IS NOT NULL THEN 1 ELSE 0 END AS relapsed,
  COALESCE(remission_day, days) AS remission_days,
  CASE WHEN remission_day IS NOT NULL THEN 1 ELSE 0 END AS remitted,
  CASE WHEN stop_known = 1 THEN COALESCE(stop_day, days) END AS stop_days,
  CASE WHEN stop_day IS NOT NULL THEN 1 ELSE 0 END AS stopped
FROM followed
