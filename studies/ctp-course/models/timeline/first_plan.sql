-- One row per study patient with a plan: the first one, by rank of those begun together, and the day on which a drug of another was begun later.
WITH first_day AS (
  SELECT patient_no, MIN(start_epoch_day) AS start_epoch_day
  FROM plan_begun
  GROUP BY patient_no
),
together AS (
  SELECT
    begun.patient_no,
    first_day.start_epoch_day + rule.together_within_days AS together_until_epoch_day,
    MAX(begun.step) AS step
  FROM plan_begun AS begun
  INNER JOIN first_day ON first_day.patient_no = begun.patient_no
  CROSS JOIN protocol_rule AS rule
  WHERE begun.start_epoch_day <= first_day.start_epoch_day + rule.together_within_days
  GROUP BY begun.patient_no, first_day.start_epoch_day, rule.together_within_days
),
chosen AS (
  SELECT
    begun.patient_no,
    begun.line_class,
    begun.start_epoch_day,
    together.together_until_epoch_day
  FROM together
  INNER JOIN plan_begun AS begun ON begun.patient_no = together.patient_no AND begun.step = together.step
),
further AS (
  SELECT chosen.patient_no, MIN(begun.start_epoch_day) AS further_epoch_day
  FROM chosen
  INNER JOIN protocol_group AS own_group ON own_group.line_class = chosen.line_class
  INNER JOIN plan_begun AS begun
    ON begun.patient_no = chosen.patient_no
    AND begun.line_class <> chosen.line_class
    AND begun.line_class <> COALESCE(own_group.allows, '')
    AND begun.start_epoch_day > chosen.together_until_epoch_day
  GROUP BY chosen.patient_no
)
SELECT
  chosen.patient_no,
  chosen.line_class,
  chosen.start_epoch_day,
  further.further_epoch_day
FROM chosen
LEFT JOIN further ON further.patient_no = chosen.patient_no
