-- One row per study patient: the Jansson score; an unknown item leaves a range from the lowest to the highest possible score.
WITH item AS (
  SELECT
    study_patient.patient_no,
    study_patient.cohort,
    marker.normal_blood_count,
    CASE WHEN imaging.imagings_at_diagnosis > 0 THEN COALESCE(pattern.symmetric_lesions, 0) END AS symmetric_lesions,
    CASE WHEN imaging.imagings_at_diagnosis > 0 THEN imaging.marginal_sclerosis END AS marginal_sclerosis,
    1 - visit.fever AS normal_temperature,
    CASE WHEN imaging.imagings_at_diagnosis > 0 THEN COALESCE(pattern.typical_place, 0) END AS typical_place,
    CASE
      WHEN imaging.imagings_at_diagnosis > 0 AND COALESCE(pattern.lesions_at_diagnosis, 0) > 1 THEN 1
      WHEN imaging.imagings_at_diagnosis > 0 THEN 0
    END AS more_than_one_lesion,
    CASE WHEN marker.crp_lowest_x1000 >= 10000 THEN 1 WHEN marker.crp_highest_x1000 < 10000 THEN 0 END AS crp_at_least_10
  FROM study_patient
  LEFT JOIN baseline_marker AS marker ON marker.patient_no = study_patient.patient_no
  LEFT JOIN patient_imaging AS imaging ON imaging.patient_no = study_patient.patient_no
  LEFT JOIN lesion_pattern AS pattern ON pattern.patient_no = study_patient.patient_no
  LEFT JOIN baseline_visit AS visit ON visit.patient_no = study_patient.patient_no
),
weight AS (
  SELECT
    COALESCE(MAX(points) FILTER (WHERE item = 'normal_blood_count'), 0) AS normal_blood_count,
    COALESCE(MAX(points) FILTER (WHERE item = 'symmetric_lesions'), 0) AS symmetric_lesions,
    COALESCE(MAX(points) FILTER (WHERE item = 'marginal_sclerosis'), 0) AS marginal_sclerosis,
    COALESCE(MAX(points) FILTER (WHERE item = 'normal_temperature'), 0) AS normal_temperature,
    COALESCE(MAX(points) FILTER (WHERE item = 'typical_place'), 0) AS typical_place,
    COALESCE(MAX(points) FILTER (WHERE item = 'more_than_one_lesion'), 0) AS more_than_one_lesion,
    COALESCE(MAX(points) FILTER (WHERE item = 'crp_at_least_10'), 0) AS crp_at_least_10
  FROM protocol_score_item
),
bounded AS (
  SELECT
    item.patient_no,
    item.cohort,
    item.normal_blood_count,
    item.symmetric_lesions,
    item.marginal_sclerosis,
    item.normal_temperature,
    item.typical_place,
    item.more_than_one_lesion,
    item.crp_at_least_10,
    COALESCE(item.normal_blood_count, 0) * weight.normal_blood_count
      + COALESCE(item.symmetric_lesions, 0) * weight.symmetric_lesions
      + COALESCE(item.marginal_sclerosis, 0) * weight.marginal_sclerosis
      + COALESCE(item.normal_temperature, 0) * weight.normal_temperature
      + COALESCE(item.typical_place, 0) * weight.typical_place
      + COALESCE(item.more_than_one_lesion, 0) * weight.more_than_one_lesion
      + COALESCE(item.crp_at_least_10, 0) * weight.crp_at_least_10 AS score_lowest,
    COALESCE(item.normal_blood_count, 1) * weight.normal_blood_count
      + COALESCE(item.symmetric_lesions, 1) * weight.symmetric_lesions
      + COALESCE(item.marginal_sclerosis, 1) * weight.marginal_sclerosis
      + COALESCE(item.normal_temperature, 1) * weight.normal_temperature
      + COALESCE(item.typical_place, 1) * weight.typical_place
      + COALESCE(item.more_than_one_lesion, 1) * weight.more_than_one_lesion
      + COALESCE(item.crp_at_least_10, 1) * weight.crp_at_least_10 AS score_highest
  FROM item
  CROSS JOIN weight
)
SELECT
  patient_no,
  cohort,
  normal_blood_count,
  symmetric_lesions,
  marginal_sclerosis,
  normal_temperature,
  typical_place,
  more_than_one_lesion,
  crp_at_least_10,
  score_lowest,
  score_highest,
  CASE WHEN score_lowest = score_highest THEN score_lowest END AS score
FROM bounded
