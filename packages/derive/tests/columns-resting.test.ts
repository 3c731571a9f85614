import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsResting } from "@osteon/derive";

const resting = (column: string, ...models: readonly (readonly [name: string, sql: string])[]) =>
  columnsResting(
    models.map(([name, sql]) => ({ name, sql })),
    (table, own) => table === "visit" && own === column,
  );

test("a column rests on what stands in its expression, through CTEs and other models, and no other does", () => {
  const seen = "-- One row per visit: height_cm in a remark.\nSELECT visit_no, height_cm AS tall, pain FROM visit";
  const child = `WITH best AS (SELECT patient_no, MAX(CASE WHEN seen.tall > 5 THEN 1 END) AS grown, MAX(pain) AS pain FROM seen GROUP BY patient_no)
    SELECT best.patient_no, best.grown AS is_grown, best.pain, COALESCE(best.pain, 0) + 1 AS more FROM best`;
  assert.deepEqual(resting("height_cm", ["seen", seen], ["child", child]), [
    "seen.tall",
    "child.grown",
    "child.is_grown",
  ]);
  assert.deepEqual(resting("pain", ["seen", seen], ["child", child]), ["seen.pain", "child.pain", "child.more"]);
});

test("a column of another table that has the same name is another", () => {
  const sql =
    "SELECT codes.height_cm AS coded, v.height_cm AS seen FROM codes INNER JOIN visit AS v ON v.code = codes.code";
  assert.deepEqual(resting("height_cm", ["both", sql]), ["both.seen"]);
});

test("a model that reads the table and none of its column rests on nothing", () => {
  assert.deepEqual(
    resting("height_cm", ["pain", "SELECT patient_no, (SELECT MAX(pain) FROM visit) AS pain FROM patient"]),
    [],
  );
});
