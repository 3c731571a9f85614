-- One row per study patient and classification: met, not met or undecided, the lowest and highest possible sum, and how many items are not known.
WITH weighed AS (
  SELECT
    patient_no,
    classification,
    domain,
    MAX(CASE WHEN role = 'points' AND is_there = 1 THEN points ELSE 0 END) AS lowest,
    MAX(CASE WHEN role = 'points' AND COALESCE(is_there, 1) = 1 THEN points ELSE 0 END) AS highest,
    MAX(CASE WHEN role = 'entry' AND is_there = 0 THEN 1 WHEN role = 'exclusion' AND is_there = 1 THEN 1 ELSE 0 END) AS refused,
    MAX(CASE WHEN role <> 'points' AND is_there IS NULL THEN 1 ELSE 0 END) AS open_door,
    COUNT(*) FILTER (WHERE is_there IS NULL) AS unknown_items
  FROM classification_item
  GROUP BY patient_no, classification, domain
),
summed AS (
  SELECT
    patient_no,
    classification,
    CAST(SUM(lowest) AS INTEGER) AS score_lowest,
    CAST(SUM(highest) AS INTEGER) AS score_highest,
    MAX(refused) AS refused,
    MAX(open_door) AS open_door,
    CAST(SUM(unknown_items) AS INTEGER) AS unknown_items
  FROM weighed
  GROUP BY patient_no, classification
)
SELECT
  summed.patient_no,
  summed.classification,
  summed.score_lowest,
  summed.score_highest,
  summed.unknown_items,
  CASE
    WHEN summed.refused = 1 OR summed.score_highest < definition.at_least THEN 'not_met'
    WHEN summed.open_door = 1 OR summed.score_lowest < definition.at_least THEN 'undecided'
    ELSE 'met'
  END AS answer
FROM summed
INNER JOIN protocol_classification AS definition ON definition.classification = summed.classification
