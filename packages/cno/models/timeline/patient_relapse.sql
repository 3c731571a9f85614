-- One row per patient with a derived relapse: how many.
SELECT patient_no, CAST(COUNT(*) AS INTEGER) AS relapse_count
FROM relapse_event
GROUP BY patient_no
