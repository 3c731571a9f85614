import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "./seeded-random.ts";

const draws = (seed: string): readonly number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 1000 }, () => random.unit());
};

test("the same seed gives the same numbers and another seed gives others", () => {
  assert.deepEqual(draws("a"), draws("a"));
  assert.notDeepEqual(draws("a"), draws("b"));
});

test("numbers spread evenly from 0 to below 1", () => {
  const tenths = draws("even").map((value) => Math.floor(value * 10));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = tenths.filter((value) => value === tenth).length;
    assert.ok(share > 60 && share < 145, `${share} of 1000 in tenth ${tenth}`);
  }
});

test("a shuffle keeps every item", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = seededRandom("deal").shuffled(items);
  assert.notDeepEqual(shuffled, items);
  assert.deepEqual(
    [...shuffled].sort((a, b) => a - b),
    items,
  );
});

test("an integer takes both of its ends", () => {
  const random = seededRandom("ends");
  const drawn = new Set(Array.from({ length: 200 }, () => random.integer(2, 4)));
  assert.deepEqual([...drawn].sort(), [2, 3, 4]);
});
