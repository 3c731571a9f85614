-- One row per study patient with a result around diagnosis: the markers side by side, and whether both blood counts are normal.
WITH marker AS (
  SELECT
    patient_no,
    MAX(value_x1000) FILTER (WHERE analyte = 'leukocytes') AS leukocytes_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'thrombocytes') AS thrombocytes_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'neutrophils') AS neutrophils_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'lymphocytes') AS lymphocytes_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'monocytes') AS monocytes_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'crp') AS crp_x1000,
    MAX(lowest_x1000) FILTER (WHERE analyte = 'crp') AS crp_lowest_x1000,
    MAX(highest_x1000) FILTER (WHERE analyte = 'crp') AS crp_highest_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'esr') AS esr_x1000,
    MAX(value_x1000) FILTER (WHERE analyte = 'ana' AND finding = 'positive') AS ana_titre_x1000,
    MAX(CASE WHEN lowest_x1000 > upper_limit_x1000 THEN 1 WHEN highest_x1000 <= upper_limit_x1000 THEN 0 END)
      FILTER (WHERE analyte = 'leukocytes') AS leukocytosis,
    MAX(CASE WHEN lowest_x1000 > upper_limit_x1000 THEN 1 WHEN highest_x1000 <= upper_limit_x1000 THEN 0 END)
      FILTER (WHERE analyte = 'thrombocytes') AS thrombocytosis,
    MAX(CASE WHEN lowest_x1000 > upper_limit_x1000 THEN 1 WHEN highest_x1000 <= upper_limit_x1000 THEN 0 END)
      FILTER (WHERE analyte = 'monocytes') AS monocytosis,
    MIN(
      CASE
        WHEN lowest_x1000 >= lower_limit_x1000 AND highest_x1000 <= upper_limit_x1000 THEN 1
        WHEN highest_x1000 < lower_limit_x1000 OR lowest_x1000 > upper_limit_x1000 THEN 0
      END
    ) FILTER (WHERE analyte IN ('leukocytes', 'thrombocytes')) AS counts_in_range,
    CAST(
      COUNT(*) FILTER (
        WHERE analyte IN ('leukocytes', 'thrombocytes')
          AND lowest_x1000 >= lower_limit_x1000
          AND highest_x1000 <= upper_limit_x1000
      ) AS INTEGER
    ) AS counts_within,
    MAX(CASE WHEN finding = 'positive' THEN 1 WHEN finding = 'negative' THEN 0 END) FILTER (WHERE analyte = 'hla_b27') AS hla_b27_positive,
    MAX(CASE WHEN finding = 'positive' THEN 1 WHEN finding = 'negative' THEN 0 END) FILTER (WHERE analyte = 'ana') AS ana_positive
  FROM baseline_laboratory
  GROUP BY patient_no
)
SELECT
  patient_no,
  leukocytes_x1000,
  thrombocytes_x1000,
  neutrophils_x1000,
  lymphocytes_x1000,
  monocytes_x1000,
  crp_x1000,
  crp_lowest_x1000,
  crp_highest_x1000,
  esr_x1000,
  ana_titre_x1000,
  leukocytosis,
  thrombocytosis,
  monocytosis,
  hla_b27_positive,
  ana_positive,
  CASE WHEN counts_in_range = 0 THEN 0 WHEN counts_within = 2 THEN 1 END AS normal_blood_count
FROM marker
