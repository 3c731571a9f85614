-- One row per line, moment (day 0 or a time point) and field told then (patient_no, line_class, moment, field): its value; null not known.
-- Of visits the one that stands for the moment; of laboratory results the closest to it that has a value.
WITH moment AS (
  SELECT
    line.patient_no,
    line.line_class,
    'day-0' AS moment,
    1 AS is_start,
    baseline.baseline_visit_no AS visit_no,
    line.start_epoch_day AS target_epoch_day,
    line.start_epoch_day + rule.baseline_first_day AS first_epoch_day,
    line.start_epoch_day + rule.baseline_last_day AS last_epoch_day
  FROM line
  CROSS JOIN protocol_rule AS rule
  LEFT JOIN line_baseline AS baseline ON baseline.patient_no = line.patient_no AND baseline.line_class = line.line_class
  UNION ALL
  SELECT
    point.patient_no,
    point.line_class,
    point.time_point AS moment,
    0 AS is_start,
    point.visit_no,
    line.start_epoch_day + point.target_day AS target_epoch_day,
    line.start_epoch_day + window_of.first_day AS first_epoch_day,
    line.start_epoch_day + window_of.last_day AS last_epoch_day
  FROM line_time_point AS point
  INNER JOIN line ON line.patient_no = point.patient_no AND line.line_class = point.line_class
  INNER JOIN protocol_time_point AS window_of ON window_of.time_point = point.time_point
),
told AS (
  SELECT
    moment.patient_no,
    moment.line_class,
    moment.moment,
    moment.visit_no,
    moment.target_epoch_day,
    moment.first_epoch_day,
    moment.last_epoch_day,
    chosen.field,
    chosen.chart_table
  FROM moment
  INNER JOIN protocol_chosen_field AS chosen
    ON (moment.is_start = 1 AND chosen.at_start = 1) OR (moment.is_start = 0 AND chosen.in_course = 1)
),
near AS (
  SELECT
    told.patient_no,
    told.line_class,
    told.moment,
    told.field,
    fact.value_number,
    fact.value_text,
    ROW_NUMBER() OVER (
      PARTITION BY told.patient_no, told.line_class, told.moment, told.field
      ORDER BY ABS(COALESCE(fact.day, told.target_epoch_day) - told.target_epoch_day), fact.day, fact.row_no
    ) AS place
  FROM told
  INNER JOIN chosen_fact AS fact
    ON fact.patient_no = told.patient_no
    AND fact.field = told.field
    AND (fact.value_number IS NOT NULL OR fact.value_text IS NOT NULL)
    AND (
      told.chart_table IN ('patient', 'child')
      OR (told.chart_table = 'visit' AND fact.row_no = told.visit_no)
      OR (told.chart_table = 'laboratory' AND fact.day BETWEEN told.first_epoch_day AND told.last_epoch_day)
    )
)
SELECT
  told.patient_no,
  told.line_class,
  told.moment,
  told.field,
  standing_line.compared,
  standing_line.standing,
  standing_line.stratum,
  near.value_number,
  near.value_text
FROM told
INNER JOIN chosen_line AS standing_line ON standing_line.patient_no = told.patient_no AND standing_line.line_class = told.line_class
LEFT JOIN near
  ON near.patient_no = told.patient_no
  AND near.line_class = told.line_class
  AND near.moment = told.moment
  AND near.field = told.field
  AND near.place = 1
