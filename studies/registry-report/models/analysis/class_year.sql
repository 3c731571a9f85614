-- One row per study patient, calendar year in the study and class of drugs: 1 given in that year, 0 not, null where a stop is not known.
WITH given AS (
  SELECT
    treatment.patient_no,
    opens.line_class,
    treatment.started_epoch_day,
    CASE
      WHEN treatment.stopped_epoch_day IS NOT NULL THEN treatment.stopped_epoch_day
      WHEN treatment.stopped_on_missing = 'not-applicable' THEN follow_up.now_epoch_day
      ELSE treatment.started_epoch_day
    END AS known_until_epoch_day,
    CASE WHEN treatment.stopped_epoch_day IS NULL AND treatment.stopped_on_missing <> 'not-applicable' THEN 1 ELSE 0 END AS open_end
  FROM treatment
  INNER JOIN follow_up ON follow_up.patient_no = treatment.patient_no
  INNER JOIN protocol_group_drug AS opens ON opens.drug = treatment.drug OR opens.drug_class = treatment.drug_class
),
in_year AS (
  SELECT
    child_year.patient_no,
    child_year.calendar_year,
    own_group.line_class,
    MAX(CASE
      WHEN given.started_epoch_day <= calendar.last_epoch_day AND given.known_until_epoch_day >= calendar.first_epoch_day THEN 1
      ELSE 0
    END) AS given,
    MAX(CASE WHEN given.started_epoch_day <= calendar.last_epoch_day THEN given.open_end ELSE 0 END) AS maybe
  FROM child_year
  INNER JOIN protocol_year AS calendar ON calendar.year = child_year.calendar_year
  INNER JOIN protocol_group AS own_group ON own_group.entry = 'drug'
  LEFT JOIN given ON given.patient_no = child_year.patient_no AND given.line_class = own_group.line_class
  GROUP BY child_year.patient_no, child_year.calendar_year, own_group.line_class
)
SELECT
  patient_no,
  calendar_year,
  line_class,
  CASE WHEN given = 1 THEN 1 WHEN maybe = 0 THEN 0 END AS given_in_year
FROM in_year
