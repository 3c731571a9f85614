-- One row per line with a remission at a visit after its start: the day of the first.
SELECT patient_no, line_class, MIN(day) AS first_day
FROM line_visit
WHERE state IN ('full_remission', 'partial_remission')
GROUP BY patient_no, line_class
