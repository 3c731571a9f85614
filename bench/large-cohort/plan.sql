-- One row per child: what its charts will say, and before which numbers its rows stand.
WITH drawn AS (
  SELECT
    CAST(range AS INTEGER) AS patient_no,
    NOT chance(range, 'cohort', 10) AS cno,
    12418 + draw(range, 'diagnosed', 4383) + CASE WHEN chance(range, 'late', 2) THEN 4383 ELSE 0 END AS diagnosed,
    chance(range, 'brief', 10) AS brief,
    1000 + draw(range, 'last visit', 2600) AS last_visit,
    CASE WHEN chance(range, 'flare', 60) THEN 2 + draw(range, 'flare visit', 4) ELSE 99 END AS flare_visit,
    CASE WHEN chance(range, 'unifocal', 20) THEN 1 ELSE 2 + draw(range, 'lesions', 11) END AS drawn_lesions,
    chance(range, 'last imaging', 50) AS imaged_last
  FROM range(1, CAST(getvariable('patients') AS BIGINT) + 1)
),
planned AS (
  SELECT
    patient_no,
    cno,
    diagnosed,
    brief,
    last_visit,
    CASE WHEN cno THEN flare_visit ELSE 99 END AS flare_visit,
    cno AND flare_visit < 99 AS flares,
    CASE WHEN NOT cno THEN 1 WHEN flare_visit < 99 THEN drawn_lesions + 1 ELSE drawn_lesions END AS lesions,
    2 + CAST(cno AND flare_visit < 99 AS INTEGER) + CAST(imaged_last AS INTEGER) AS imagings,
    CASE
      WHEN cno THEN list_filter([
        'nsaid',
        CASE WHEN chance(patient_no, 'steroid', 40) THEN 'steroid' END,
        CASE WHEN chance(patient_no, 'dmard', 10) THEN 'dmard' END,
        CASE WHEN chance(patient_no, 'tnf_inhibitor', 12) THEN 'tnf_inhibitor' END,
        CASE WHEN chance(patient_no, 'bisphosphonate', 14) THEN 'bisphosphonate' END
      ], lambda drug_class: drug_class IS NOT NULL)
      ELSE []
    END AS drug_classes,
    CASE
      WHEN cno THEN list_filter([
        CASE WHEN chance(patient_no, 'arthritis', CASE WHEN drawn_lesions > 4 THEN 30 ELSE 15 END) THEN 'arthritis' END,
        CASE WHEN chance(patient_no, 'crohn', 4) THEN 'crohn' END,
        CASE WHEN chance(patient_no, 'ulcerative_colitis', 2) THEN 'ulcerative_colitis' END,
        CASE WHEN chance(patient_no, 'palmoplantar_pustulosis', 9) THEN 'palmoplantar_pustulosis' END,
        CASE WHEN chance(patient_no, 'acne_fulminans', 1) THEN 'acne_fulminans' END,
        CASE WHEN chance(patient_no, 'psoriasis', 4) THEN 'psoriasis' END
      ], lambda kind: kind IS NOT NULL)
      ELSE []
    END AS kinds
  FROM drawn
)
SELECT
  *,
  CAST(SUM(imagings) OVER so_far AS BIGINT) - imagings AS imagings_before,
  CAST(SUM(lesions) OVER so_far AS BIGINT) - lesions AS lesions_before,
  CAST(SUM(len(drug_classes)) OVER so_far AS BIGINT) - len(drug_classes) AS treatments_before,
  CAST(SUM(len(kinds)) OVER so_far AS BIGINT) - len(kinds) AS manifestations_before
FROM planned
WINDOW so_far AS (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
