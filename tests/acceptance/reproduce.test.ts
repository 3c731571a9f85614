import assert from "node:assert/strict";
import { test } from "node:test";
import type { Comparison } from "@osteon/estimate";
import { osteon } from "./osteon.ts";

const ended = await osteon("reproduce", "schnabel-2017", "--json");
const answer: { numbers: readonly Comparison[] } = JSON.parse(ended.out);
const { numbers } = answer;

test("at least 150 printed numbers are listed, each with place, printed, recomputed and verdict", () => {
  assert.ok(numbers.length >= 150, `${numbers.length} numbers`);
  for (const { id, place, printed, recomputed, verdict } of numbers)
    assert.ok(id && place && printed && recomputed && verdict, id);
});

test("every number that does not contradict another is reproduced", () => {
  const differing = numbers
    .filter(({ verdict }) => verdict === "differs")
    .map(({ id, printed, recomputed }) => `${id}: ${printed}, recomputed ${recomputed}`);
  assert.deepEqual(differing, []);
  assert.equal(ended.code, 0);
});

test("each contradiction says why and names what it contradicts", () => {
  const contradictions = numbers.filter(({ verdict }) => verdict === "contradiction");
  assert.ok(contradictions.length > 0);
  for (const { id, contradiction } of contradictions) {
    assert.ok((contradiction?.says.length ?? 0) > 20, id);
    assert.ok((contradiction?.against.length ?? 0) > 0, id);
  }
});

test("the contradictions that arithmetic alone shows are among them", () => {
  const found = new Set(numbers.filter(({ verdict }) => verdict === "contradiction").map(({ id }) => id));
  for (const id of [
    "bisphosphonate-male-percent",
    "bisphosphonate-multifocal-percent",
    "nsaid-new-percent",
    "antibiotics-from",
    "clinical-onset",
    "abstract-steroid-relapse",
  ]) {
    assert.ok(found.has(id), id);
  }
});

test("what nothing printed determines is told so, with its reason, and is no difference", async () => {
  const { code, out } = await osteon("reproduce", "tnfi-or-pamidronate");
  assert.equal(code, 0);
  assert.match(out, /printed 0\.01, not recomputed.*\n.*Neither the values nor the test are printed/);
  assert.match(
    out,
    /10 printed numbers: 7 the same, 0 .* contradicts, 0 that differ, 3 that nothing printed determines\./,
  );
});
