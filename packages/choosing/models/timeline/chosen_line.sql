-- One row per line: whether it is counted, else why not, and its stratum.
-- Of groups begun within some days of each other that counts which the protocol names last; later ones are further lines of the child.
WITH stood AS (
  SELECT
    patient_no,
    line_class,
    COUNT(*) FILTER (WHERE purpose = 'population' AND met = 0) AS not_met,
    COUNT(*) FILTER (WHERE purpose = 'population' AND met IS NULL) AS not_known,
    MAX(CASE WHEN purpose = 'stratum' AND met = 1 THEN 1 ELSE 0 END) AS in_stratum,
    COUNT(*) FILTER (WHERE purpose = 'stratum' AND met = 0) AS out_of_stratum
  FROM condition_met
  GROUP BY patient_no, line_class
),
compared AS (
  SELECT line.patient_no, line.line_class, line.start_epoch_day, own_group.sort_order
  FROM line
  INNER JOIN protocol_group AS own_group ON own_group.line_class = line.line_class AND own_group.in_response = 1
),
first_day AS (
  SELECT patient_no, MIN(start_epoch_day) AS start_epoch_day
  FROM compared
  GROUP BY patient_no
),
first_group AS (
  SELECT compared.patient_no, MAX(compared.sort_order) AS sort_order
  FROM compared
  INNER JOIN first_day ON first_day.patient_no = compared.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE compared.start_epoch_day <= first_day.start_epoch_day + rule.together_within_days
  GROUP BY compared.patient_no
)
SELECT
  line.patient_no,
  line.line_class,
  line.start_epoch_day,
  line.stop_epoch_day,
  line.stop_known,
  own_group.in_response AS compared,
  CASE
    WHEN stood.not_met > 0 THEN 'not_met'
    WHEN stood.not_known > 0 THEN 'not_known'
    WHEN own_group.in_response = 1 AND rule.members_counts = 'first' AND first_group.sort_order <> own_group.sort_order THEN 'other_group'
    ELSE 'counted'
  END AS standing,
  CASE
    WHEN stood.in_stratum = 1 THEN 'stratum-yes'
    WHEN stood.out_of_stratum > 0 THEN 'stratum-no'
    ELSE 'not-known'
  END AS stratum
FROM line
INNER JOIN stood ON stood.patient_no = line.patient_no AND stood.line_class = line.line_class
INNER JOIN protocol_group AS own_group ON own_group.line_class = line.line_class
CROSS JOIN protocol_rule AS rule
LEFT JOIN first_group ON first_group.patient_no = line.patient_no
