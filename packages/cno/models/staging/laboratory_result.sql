-- One row per laboratory result: the lowest and the highest value that it can be, one and the same where it was measured; where the laboratory
-- gives no more than a limit, every value on its side is possible, without an upper end above one. `value_x1000` is what medians and means count.
SELECT
  laboratory.laboratory_no,
  laboratory.patient_no,
  laboratory.visit_no,
  laboratory.sampled_epoch_day,
  laboratory.analyte,
  laboratory.finding,
  laboratory.lower_limit_x1000,
  laboratory.upper_limit_x1000,
  CASE WHEN laboratory.comparator IS NULL OR rule.measurement_limit_counts = 'at-limit' THEN laboratory.value_x1000 END AS value_x1000,
  CASE
    WHEN laboratory.value_x1000 IS NULL THEN NULL
    WHEN laboratory.comparator IN ('below', 'at_most') THEN 0
    WHEN laboratory.comparator = 'above' THEN laboratory.value_x1000 + 1
    ELSE laboratory.value_x1000
  END AS lowest_x1000,
  CASE
    WHEN laboratory.comparator IN ('at_least', 'above') THEN NULL
    WHEN laboratory.comparator = 'below' THEN laboratory.value_x1000 - 1
    ELSE laboratory.value_x1000
  END AS highest_x1000
FROM laboratory
CROSS JOIN protocol_rule AS rule
