-- One row per line, time point and level of PedCNO: response, no response, or why it is not known.
WITH judged AS (
  SELECT
    item.patient_no,
    item.line_class,
    item.time_point,
    level.level,
    CASE
      WHEN item.before_lowest_x1000 > 0
        AND 100 * item.now_highest_x1000 <= (100 - level.percent) * item.before_lowest_x1000
        THEN 1
      WHEN item.before_highest_x1000 = 0 AND item.now_lowest_x1000 IS NOT NULL THEN 0
      WHEN 100 * item.now_lowest_x1000 > (100 - level.percent) * item.before_highest_x1000 THEN 0
    END AS better,
    CASE
      WHEN 100 * item.now_lowest_x1000 > (100 + rule.pedcno_worse_by_more_than_percent) * item.before_highest_x1000 THEN 1
      WHEN 100 * item.now_highest_x1000 <= (100 + rule.pedcno_worse_by_more_than_percent) * item.before_lowest_x1000 THEN 0
    END AS worse
  FROM core_set AS item
  CROSS JOIN protocol_pedcno_level AS level
  CROSS JOIN protocol_rule AS rule
),
counted AS (
  SELECT
    patient_no,
    line_class,
    time_point,
    level,
    COUNT(*) FILTER (WHERE better IS NOT NULL AND worse IS NOT NULL) AS known,
    COUNT(*) FILTER (WHERE better = 1 AND worse IS NOT NULL) AS better,
    COUNT(*) FILTER (WHERE worse = 1 AND better IS NOT NULL) AS worse
  FROM judged
  GROUP BY patient_no, line_class, time_point, level
)
SELECT
  counted.patient_no,
  counted.line_class,
  counted.time_point,
  counted.level,
  CAST(counted.known AS INTEGER) AS items_known,
  CASE
    WHEN point.visit_no IS NULL THEN 'not_seen'
    WHEN counted.known < rule.pedcno_items_known_at_least THEN 'too_few_items'
    WHEN counted.better >= rule.pedcno_items_better_at_least AND counted.worse <= rule.pedcno_items_worse_at_most THEN 'response'
    ELSE 'no_response'
  END AS pedcno_state
FROM counted
INNER JOIN line_time_point AS point
  ON point.patient_no = counted.patient_no
  AND point.line_class = counted.line_class
  AND point.time_point = counted.time_point
CROSS JOIN protocol_rule AS rule
