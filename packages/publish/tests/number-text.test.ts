import assert from "node:assert/strict";
import { test } from "node:test";
import { numberText, pText, readResults } from "../src/outline/read-results.ts";
import { smallResults } from "./small-results.ts";

test("halves are rounded away from zero on the decimal digits, not on the binary ones", () => {
  assert.equal(numberText(62.5, 0), "63");
  assert.equal(numberText(1.005, 2), "1.01");
  assert.equal(numberText(-0.5, 0), "−1");
  assert.equal(numberText(-0.04, 1), "0.0");
  assert.equal(numberText(0.05, 1), "0.1");
});

test("p values are printed as journals ask", () => {
  assert.deepEqual(
    [0.0004, 0.0012, 0.049, 0.2, 1, null].map((p) => pText(p)),
    ["< 0.001", "0.001", "0.049", "0.20", "1.00", "NE"],
  );
});

test("a result that could not be estimated is NE, one that does not exist is a mistake", () => {
  const reading = readResults(smallResults({ "crp.all.median": null }));
  assert.equal(reading.text("crp.all.median", 1), "NE");
  assert.throws(() => reading.text("crp.all.mean"), /crp\.all\.mean/);
});
