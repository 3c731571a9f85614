import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalsOf, decimalText } from "../src/index.ts";

test("halves are printed away from zero, also where the binary number lies below them", () => {
  const printed = [
    [12.5, 0, "13"],
    [62.5, 0, "63"],
    [2.675, 2, "2.68"],
    [1.005, 2, "1.01"],
    [-2.5, 0, "-3"],
    [-0.04, 1, "0.0"],
    [0.05, 1, "0.1"],
    [1e-7, 3, "0.000"],
    [385, 0, "385"],
  ] as const;
  for (const [value, decimals, text] of printed) assert.equal(decimalText(value, decimals), text);
});

test("a printed number reads back to itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
      const text = decimalText(whole / 10 ** decimals, decimals);
      assert.equal(Number(text), whole / 10 ** decimals);
      assert.equal(decimalsOf(text), decimals);
    }),
    { seed: 56 },
  );
});
