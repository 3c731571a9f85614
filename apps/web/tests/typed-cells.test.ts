import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import fc from "fast-check";
import { judgeDose } from "../src/entry/dose-check.ts";
import { cellOf, cellsOf, sameCells, typedOf } from "../src/entry/typed-cells.ts";

const visit = tableNamed("visit");
const field = (name: string, table = visit) => {
  const found = table.fields.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("what is typed becomes a cell", () => {
  const dates = [
    ["12.5.2025", "2025-05-12"],
    ["12/05/2025", "2025-05-12"],
    ["20250512", "2025-05-12"],
    ["2025-05-12", "2025-05-12"],
    ["5.2025", "2025-05"],
    ["2025", "2025"],
    ["31.2.2025", "31.2.2025"],
    ["spring", "spring"],
    ["unknown", "unknown"],
  ] as const;
  for (const [typed, cell] of dates)
    test(`the date ${typed}`, () => assert.equal(cellOf(field("visited_on"), typed), cell));
  const numbers = [
    ["32,5", "32.5"],
    ["32.5", "32.5"],
    [" 7 ", "7"],
    ["1,234", "1,234"],
    ["not done", "not done"],
    ["much", "much"],
  ] as const;
  for (const [typed, cell] of numbers)
    test(`the number ${typed}`, () => assert.equal(cellOf(field("weight_kg"), typed), cell));

  test("what is a cell already stays one, whatever was typed", () => {
    fc.assert(
      fc.property(fc.record({ weight_kg: fc.string(), visited_on: fc.string(), pain_nrs: fc.string() }), (typed) => {
        const once = cellsOf(visit, typed);
        assert.deepEqual(cellsOf(visit, once), once);
        assert.ok(sameCells(visit, typed, once));
      }),
    );
  });
});

describe("a dose by weight", () => {
  test("naproxen 350 mg a day at 30 kg is 11.7 mg/kg/d, as usual", () => {
    const judged = judgeDose("naproxen", 350, "mg/d", 30);
    assert.equal(judged?.perKg.toFixed(1), "11.7");
    assert.equal(judged?.verdict, "usual");
    assert.deepEqual(judged?.usual, [10, 15]);
  });
  test("naproxen 600 mg a day at 30 kg is too much, 200 mg too little", () => {
    assert.equal(judgeDose("naproxen", 600, "mg/d", 30)?.verdict, "high");
    assert.equal(judgeDose("naproxen", 200, "mg/d", 30)?.verdict, "low");
  });
  test("prednisolone stops at 60 mg a day: at 45 kg that is 1.3 mg/kg/d and as it should be; 90 mg is not", () => {
    assert.equal(judgeDose("prednisolone", 60, "mg/d", 45)?.verdict, "usual");
    assert.equal(judgeDose("prednisolone", 2, "mg/kg/d", 45)?.verdict, "high");
    assert.equal(judgeDose("prednisolone", 2, "mg/kg/d", 25)?.verdict, "usual");
  });
  test("pamidronate is given by infusion", () => {
    assert.equal(judgeDose("pamidronate", 1, "mg/kg", 40)?.verdict, "usual");
    assert.equal(judgeDose("pamidronate", 60, "mg", 40)?.verdict, "high");
    assert.equal(judgeDose("pamidronate", 0.25, "mg/kg", 40)?.verdict, "low");
  });
  test("without a weight, a known unit or a known drug nothing is said", () => {
    assert.equal(judgeDose("naproxen", 350, "mg/d", undefined), undefined);
    assert.equal(judgeDose("naproxen", 350, "mg/m2", 30), undefined);
    assert.equal(judgeDose("methotrexate", 15, "mg/m2", 30), undefined);
  });
});

test("a form that begins in the manner of a country means the same cells", () => {
  const cells = { visited_on: "2025-05-12", weight_kg: "32.5", pain_nrs: "4", temperature_cel: "not done" };
  const typed = typedOf(visit, cells, "de");
  assert.equal(typed.visited_on, "12.05.2025");
  assert.equal(typed.weight_kg, "32,5");
  for (const language of ["en", "de"] as const) assert.ok(sameCells(visit, typedOf(visit, cells, language), cells));
});
