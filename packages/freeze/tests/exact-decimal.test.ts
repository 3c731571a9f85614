import assert from "node:assert/strict";
import { test } from "node:test";
import { ANALYTES } from "@osteon/codebook";
import fc from "fast-check";
import { scaledDecimal } from "../src/exact-decimal.ts";

function unitOf(analyte: string, unit: string) {
  const found = ANALYTES.find(({ code }) => code === analyte)?.reported.find((reported) => reported.unit === unit);
  assert.ok(found, `${analyte} is not reported in ${unit}`);
  return found;
}

test("CRP 1.69 mg/dL is 16.9 mg/L, that is 16900 thousandths", () => {
  assert.equal(scaledDecimal("1.69", 3, unitOf("crp", "mg/dL")), 16_900);
  assert.equal(scaledDecimal("16.9", 3, unitOf("crp", "mg/L")), 16_900);
});

test("calcium 9.8 mg/dL is 2.4451 mmol/L, that is 2445 thousandths", () => {
  assert.equal(scaledDecimal("9.8", 3, unitOf("calcium", "mg/dL")), 2445);
});

test("phosphate 4.5 mg/dL is 4.5 / 3.097 = 1.45302 mmol/L, that is 1453 thousandths", () => {
  assert.equal(scaledDecimal("4.5", 3, unitOf("phosphate", "mg/dL")), 1453);
});

test("haemoglobin 7.5 mmol/L is 12.075 g/dL", () => {
  assert.equal(scaledDecimal("7.5", 3, unitOf("haemoglobin", "mmol/L")), 12_075);
});

test("half is rounded away from zero, on either side, where a float would err", () => {
  assert.equal(scaledDecimal("1.005", 2), 101);
  assert.equal(scaledDecimal("-1.005", 2), -101);
  assert.equal(scaledDecimal("0.0005", 3), 1);
  assert.equal(scaledDecimal("0.00049999999999999999999", 3), 0);
  assert.equal(scaledDecimal("0.5", 0), 1);
});

test("nothing becomes minus zero", () => {
  assert.ok(Object.is(scaledDecimal("-0.0001", 3), 0));
});

test("what is no decimal throws: a comma, an exponent, a blank, a number too large", () => {
  for (const text of ["1,69", "1e3", "", " 1", ".5", "5.", "1.6.9", "--1", "NaN", "99999999999999999"]) {
    assert.throws(() => scaledDecimal(text, 3), text);
  }
});

test("property: thousandths written as a decimal read back as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (thousandths) => {
      const digits = String(Math.abs(thousandths)).padStart(4, "0");
      const text = `${thousandths < 0 ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
      assert.equal(scaledDecimal(text, 3), thousandths);
    }),
    { seed: 20170914, numRuns: 1000 },
  );
});
