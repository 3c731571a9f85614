import assert from "node:assert/strict";
import { test } from "node:test";
import { comparePublished, indexResults, type PublishedNumber, type Recompute, type Result } from "../src/index.ts";

const result = (id: string, value: number | null, unit = ""): Result => ({
  id,
  analysis: "a",
  group: "all",
  statistic: "s",
  value,
  unit,
  method: "by hand",
  tally: "a",
});

const RESULTS = indexResults([
  result("share", 62.5, "%"),
  result("survival", 0.4049),
  result("day", 12418),
  result("girls", 33),
  result("boys", 23),
  result("none", null),
]);

const printed = (text: string, recompute: Recompute): PublishedNumber => ({
  id: "x",
  place: "Table 1",
  quote: "q",
  means: "m",
  printed: text,
  recompute,
});

const outcome = (number: PublishedNumber) => {
  const [found] = comparePublished([number], RESULTS);
  return [found?.recomputed, found?.verdict];
};

test("a number is the same if it rounds half up to what is printed", () => {
  assert.deepEqual(outcome(printed("63", { result: "share" })), ["63", "same"]);
  assert.deepEqual(outcome(printed("62", { result: "share" })), ["63", "differs"]);
});

test("a difference that the paper itself explains is a contradiction", () => {
  const contradiction = { says: "62.5 rounds to 63", against: ["y"] };
  assert.deepEqual(outcome({ ...printed("62", { result: "share" }), contradiction }), ["63", "contradiction"]);
});

test("probabilities, complements, ratios and years are recomputed as printed", () => {
  assert.deepEqual(outcome(printed("40", { result: "survival", times: 100 })), ["40", "same"]);
  assert.deepEqual(outcome(printed("60", { result: "survival", times: 100, complement: true })), ["60", "same"]);
  assert.deepEqual(outcome(printed("38", { result: "share", times: 100, complement: true })), ["38", "same"]);
  assert.deepEqual(outcome(printed("1.4", { ratio: ["girls", "boys"] })), ["1.4", "same"]);
  // Day 12418 is 2004-01-01: 34 years of 365 days and 8 leap days since 1970.
  assert.deepEqual(outcome(printed("2004", { yearOf: "day" })), ["2004", "same"]);
});

test("what these charts cannot give is said so, and a printed number that names no result stops nothing", () => {
  const absent = ["no such children here", "absent"];
  assert.deepEqual(outcome(printed("5", { result: "none" })), absent);
  assert.deepEqual(outcome(printed("5", { result: "misspelt" })), absent);
  assert.deepEqual(outcome(printed("5", { ratio: ["girls", "misspelt"] })), absent);
  const contradiction = { says: "the paper's own table", against: ["y"] };
  assert.deepEqual(outcome({ ...printed("5", { result: "none" }), contradiction }), absent);
});

test("what nothing printed determines is not recomputed, whatever the charts give, and says why", () => {
  const number = { id: "x", place: "Abstract", quote: "p = 0.01", means: "m", printed: "0.01" };
  const [found] = comparePublished([{ ...number, underivable: "no counts are printed" }], RESULTS);
  assert.deepEqual(
    [found?.verdict, found?.recomputed, found?.value, found?.results, found?.note],
    ["underivable", "–", null, [], "no counts are printed"],
  );
});
