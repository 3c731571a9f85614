-- No row: no study reads this table, which is younger than the cohort's shape.
SELECT patient_no FROM plan WHERE FALSE
