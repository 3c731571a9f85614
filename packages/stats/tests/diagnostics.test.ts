import assert from "node:assert/strict";
import { test } from "node:test";
import { clopperPearson, confusion, countsAt, diagnosticAccuracy, rocArea, rocCurve, wilson } from "../src/index.ts";
import { agrees } from "./reference.ts";

const JUDGED = [
  { test: 1, truth: 1, n: 18 },
  { test: 0, truth: 1, n: 2 },
  { test: 1, truth: 0, n: 10 },
  { test: 0, truth: 0, n: 30 },
  { test: null, truth: 1, n: 4 },
] as const;

test("sensitivity 18/20, specificity 30/40, predictive values 18/28 and 30/32, with limits of the kind asked for", () => {
  const counts = confusion(JUDGED);
  assert.equal(counts.missing, 4);
  const found = diagnosticAccuracy(counts, "wilson", 0.95);
  agrees(found.sensitivity.value, 0.9, 1e-15, "sensitivity");
  agrees(found.specificity.value, 0.75, 0, "specificity");
  agrees(found.positivePredictiveValue.value, 18 / 28, 0, "positive predictive value");
  agrees(found.negativePredictiveValue.value, 30 / 32, 0, "negative predictive value");
  agrees(found.prevalence.value, 20 / 60, 0, "prevalence");
  assert.deepEqual(found.sensitivity.lower, wilson(18, 20, 0.95).lower);
  const exact = diagnosticAccuracy(counts, "clopper-pearson", 0.9);
  assert.deepEqual(exact.negativePredictiveValue.upper, clopperPearson(30, 32, 0.9).upper);
  assert.match(exact.rCall, /binom\.test/);
});

test("without a single positive test the positive predictive value is not estimable", () => {
  const counts = confusion([
    { test: 0, truth: 1, n: 3 },
    { test: 0, truth: 0, n: 5 },
  ]);
  const found = diagnosticAccuracy(counts, "wilson", 0.95);
  assert.deepEqual(found.positivePredictiveValue.value, { estimable: false, because: "no-values", n: 0 });
  agrees(found.sensitivity.value, 0, 0, "none of three found");
});

const SCORED = [
  { score: 1, truth: 0, n: 2 },
  { score: 2, truth: 1, n: 1 },
  { score: 2, truth: 0, n: 1 },
  { score: 3, truth: 1, n: 2 },
  { score: null, truth: 1, n: 9 },
] as const;

test("area by hand: of nine pairs eight are right and one is tied", () => {
  const found = rocArea(SCORED, 0.95);
  agrees(found.area, 8.5 / 9, 1e-15, "area");
  assert.deepEqual([found.ill, found.well, found.missing], [3, 3, 9]);
});

test("the curve runs from the strictest cut-off to the most lenient, each as counted alone", () => {
  const curve = rocCurve(SCORED);
  assert.deepEqual(
    curve.map(({ cutOff, truePositives, falsePositives }) => [cutOff, truePositives, falsePositives]),
    [
      [3, 2, 0],
      [2, 3, 1],
      [1, 3, 3],
    ],
  );
  for (const point of curve) assert.deepEqual(countsAt(SCORED, point.cutOff), point);
});

test("an area needs both the ill and the well, its error two of each", () => {
  assert.deepEqual(rocArea([{ score: 1, truth: 1, n: 2 }], 0.95).area, {
    estimable: false,
    because: "one-group",
    n: 2,
  });
  const single = rocArea(
    [
      { score: 1, truth: 1, n: 1 },
      { score: 0, truth: 0, n: 3 },
    ],
    0.95,
  );
  agrees(single.area, 1, 0, "area");
  assert.deepEqual(single.stdError, { estimable: false, because: "too-few-values", n: 4 });
});
