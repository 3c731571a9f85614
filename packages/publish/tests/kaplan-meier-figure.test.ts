import assert from "node:assert/strict";
import { test } from "node:test";
import { type KaplanMeierFigure, kaplanMeierFigure } from "../src/figures/kaplan-meier-figure.ts";
import { renderPng } from "../src/png.ts";

const FIGURE: KaplanMeierFigure = {
  name: "small",
  title: "Small",
  description: "Two steps by hand.",
  timeLabel: "Months",
  survivalLabel: "Free",
  ticks: [0, 12, 24],
  curves: [
    {
      name: "all",
      median: 12,
      steps: [
        { time: 0, survival: 1, lower: null, upper: null, censored: 0 },
        { time: 6, survival: 1, lower: 1, upper: 1, censored: 1 },
        { time: 12, survival: 0.5, lower: 0.1, upper: 0.9, censored: 0 },
        { time: 24, survival: 0, lower: null, upper: null, censored: 0 },
      ],
      risk: [
        { time: 0, atRisk: 5, events: 0, censored: 0 },
        { time: 12, atRisk: 4, events: 0, censored: 1 },
        { time: 24, atRisk: 2, events: 2, censored: 1 },
      ],
    },
  ],
  notes: ["4 of 5 relapsed"],
  printed: [],
};

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const tags = (svg: string, name: string): readonly string[] => svg.match(new RegExp(`<${name} [^>]*>`, "g")) ?? [];

test("each number of the risk table stands exactly under its tick", () => {
  const svg = kaplanMeierFigure(FIGURE);
  const tickAt = new Map(
    [...svg.matchAll(/<text ([^>]*)>(\d+)<\/text>/g)]
      .filter(([, attributes = ""]) => !attributes.includes("data-risk"))
      .map(([, attributes = "", label = ""]) => [label, attribute(` ${attributes}`, "x")]),
  );
  const numbers = tags(svg, "text").filter((tag) => tag.includes("data-risk"));
  assert.equal(numbers.length, 9);
  for (const number of numbers) {
    const tick = attribute(number, "data-risk") ?? "";
    assert.equal(attribute(number, "x"), tickAt.get(tick), `column ${tick}`);
    assert.equal(attribute(number, "text-anchor"), "middle");
  }
});

test("nothing is drawn outside of the figure, and every coordinate is a number", () => {
  const svg = kaplanMeierFigure(FIGURE);
  const [width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
  assert.ok(!/NaN|undefined|Infinity/.test(svg));
  for (const tag of [...tags(svg, "text"), ...tags(svg, "line"), ...tags(svg, "circle")]) {
    for (const name of ["x", "x1", "x2", "cx"]) {
      const at = attribute(tag, name);
      if (at !== undefined) assert.ok(Number(at) >= 0 && Number(at) <= width, tag);
    }
    for (const name of ["y", "y1", "y2", "cy"]) {
      const at = attribute(tag, name);
      if (at !== undefined) assert.ok(Number(at) >= 0 && Number(at) <= height, tag);
    }
  }
});

test("a notice is drawn on the figure, and the figure grows by its line", () => {
  const heightOf = (svg: string) => Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);
  const noticed = kaplanMeierFigure({ ...FIGURE, notice: "Invented children." });
  assert.match(noticed, />Invented children\.<\/text>/);
  assert.ok(heightOf(noticed) > heightOf(kaplanMeierFigure(FIGURE)));
});

test("the PNG at 600 dots per inch is as wide as two columns of a journal, twice the same bytes", () => {
  const svg = kaplanMeierFigure(FIGURE);
  const png = renderPng(svg, 600);
  const width = new DataView(png.buffer, png.byteOffset).getUint32(16);
  assert.equal(width, Math.round((174 / 25.4) * 600));
  assert.deepEqual(renderPng(svg, 600), png);
});
