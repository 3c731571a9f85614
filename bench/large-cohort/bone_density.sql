-- No row: no study reads this table, which is younger than the cohort's shape.
SELECT patient_no, CAST(NULL AS INTEGER) AS visit_no FROM plan WHERE FALSE
