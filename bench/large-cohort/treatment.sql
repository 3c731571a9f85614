-- One row per drug: an NSAID from the diagnosis, further drugs at once or at a later visit.
WITH numbered AS (
  SELECT
    patient_no, diagnosed, brief, last_visit,
    treatments_before + unnest(range(len(drug_classes))) + 1 AS treatment_no,
    unnest(drug_classes) AS drug_class
  FROM plan
),
started AS (
  SELECT
    treatment_no,
    patient_no,
    drug_class,
    CASE
      WHEN drug_class = 'nsaid' THEN diagnosed + draw(treatment_no, 'start', 10)
      WHEN drug_class = 'steroid' AND chance(treatment_no, 'at once', 50) THEN diagnosed + draw(treatment_no, 'start', 14)
      WHEN chance(treatment_no, 'between visits', 15) THEN diagnosed + 60 + draw(treatment_no, 'start', 800)
      ELSE visit_day(patient_no, diagnosed, 1 + draw(treatment_no, 'start visit', 4), brief, last_visit) + draw(treatment_no, 'start', 6)
    END AS started_epoch_day,
    chance(treatment_no, 'goes on', 20) AS goes_on
  FROM numbered
)
SELECT
  treatment_no,
  patient_no,
  CASE drug_class
    WHEN 'nsaid' THEN ['naproxen', 'ibuprofen', 'indometacin'][draw(treatment_no, 'drug', 3) + 1]
    WHEN 'steroid' THEN 'prednisolone'
    WHEN 'dmard' THEN ['methotrexate', 'sulfasalazine'][draw(treatment_no, 'drug', 2) + 1]
    WHEN 'tnf_inhibitor' THEN ['etanercept', 'infliximab', 'adalimumab'][draw(treatment_no, 'drug', 3) + 1]
    ELSE 'pamidronate'
  END AS drug,
  drug_class,
  CASE drug_class WHEN 'nsaid' THEN 1000 + draw(treatment_no, 'dose', 20) * 100 WHEN 'steroid' THEN 200 ELSE 100 + draw(treatment_no, 'dose', 20) * 100 END
    AS dose_x100,
  CASE WHEN drug_class IN ('nsaid', 'steroid') THEN 'mg/kg/d' ELSE 'mg/kg' END AS dose_unit,
  CASE drug_class WHEN 'tnf_inhibitor' THEN 'subcutaneous' WHEN 'bisphosphonate' THEN 'intravenous' ELSE 'oral' END AS route,
  started_epoch_day,
  CASE WHEN NOT goes_on THEN started_epoch_day + 14 + draw(treatment_no, 'duration', CASE drug_class WHEN 'steroid' THEN 200 ELSE 1200 END) END AS stopped_epoch_day,
  CASE
    WHEN NOT goes_on THEN ['remission', 'remission', 'remission', 'remission', 'planned_end', 'planned_end', 'inefficacy', 'adverse_effect',
      'family_decision', 'remission'][draw(treatment_no, 'reason', 10) + 1]
  END AS stop_reason
FROM started
