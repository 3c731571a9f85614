-- One row per study patient: findings at diagnosis that classifications ask for; 1 there, 0 not there, null unknown or not in charts.
-- Band neutrophils are counted in 10*9/L, so that 220 thousandths are 220 in a microlitre.
WITH femoral AS (
  SELECT patient_no, MAX(CASE WHEN bone = 'femur' THEN 1 ELSE 0 END) AS femur
  FROM lesion_place
  WHERE at_diagnosis = 1
  GROUP BY patient_no
)
SELECT
  jansson.patient_no,
  jansson.normal_blood_count,
  jansson.symmetric_lesions,
  jansson.marginal_sclerosis,
  jansson.normal_temperature,
  jansson.typical_place,
  jansson.more_than_one_lesion,
  jansson.crp_at_least_10,
  CASE WHEN marker.crp_highest_x1000 <= 55000 THEN 1 WHEN marker.crp_lowest_x1000 > 55000 THEN 0 END AS crp_at_most_55,
  CASE WHEN band.highest_x1000 <= 220 THEN 1 WHEN band.lowest_x1000 > 220 THEN 0 END AS bands_at_most_220,
  CASE WHEN imaging.imagings_at_diagnosis > 0 THEN COALESCE(femoral.femur, 0) END AS femur
FROM jansson
LEFT JOIN baseline_marker AS marker ON marker.patient_no = jansson.patient_no
LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = jansson.patient_no
LEFT JOIN femoral ON femoral.patient_no = jansson.patient_no
LEFT JOIN baseline_laboratory AS band ON band.patient_no = jansson.patient_no AND band.analyte = 'band_neutrophils'
