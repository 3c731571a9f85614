-- Pseudo-random whole numbers and the course of a child, as functions of the row alone: the same seed gives the same cohort
-- whatever the number of threads. `hash` is DuckDB's own, so another DuckDB may draw another cohort.
CREATE MACRO draw(of_row, salt, sides) AS CAST(hash(getvariable('seed'), of_row, salt) % sides AS INTEGER);
CREATE MACRO chance(of_row, salt, per_cent) AS hash(getvariable('seed'), of_row, salt) % 100 < per_cent;
-- Day of visit 0 to 5. A tenth of the children is followed for little more than a year.
CREATE MACRO visit_day(patient_no, diagnosed, visit, brief, last_visit) AS
  diagnosed
  + CASE WHEN brief THEN [0, 35, 91, 183, 300, 420][visit + 1] WHEN visit = 5 THEN last_visit ELSE [0, 91, 183, 365, 730, 0][visit + 1] END
  + CASE WHEN visit = 0 THEN draw(patient_no, 'first visit', 8) ELSE draw(patient_no * 8 + visit, 'visit', 31) - 10 END;
-- How the child is at visit 0 to 5; before a flare it is well.
CREATE MACRO course_at(patient_no, visit, flare_visit) AS
  CASE
    WHEN visit = 0 THEN 'ill'
    WHEN visit = flare_visit THEN 'flare'
    WHEN visit = flare_visit - 1 THEN 'well'
    ELSE ['well', 'well', 'well', 'well', 'well', 'well', 'well', 'well', 'better', 'better', 'better', 'better', 'unchanged',
      'unchanged', 'unchanged', 'worse', 'worse', 'stuck', 'silent', 'unseen'][draw(patient_no * 8 + visit, 'course', 20) + 1]
  END;
