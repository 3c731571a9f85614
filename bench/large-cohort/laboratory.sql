-- One row per result: CRP and ESR at each visit; blood count, HLA-B27 and ANA at the first.
WITH numbered AS (
  SELECT patient_no, cno, diagnosed, brief, last_visit, flare_visit, unnest(range(19)) AS result
  FROM plan
),
sampled AS (
  SELECT
    (patient_no - 1) * 19 + result + 1 AS laboratory_no,
    patient_no,
    cno,
    CASE WHEN result < 12 THEN result // 2 ELSE 0 END AS visit,
    CASE
      WHEN result < 12 THEN ['crp', 'esr'][result % 2 + 1]
      ELSE ['leukocytes', 'thrombocytes', 'neutrophils', 'lymphocytes', 'monocytes', 'hla_b27', 'ana'][result - 11]
    END AS analyte,
    visit_day(patient_no, diagnosed, CASE WHEN result < 12 THEN result // 2 ELSE 0 END, brief, last_visit) AS sampled_epoch_day,
    course_at(patient_no, CASE WHEN result < 12 THEN result // 2 ELSE 0 END, flare_visit) AS course
  FROM numbered
),
measured AS (
  SELECT
    *,
    CASE
      WHEN course = 'stuck' THEN 90
      WHEN course IN ('well', 'unseen') THEN 1 + draw(laboratory_no, 'value', 3)
      WHEN course = 'better' THEN CASE WHEN chance(laboratory_no, 'still high', 40) THEN 6 ELSE 2 + draw(laboratory_no, 'value', 3) END
      WHEN chance(laboratory_no, 'high', CASE WHEN cno THEN 55 ELSE 90 END) THEN 8 + draw(laboratory_no, 'value', 60)
      ELSE draw(laboratory_no, 'value', 5)
    END AS inflammation
  FROM sampled
)
SELECT
  laboratory_no,
  patient_no,
  (patient_no - 1) * 6 + visit + 1 AS visit_no,
  sampled_epoch_day,
  analyte,
  CASE
    WHEN chance(laboratory_no, 'not measured', 3) THEN NULL
    WHEN analyte = 'crp' THEN inflammation * 1000 + draw(laboratory_no, 'tenth', 10) * 100
    WHEN analyte = 'esr' THEN least(inflammation * 3, 120) * 1000
    WHEN analyte = 'leukocytes' THEN 5500 + draw(laboratory_no, 'value', 8000)
    WHEN analyte = 'thrombocytes' THEN 180000 + draw(laboratory_no, 'value', 300) * 1000
    WHEN analyte = 'neutrophils' THEN 40000 + draw(laboratory_no, 'value', 300) * 100
    WHEN analyte = 'lymphocytes' THEN 20000 + draw(laboratory_no, 'value', 250) * 100
    WHEN analyte = 'monocytes' THEN 4000 + draw(laboratory_no, 'value', 100) * 100
    WHEN analyte = 'ana' AND chance(laboratory_no, 'positive', 30) THEN 80000 * (1 << draw(laboratory_no, 'titre', 5))
  END AS value_x1000,
  CASE analyte
    WHEN 'crp' THEN 'mg/L' WHEN 'esr' THEN 'mm/h' WHEN 'hla_b27' THEN NULL WHEN 'ana' THEN '{titer}'
    WHEN 'leukocytes' THEN '10*9/L' WHEN 'thrombocytes' THEN '10*9/L' ELSE '%'
  END AS unit,
  CASE analyte
    WHEN 'hla_b27' THEN CASE WHEN chance(laboratory_no, 'b27', 8) THEN 'positive' ELSE 'negative' END
    WHEN 'ana' THEN CASE WHEN chance(laboratory_no, 'positive', 30) THEN 'positive' ELSE 'negative' END
  END AS finding,
  CASE analyte WHEN 'leukocytes' THEN 4500 WHEN 'thrombocytes' THEN 150000 WHEN 'neutrophils' THEN 43000 WHEN 'lymphocytes' THEN 27000 WHEN 'monocytes' THEN 0 END
    AS lower_limit_x1000,
  CASE analyte
    WHEN 'crp' THEN CASE WHEN chance(laboratory_no, 'limit', 80) THEN 5000 END
    WHEN 'esr' THEN CASE WHEN chance(laboratory_no, 'limit', 80) THEN 15000 END
    WHEN 'leukocytes' THEN 12500 WHEN 'thrombocytes' THEN 400000 WHEN 'neutrophils' THEN 57000 WHEN 'lymphocytes' THEN 43000 WHEN 'monocytes' THEN 7000
  END AS upper_limit_x1000
FROM measured
