-- One row per imaging with a lesion observed: how many lesions it shows in each state, and the first new one.
SELECT
  lesion_observation.imaging_no,
  CAST(COUNT(*) AS INTEGER) AS lesion_count,
  CAST(COUNT(*) FILTER (WHERE lesion_observation.state = 'new') AS INTEGER) AS new_count,
  CAST(COUNT(*) FILTER (WHERE lesion_observation.state IN ('active', 'remaining')) AS INTEGER) AS active_count,
  CAST(COUNT(*) FILTER (WHERE lesion_observation.state <> 'not_visible') AS INTEGER) AS visible_count,
  MAX(lesion_observation.marginal_sclerosis) AS marginal_sclerosis,
  MIN(lesion_observation.lesion_observation_no) FILTER (WHERE lesion_observation.state = 'new') AS new_lesion_observation_no
FROM lesion_observation
GROUP BY lesion_observation.imaging_no
