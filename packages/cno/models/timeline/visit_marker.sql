-- One row per visit with a CRP or ESR result: the highest value read at the visit, between which ends it lies where a laboratory gave no more than
-- a limit, and whether it exceeds the laboratory's own limit of normal; null where a result may lie on either side of that.
WITH result AS (
  SELECT
    laboratory.visit_no,
    laboratory.analyte,
    laboratory.laboratory_no,
    laboratory.value_x1000,
    laboratory.lowest_x1000,
    laboratory.highest_x1000,
    COALESCE(
      laboratory.upper_limit_x1000,
      CASE laboratory.analyte WHEN 'crp' THEN rule.markers_crp_above_mg_per_l_x1000 ELSE rule.markers_esr_above_mm_per_h_x1000 END
    ) AS normal_x1000
  FROM laboratory_result AS laboratory
  CROSS JOIN protocol_rule AS rule
  WHERE laboratory.analyte IN ('crp', 'esr')
    AND laboratory.visit_no IS NOT NULL
    AND laboratory.lowest_x1000 IS NOT NULL
),
marker AS (
  SELECT
    visit_no,
    analyte,
    MIN(laboratory_no) AS laboratory_no,
    CASE WHEN COUNT(value_x1000) = COUNT(*) THEN MAX(value_x1000) END AS value_x1000,
    MAX(lowest_x1000) AS lowest_x1000,
    CASE WHEN COUNT(highest_x1000) = COUNT(*) THEN MAX(highest_x1000) END AS highest_x1000,
    CASE
      WHEN MAX(CASE WHEN lowest_x1000 > normal_x1000 THEN 1 ELSE 0 END) = 1 THEN 1
      WHEN MIN(CASE WHEN highest_x1000 <= normal_x1000 THEN 1 ELSE 0 END) = 1 THEN 0
    END AS elevated
  FROM result
  GROUP BY visit_no, analyte
)
SELECT
  visit_no,
  MAX(CASE WHEN lowest_x1000 = highest_x1000 THEN lowest_x1000 ELSE value_x1000 END) FILTER (WHERE analyte = 'crp') AS crp_x1000,
  MAX(lowest_x1000) FILTER (WHERE analyte = 'crp') AS crp_lowest_x1000,
  MAX(highest_x1000) FILTER (WHERE analyte = 'crp') AS crp_highest_x1000,
  MAX(elevated) FILTER (WHERE analyte = 'crp') AS crp_elevated,
  MAX(laboratory_no) FILTER (WHERE analyte = 'crp') AS crp_laboratory_no,
  MAX(CASE WHEN lowest_x1000 = highest_x1000 THEN lowest_x1000 ELSE value_x1000 END) FILTER (WHERE analyte = 'esr') AS esr_x1000,
  MAX(lowest_x1000) FILTER (WHERE analyte = 'esr') AS esr_lowest_x1000,
  MAX(highest_x1000) FILTER (WHERE analyte = 'esr') AS esr_highest_x1000,
  MAX(elevated) FILTER (WHERE analyte = 'esr') AS esr_elevated,
  MAX(laboratory_no) FILTER (WHERE analyte = 'esr') AS esr_laboratory_no
FROM marker
GROUP BY visit_no
