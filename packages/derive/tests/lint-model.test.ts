import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { DRESDEN_MODELS } from "../../../studies/schnabel-2017/tests/dresden-models.ts";
import { lintModel } from "../src/index.ts";

const models = DRESDEN_MODELS;
const tables = [...models.map(({ name }) => name), ...CODEBOOK.map(({ name }) => name)];

const GRAIN = "-- One row per patient: what is said of it.\n";

/** Faults, each the only one of its model, and a word of the sentence that must name it. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ["SELECT patient_no FROM patient", /grain/],
  [`${GRAIN}TABLE patient`, /one SELECT/],
  [`${GRAIN}SELECT patient_no FROM patient;`, /semicolon/],
  [`${GRAIN}SELECT * FROM patient`, /SELECT \*/],
  [`${GRAIN}SELECT patient.* FROM patient`, /SELECT \*/],
  [`${GRAIN}SELECT CAST(day AS DOUBLE) AS day FROM patient`, /floats/],
  [`${GRAIN}SELECT AVG(day) AS day FROM patient`, /AVG\(\) is not among/],
  [`${GRAIN}SELECT ROUND(day) AS day FROM patient`, /ROUND\(\)/],
  [`${GRAIN}SELECT NOW() AS day FROM patient`, /NOW\(\)/],
  [`${GRAIN}SELECT GREATEST(day, 1) AS day FROM patient`, /GREATEST\(\)/],
  [`${GRAIN}SELECT DATE_DIFF('day', a, b) AS day FROM patient`, /DATE_DIFF\(\)/],
  [`${GRAIN}SELECT any_value(day) AS day FROM patient`, /any_value\(\)/],
  [`${GRAIN}SELECT FIRST(day) AS day FROM patient`, /FIRST\(\)/],
  [`${GRAIN}SELECT LIST(day) AS days FROM patient`, /LIST\(\)/],
  [`${GRAIN}SELECT day / 7 AS week FROM patient`, /division/],
  [`${GRAIN}SELECT (day)/(week) AS week FROM patient`, /division/],
  [`${GRAIN}SELECT 0.5 * day AS day FROM patient`, /floats/],
  [`${GRAIN}SELECT CURRENT_DATE AS day FROM patient`, /dates/],
  [`${GRAIN}SELECT INTERVAL 1 DAY AS day FROM patient`, /dates/],
  [`${GRAIN}SELECT [1, 2] AS days FROM patient`, /lists/],
  [`${GRAIN}SELECT {'a': 1} AS days FROM patient`, /structures/],
  [`${GRAIN}SELECT day FROM patient QUALIFY day = 1`, /every engine/],
  [`${GRAIN}SELECT day FROM patient ASOF JOIN visit ON day = on_day`, /every engine/],
  [`${GRAIN}SELECT day FROM patient WHERE bone ILIKE 'tibia'`, /every engine/],
  [`${GRAIN}SELECT day FROM patient EXCEPT SELECT day FROM visit`, /UNION ALL/],
  [`${GRAIN}SELECT day FROM patient UNION SELECT day FROM visit`, /UNION ALL/],
  [`${GRAIN}SELECT day FROM patient WHERE bone < 'tibia'`, /order of texts/],
  [`${GRAIN}SELECT bone || side AS place FROM patient`, /put together/],
  [`${GRAIN}SELECT day /* why */ FROM patient`, /comments/],
  [`${GRAIN}SELECT day FROM patient ORDER BY day`, /outside a window/],
  [`${GRAIN}SELECT DISTINCT ON (patient_no) day FROM patient`, /every engine/],
  [`${GRAIN}SELECT day::INTEGER AS day FROM patient`, /::/],
  [`${GRAIN}SELECT ARG_MIN(day, visit_no) AS day FROM patient`, /ARG_MIN\(\)/],
  [`${GRAIN}SELECT RANDOM() AS day FROM patient`, /RANDOM\(\)/],
  [`${GRAIN}SELECT TRUE AS yes FROM patient`, /1 and 0/],
  [`${GRAIN}SELECT day FROM patient LIMIT 1`, /first/],
  [`${GRAIN}SELECT LAG(day) OVER (PARTITION BY patient_no ORDER BY ABS(day)) AS before FROM visit`, /not unique/],
  [
    `${GRAIN}SELECT LAG(day) OVER (PARTITION BY patient_no ORDER BY day, patient_no) AS before FROM visit`,
    /not unique/,
  ],
  [`${GRAIN}SELECT LAG(day) OVER (PARTITION BY patient_no) AS before FROM visit`, /without ORDER BY/],
  [
    `${GRAIN}SELECT LAG(day) OVER (PARTITION BY patient_no ORDER BY bone, lesion_no) AS before FROM lesion`,
    /not by texts/,
  ],
  [`${GRAIN}SELECT LAG(day) OVER steady AS before FROM visit`, /where it is used/],
  [`${GRAIN}SELECT name FROM '/any/file.csv'`, /plain names/],
  [`${GRAIN}SELECT name FROM "secret.csv"`, /plain names/],
  [`${GRAIN}SELECT name FROM visit, '/any/file.csv'`, /plain names/],
  [`${GRAIN}SELECT day FROM other.visit`, /plain names/],
  [`${GRAIN}WITH line AS (SELECT day FROM visit)\nSELECT day FROM line`, /hides/],
  [`${GRAIN}WITH own AS (SELECT day FROM visit),\nvisit AS (SELECT day FROM own)\nSELECT day FROM visit`, /hides/],
  [`${GRAIN}WITH line (day) AS (SELECT day FROM visit)\nSELECT day FROM line`, /hides/],
  [`${GRAIN}WITH fault AS (SELECT day FROM visit)\nSELECT day FROM fault`, /hides/],
  [
    `${GRAIN}SELECT visit.day FROM patient\nINNER JOIN lesion_visit AS visit ON 1 = 1\nINNER JOIN visit ON 1 = 1`,
    /hides the visit/,
  ],
  [`${GRAIN}SELECT\n  COUNT(*) AS n\nFROM visit`, /cast/],
  [`${GRAIN}SELECT patient_no, COUNT(*) AS n FROM visit GROUP BY patient_no`, /cast/],
  [`${GRAIN}SELECT patient_no, COALESCE(SUM(day), 0) AS n FROM visit GROUP BY patient_no`, /cast/],
  [`${GRAIN}SELECT ROW_NUMBER() OVER (ORDER BY visit_no) AS n FROM visit`, /cast/],
];

describe("the portable subset of SQL", () => {
  for (const model of models) {
    test(`${model.name} keeps to it`, () => assert.deepEqual(lintModel(model, tables), []));
  }

  for (const [sql, says] of FAULTS) {
    test(`refuses ${sql.replace(GRAIN, "").replaceAll("\n", " ")}`, () => {
      const found = lintModel({ name: "fault", sql }, tables);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", says);
    });
  }
});
