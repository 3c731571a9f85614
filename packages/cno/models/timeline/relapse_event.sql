-- One row per derived relapse (patient_no, relapse_ordinal): a visit with new activity whose last telling visit before was a remission.
WITH judged AS (
  SELECT
    visit.patient_no,
    visit.visit_no,
    visit.visited_epoch_day,
    lesion.new_lesion_imaging_no,
    CASE
      WHEN rule.relapse_needs = 'either'
        THEN CASE WHEN new_symptoms.new_symptoms = 1 OR lesion.visit_no IS NOT NULL THEN 1 ELSE 0 END
      WHEN rule.relapse_needs = 'symptoms' THEN new_symptoms.new_symptoms
      WHEN rule.relapse_needs = 'lesion' THEN CASE WHEN lesion.visit_no IS NOT NULL THEN 1 ELSE 0 END
      ELSE CASE WHEN new_symptoms.new_symptoms = 1 AND lesion.visit_no IS NOT NULL THEN 1 ELSE 0 END
    END AS flares,
    CASE WHEN visit.state IN ('full_remission', 'partial_remission') THEN 1 ELSE 0 END AS remits
  FROM line_visit AS visit
  INNER JOIN (
    SELECT visit_no, CASE WHEN symptomatic = 1 AND subjective_change = 'worse' THEN 1 ELSE 0 END AS new_symptoms
    FROM visit_sign
  ) AS new_symptoms ON new_symptoms.visit_no = visit.visit_no
  LEFT JOIN lesion_visit AS lesion ON lesion.visit_no = visit.visit_no
  INNER JOIN protocol_group AS own_group ON own_group.line_class = visit.line_class AND own_group.entry = 'diagnosis'
  CROSS JOIN protocol_rule AS rule
),
telling AS (
  SELECT
    patient_no,
    visit_no,
    visited_epoch_day,
    new_lesion_imaging_no,
    flares,
    LAG(flares) OVER (PARTITION BY patient_no ORDER BY visited_epoch_day, visit_no) AS before_flares,
    LAG(visit_no) OVER (PARTITION BY patient_no ORDER BY visited_epoch_day, visit_no) AS remission_visit_no
  FROM judged
  WHERE flares = 1 OR remits = 1
)
SELECT
  patient_no,
  CAST(ROW_NUMBER() OVER (PARTITION BY patient_no ORDER BY visited_epoch_day, visit_no) AS INTEGER) AS relapse_ordinal,
  visited_epoch_day AS relapse_epoch_day,
  visit_no AS relapse_visit_no,
  new_lesion_imaging_no AS relapse_imaging_no,
  remission_visit_no
FROM telling
WHERE flares = 1 AND before_flares = 0
