-- One row per study patient and class of drugs ever given: its place in the child's own order; classes begun on one day as the groups stand.
WITH begun AS (
  SELECT
    course.patient_no,
    course.line_class,
    course.start_epoch_day,
    own_group.sort_order AS group_ordinal
  FROM class_course AS course
  INNER JOIN protocol_group AS own_group ON own_group.line_class = course.line_class
)
SELECT
  patient_no,
  line_class,
  start_epoch_day,
  CAST(ROW_NUMBER() OVER (PARTITION BY patient_no ORDER BY start_epoch_day, group_ordinal) AS INTEGER) AS place
FROM begun
