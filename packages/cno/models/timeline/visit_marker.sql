-- One row per visit with a CRP or ESR result: the highest value read at the visit, and whether it exceeds the laboratory's own limit.
SELECT
  laboratory.visit_no,
  MAX(laboratory.value_x1000) FILTER (WHERE laboratory.analyte = 'crp') AS crp_x1000,
  MAX(CASE WHEN laboratory.value_x1000 > COALESCE(laboratory.upper_limit_x1000, rule.markers_crp_above_mg_per_l_x1000) THEN 1 ELSE 0 END)
    FILTER (WHERE laboratory.analyte = 'crp') AS crp_elevated,
  MIN(laboratory.laboratory_no) FILTER (WHERE laboratory.analyte = 'crp') AS crp_laboratory_no,
  MAX(laboratory.value_x1000) FILTER (WHERE laboratory.analyte = 'esr') AS esr_x1000,
  MAX(CASE WHEN laboratory.value_x1000 > COALESCE(laboratory.upper_limit_x1000, rule.markers_esr_above_mm_per_h_x1000) THEN 1 ELSE 0 END)
    FILTER (WHERE laboratory.analyte = 'esr') AS esr_elevated,
  MIN(laboratory.laboratory_no) FILTER (WHERE laboratory.analyte = 'esr') AS esr_laboratory_no
FROM laboratory
CROSS JOIN protocol_rule AS rule
WHERE laboratory.analyte IN ('crp', 'esr')
  AND laboratory.visit_no IS NOT NULL
  AND laboratory.value_x1000 IS NOT NULL
GROUP BY laboratory.visit_no
