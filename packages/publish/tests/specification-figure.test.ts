import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type SpecificationPoint, specificationFigure } from "../src/figures/specification-figure.ts";
import { drawnElements, readBack, wordAt, wordsOf } from "./read-svg.ts";

const point = (
  value: number | null,
  clock: string,
  primary = false,
  limits: readonly [number, number] | null = null,
): SpecificationPoint => ({
  ...{ value, lower: limits?.[0] ?? null, upper: limits?.[1] ?? null, primary, chosen: { Clock: clock } },
});

const drawn = (points: readonly SpecificationPoint[], published?: number): string =>
  specificationFigure({
    ...{ name: "spec", title: "Median time", description: "Every combination.", unit: "months", points },
    ...(published === undefined ? {} : { published }),
    assumptions: [{ name: "Clock", labels: ["diagnosis", "onset"] }],
  });

describe("a specification figure", () => {
  test("draws each estimate at its height between its limits, from the lowest to the highest, and what was chosen for it", () => {
    const svg = drawn([point(40, "onset", false, [30, 50]), point(20, "diagnosis", true, [10, 35])], 30);
    // Words of the axis stand 2.7 points below their line.
    const months = (y: number) => readBack(wordAt(svg, "20 months").y, wordAt(svg, "40 months").y, [20, 40])(y + 2.7);
    const elements = drawnElements(svg);
    const dots = elements.filter(({ name }) => name === "circle").map(({ at }) => [months(Number(at.cy)), at.r]);
    assert.deepEqual(
      dots.map(([y, r]) => [Math.round(Number(y)), r]),
      [
        [20, "3"],
        [40, "1.4"],
      ],
    );
    const limits = elements
      .filter(({ name, at }) => name === "line" && at["stroke-width"] === "0.8")
      .map(({ at }) => [months(Number(at.y1)), months(Number(at.y2))].map(Math.round));
    assert.deepEqual(limits, [
      [10, 35],
      [30, 50],
    ]);
    const printed = elements.find(({ at }) => at["stroke-dasharray"] === "3 2");
    assert.equal(Math.round(months(Number(printed?.at.y1))), 30);
    assert.ok(wordsOf(svg).includes("printed 30"));
    const [first, second] = elements.filter(({ name }) => name === "circle").map(({ at }) => at.cx);
    const chosen = elements.filter(
      ({ name, at }) => name === "line" && at.x1 === at.x2 && ["2", "0.9"].includes(at["stroke-width"] ?? ""),
    );
    const rowOf = (x: string | undefined) => Number(chosen.find(({ at }) => at.x1 === x)?.at.y1);
    assert.ok(Math.abs(rowOf(first) + 5 - wordAt(svg, "diagnosis").y) < 0.1, "the primary one is of diagnosis");
    assert.ok(Math.abs(rowOf(second) + 5 - wordAt(svg, "onset").y) < 0.1);
  });

  test("says how many there are and in how many the number is not estimable, of one in words of one", () => {
    assert.equal(
      wordsOf(drawn([point(1, "onset"), point(2, "diagnosis", true), point(null, "onset")])).at(-1),
      "2 specifications, not estimable in 1 more; the primary one in orange",
    );
    assert.equal(wordsOf(drawn([point(2, "diagnosis", true)])).at(-1), "1 specification; the primary one in orange");
  });

  test("where the number is estimable in none has no axis, no dot and no coordinate that is no number", () => {
    for (const svg of [drawn([point(null, "onset"), point(null, "diagnosis", true)]), drawn([])]) {
      assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
      assert.equal(drawnElements(svg).filter(({ name }) => name === "circle").length, 0);
      assert.ok(wordsOf(svg).includes("not estimable under any specification"));
    }
    const printed = drawn([point(null, "onset")], 29);
    assert.doesNotMatch(printed, /NaN|Infinity|undefined/);
    assert.ok(wordsOf(printed).includes("printed 29"));
  });
});
