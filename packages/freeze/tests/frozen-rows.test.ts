import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Charts, isoDate, type ResolutionPolicy } from "@osteon/codebook";
import type { Cell } from "@osteon/engine";
import { frozenRows } from "../src/frozen-rows.ts";
import { smallCharts } from "./small-charts.ts";

/** The rows of one frozen table by column name. */
function rowsOf(table: string, charts: Charts = smallCharts(), policy: ResolutionPolicy = "middle") {
  const found = frozenRows(charts, policy).find(({ name }) => name === table);
  assert.ok(found);
  return found.rows.map((row) => {
    assert.equal(row.length, found.columns.length);
    return Object.fromEntries(found.columns.map(({ name }, index): [string, Cell] => [name, row[index] ?? null]));
  });
}

const column = (rows: readonly Readonly<Record<string, Cell>>[], name: string) => rows.map((row) => row[name]);

describe("frozen rows", () => {
  test("are sorted by patient, then key, by code point, and numbered from 1", () => {
    const visits = rowsOf("visit");
    assert.deepEqual(column(visits, "visit"), ["V10", "V2", "V3"]);
    assert.deepEqual(column(visits, "visit_no"), [1, 2, 3]);
    assert.deepEqual(column(visits, "patient_no"), [1, 1, 2]);
    assert.deepEqual(column(rowsOf("patient"), "patient"), ["A-1", "B-2"]);
  });

  test("hold references as numbers, and why a reference is absent", () => {
    const laboratory = rowsOf("laboratory");
    assert.deepEqual(column(laboratory, "visit_no"), [2, null, null]);
    assert.deepEqual(column(laboratory, "visit_missing"), [null, "not-entered", "not-entered"]);
    const [observation] = rowsOf("lesion_observation");
    assert.deepEqual([observation?.patient_no, observation?.imaging_no, observation?.lesion_no], [1, 1, 1]);
  });

  test("state each missing reason beside a null, and none beside a value", () => {
    const [second, first] = rowsOf("visit");
    assert.deepEqual([second?.weight_kg_x10, second?.weight_kg_missing], [null, "not-done"]);
    assert.deepEqual([second?.swelling, second?.swelling_missing], [null, "not-applicable"]);
    assert.deepEqual([second?.pain_nrs, second?.pain_nrs_missing], [null, "not-entered"]);
    assert.deepEqual([first?.pain_nrs, first?.pain_nrs_missing], [7, null]);
    assert.deepEqual(column(rowsOf("patient"), "sex_missing"), ["unknown", null]);
  });

  test("hold a zero as a zero, yes and no as 1 and 0, and a weight in tenths", () => {
    const visits = rowsOf("visit");
    assert.deepEqual(column(visits, "pain_nrs"), [null, 7, 0]);
    assert.deepEqual(column(visits, "swelling"), [null, 0, 1]);
    assert.deepEqual(column(visits, "weight_kg_x10"), [null, 280, 315]);
  });

  test("hold a partial date as written and as the day of the policy", () => {
    const days = (policy: ResolutionPolicy) =>
      column(rowsOf("patient", smallCharts(), policy), "onset_epoch_day").map((day) => isoDate(Number(day)));
    assert.deepEqual(column(rowsOf("patient"), "onset_on"), ["2009", "2009-05"]);
    assert.deepEqual(days("middle"), ["2009-07-01", "2009-05-15"]);
    assert.deepEqual(days("earliest"), ["2009-01-01", "2009-05-01"]);
    assert.deepEqual(days("latest"), ["2009-12-31", "2009-05-31"]);
  });

  test("hold a full date as the same day under every policy", () => {
    for (const policy of ["middle", "earliest", "latest"] as const) {
      const [first] = rowsOf("patient", smallCharts(), policy);
      assert.equal(first?.diagnosed_epoch_day, Date.UTC(2009, 8, 1) / 86_400_000);
    }
  });

  test("hold laboratory values and limits in the analyte's own unit, and the unit as reported", () => {
    const [crp, calcium, finding] = rowsOf("laboratory");
    assert.deepEqual([crp?.value_x1000, crp?.upper_limit_x1000, crp?.unit], [16_900, 5000, "mg/dL"]);
    assert.deepEqual(
      [calcium?.value_x1000, calcium?.lower_limit_x1000, calcium?.upper_limit_x1000],
      [2445, 2096, 2545],
    );
    assert.deepEqual([finding?.value_x1000, finding?.finding], [null, "negative"]);
  });

  test("are not made of a key that occurs twice or a reference to nothing: those throw", () => {
    const twice = smallCharts((rows) => ({ ...rows, visit: [...(rows.visit ?? []), ...(rows.visit ?? [])] }));
    assert.throws(() => frozenRows(twice, "middle"), /twice in visit/);
    const orphan = smallCharts((rows) => ({ ...rows, imaging: [] }));
    assert.throws(() => frozenRows(orphan, "middle"), /imaging has no row I1/);
  });
});
