import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lintModel, readModels } from "../src/index.ts";

const models = readModels();
const names = models.map(({ name }) => name);
const GRAIN = "-- One row per patient: what is said of it.\n";

/** Faults, each the only one of its model, and a word of the sentence that must name it. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ["SELECT patient_no FROM patient", /grain/],
  [`${GRAIN}TABLE patient`, /one SELECT/],
  [`${GRAIN}SELECT patient_no FROM patient;`, /semicolon/],
  [`${GRAIN}SELECT * FROM patient`, /SELECT \*/],
  [`${GRAIN}SELECT patient.* FROM patient`, /SELECT \*/],
  [`${GRAIN}SELECT CAST(day AS DOUBLE) AS day FROM patient`, /floats/],
  [`${GRAIN}SELECT AVG(day) AS day FROM patient`, /statistics/],
  [`${GRAIN}SELECT day / 7 AS week FROM patient`, /division/],
  [`${GRAIN}SELECT CURRENT_DATE AS day FROM patient`, /dates/],
  [`${GRAIN}SELECT DISTINCT ON (patient_no) day FROM patient`, /every engine/],
  [`${GRAIN}SELECT day::INTEGER AS day FROM patient`, /::/],
  [`${GRAIN}SELECT ARG_MIN(day, visit_no) AS day FROM patient`, /function/],
  [`${GRAIN}SELECT RANDOM() AS day FROM patient`, /each time/],
  [`${GRAIN}SELECT TRUE AS yes FROM patient`, /1 and 0/],
  [`${GRAIN}SELECT day FROM patient LIMIT 1`, /first/],
  [`${GRAIN}SELECT ROW_NUMBER() OVER (PARTITION BY patient_no ORDER BY ABS(day)) AS place FROM visit`, /not unique/],
  [`${GRAIN}WITH line AS (SELECT day FROM visit)\nSELECT day FROM line`, /hides/],
  [`${GRAIN}SELECT\n  COUNT(*) AS n\nFROM visit`, /cast/],
];

describe("the portable subset of SQL", () => {
  for (const model of models) {
    test(`${model.name} keeps to it`, () => assert.deepEqual(lintModel(model, names), []));
  }

  for (const [sql, says] of FAULTS) {
    test(`refuses ${sql.replace(GRAIN, "").replaceAll("\n", " ")}`, () => {
      const found = lintModel({ name: "fault", sql }, names);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", says);
    });
  }
});
