import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Result } from "@osteon/estimate";
import { drawFigure } from "../src/outline/draw-figure.ts";
import type { FigureSpec, Outline } from "../src/outline/outline.ts";
import { readResults } from "../src/outline/read-results.ts";
import { cornersOf, type Drawn, drawnElements, readBack, wordAt, wordsOf } from "./read-svg.ts";
import { smallResults } from "./small-results.ts";

const INK = "#000000";
const OUTLINE: Outline = {
  labels: { a: "Drug A", b: "Drug B", m3: "3 months", m6: "6 months" },
  states: {
    health: {
      well: { label: "Well", fill: "#00aa00", ink: INK },
      ill: { label: "Ill", fill: "#aa0000", ink: INK },
    },
  },
  headlines: [],
  parts: [],
  methods: [],
};

type Values = Readonly<Record<string, number | null>>;

const WORDS = { title: "Title", caption: "Caption.", description: "Description." } as const;

function drawn(spec: FigureSpec, values: Values, { isOwn = false, because = "nobody" } = {}): string {
  const results = smallResults(values);
  const told = results.results.map((row): Result => (row.value === null ? { ...row, because } : row));
  return drawFigure(readResults({ ...results, results: told }), OUTLINE, spec, isOwn).svg;
}

/** Equal to a hundredth of what the axis counts in: coordinates are drawn to hundredths of a point. */
function near(found: number, expected: number, what: string): void {
  assert.ok(Math.abs(found - expected) < 0.05, `${what}: drawn ${found}, by hand ${expected}`);
}

const byName = (svg: string, name: string): readonly Drawn[] => drawnElements(svg).filter((one) => one.name === name);

describe("a flow", () => {
  const FLOW: FigureSpec = {
    ...{ kind: "flow", id: "flow", ...WORDS },
    charts: { title: "Charts", of: ["cno.all.n", "control.all.n"], lines: ["of all centres"] },
    cohort: { title: "Children", of: "cno.all.n", lines: ["followed for {years.all.median|number:1} years"] },
    aside: [{ title: "Controls", of: "control.all.n", lines: [] }],
    groups: [{ title: "Treated", of: "treated.all.n", lines: ["of {cno.all.n|plural:child:children}"] }],
  };
  const of = (cno: number, control: number, treated: number | null, years: number | null): Values => ({
    ...{ "cno.all.n": cno, "control.all.n": control, "treated.all.n": treated, "years.all.median": years },
  });

  test("counts each box, several results together, and says what is known of it", () => {
    assert.deepEqual(wordsOf(drawn(FLOW, of(56, 12, 40, 2.44))), [
      ...["Charts (n = 68)", "of all centres", "Children (n = 56)", "followed for 2.4 years"],
      ...["Controls (n = 12)", "Treated (n = 40)", "of 56 children"],
    ]);
    assert.equal(byName(drawn(FLOW, of(56, 12, 40, 2.44)), "rect").length, 5, "a box for each, and the sheet");
  });

  test("of one child says child; of nobody 0, without what nobody has; NE where a count is not estimable", () => {
    assert.deepEqual(wordsOf(drawn(FLOW, of(1, 0, 1, 0.04))), [
      ...["Charts (n = 1)", "of all centres", "Children (n = 1)", "followed for 0.0 years"],
      ...["Controls (n = 0)", "Treated (n = 1)", "of 1 child"],
    ]);
    assert.deepEqual(wordsOf(drawn(FLOW, of(0, 0, 0, null))), [
      ...["Charts (n = 0)", "of all centres", "Children (n = 0)"],
      ...["Controls (n = 0)", "Treated (n = 0)", "of 0 children"],
    ]);
    assert.ok(wordsOf(drawn(FLOW, of(3, 0, null, null))).includes("Treated (n = NE)"));
  });
});

/** One group of a breakdown by hand. */
const states = (id: string, well: number, ill: number, unknown = 0): Values => {
  const n = well + ill;
  return {
    ...{ [`${id}.N`]: n, [`${id}.well`]: well, [`${id}.ill`]: ill, [`${id}.other:not_seen`]: unknown },
    ...{
      [`${id}.well-percent`]: n === 0 ? null : (100 * well) / n,
      [`${id}.ill-percent`]: n === 0 ? null : (100 * ill) / n,
    },
  };
};

/** The piece of a bar that opens a result. */
function pieceOf(svg: string, result: string): Drawn | undefined {
  const elements = drawnElements(svg);
  const group = elements.findIndex(({ at }) => at["data-result"] === result);
  return group < 0 ? undefined : elements.slice(group).find(({ name }) => name === "rect");
}

describe("stacked bars", () => {
  const BARS: FigureSpec = {
    ...{ kind: "stacked-bars", id: "bars", ...WORDS, of: "state", states: "health" },
    ...{ panels: ["a"], bars: ["m3", "m6"], unknown: ["not_seen"] },
  };
  const heightOf = (svg: string) => readBack(wordAt(svg, "0").y, wordAt(svg, "100 %").y, [0, 100]);

  test("stand from below in the order of the states, as tall as their shares, with counts upon them", () => {
    const svg = drawn(BARS, { ...states("state.a/m3", 3, 1, 2), ...states("state.a/m6", 1, 4) });
    const percent = heightOf(svg);
    for (const [result, from, to] of [
      ["state.a/m3.well", 0, 75],
      ["state.a/m3.ill", 75, 100],
      ["state.a/m6.well", 0, 20],
      ["state.a/m6.ill", 20, 100],
    ] as const) {
      const piece = pieceOf(svg, result);
      const top = Number(piece?.at.y);
      // Words of the axis stand 2.6 points below their line.
      near(percent(top + Number(piece?.at.height) + 2.6), from, `${result} from`);
      near(percent(top + 2.6), to, `${result} to`);
      assert.equal(piece?.at.fill, result.endsWith("well") ? "#00aa00" : "#aa0000");
    }
    assert.deepEqual(wordsOf(svg), [
      ...["Well", "Ill", "A", "Drug A", "0", "50", "100 %"],
      ...["3", "1", "3 months", "n = 4", "2 not seen", "1", "4", "6 months", "n = 5"],
    ]);
  });

  test("of one child is whole; of nobody says so; of a group that the study has not says that", () => {
    const one = drawn(BARS, { ...states("state.a/m3", 0, 1), ...states("state.a/m6", 0, 0, 1) });
    near(Number(pieceOf(one, "state.a/m3.ill")?.at.height), 128, "the height of a bar");
    assert.equal(pieceOf(one, "state.a/m3.well"), undefined, "a share of none has no piece");
    assert.deepEqual(wordsOf(one).slice(7), [
      "1",
      "3 months",
      "n = 1",
      "nobody seen",
      "6 months",
      "n = 0",
      "1 not seen",
    ]);
    assert.deepEqual(wordsOf(drawn(BARS, states("state.a/m3", 1, 0))).slice(-3), [
      "no such group",
      "6 months",
      "n = –",
    ]);
  });

  test("of counts that are not estimable are a fault, and never bars of nobody", () => {
    const values = { ...states("state.a/m3", 1, 0), "state.a/m3.N": null };
    assert.throws(() => drawn(BARS, values), /state\.a\/m3\.N, which is not estimable/);
  });
});

describe("stacked shares", () => {
  const SHARES: FigureSpec = {
    ...{ kind: "stacked-shares", id: "shares", ...WORDS, of: "state", states: "health" },
    ...{ rows: ["a", "b"], unknown: { says: "without MRI", levels: ["not_seen"] } },
  };

  test("lie one after the other, as wide as they are, with counts and per cents where there is room", () => {
    const svg = drawn(SHARES, { ...states("state.a", 9, 1, 3), ...states("state.b", 1, 1) });
    const percent = readBack(wordAt(svg, "0 %").x, wordAt(svg, "100 %").x, [0, 100]);
    for (const [result, from, to] of [
      ["state.a.well", 0, 90],
      ["state.a.ill", 90, 100],
      ["state.b.well", 0, 50],
      ["state.b.ill", 50, 100],
    ] as const) {
      const piece = pieceOf(svg, result);
      near(percent(Number(piece?.at.x)), from, `${result} from`);
      near(percent(Number(piece?.at.x) + Number(piece?.at.width)), to, `${result} to`);
    }
    assert.deepEqual(wordsOf(svg), [
      ...["Well", "Ill", "Drug A", "n = 10, 3 without MRI", "9 (90 %)", "1"],
      ...["Drug B", "n = 2", "1 (50 %)", "1 (50 %)", "0 %", "25 %", "50 %", "75 %", "100 %"],
    ]);
  });

  test("of one child fill the bar, of nobody say so, of a group that the study has not say that", () => {
    const one = drawn(SHARES, { ...states("state.a", 1, 0), ...states("state.b", 0, 0, 2) });
    assert.deepEqual(wordsOf(one).slice(2, 9), [
      ...["Drug A", "n = 1", "1 (100 %)", "Drug B", "n = 0, 2 without MRI", "nobody", "0 %"],
    ]);
    assert.ok(wordsOf(drawn(SHARES, states("state.a", 1, 0))).includes("no such group"));
    assert.throws(
      () => drawn(SHARES, { ...states("state.a", 1, 0), "state.a.well-percent": null }),
      /well-percent, which is not estimable/,
    );
  });
});

const DAYS = { 0: 0, 12: 365, 24: 731 } as const;
type Step = readonly [survival: number, lower: number | null, upper: number | null, censored: number];

/** A curve by hand: a step at each of the days of months 0, 12 and 24. */
const curve = (id: string, n: number, median: number | null, steps: readonly Step[]): Values => ({
  ...{ [`${id}.n`]: n, [`${id}.median`]: median, [`${id}.median-lower`]: null, [`${id}.median-upper`]: null },
  ...Object.fromEntries(
    Object.values(DAYS).flatMap((day, place) => {
      const [survival = 1, lower = null, upper = null, censored = 0] = steps[place] ?? [];
      return [
        [`${id}.step-survival@${day}`, survival],
        [`${id}.step-lower@${day}`, lower],
        [`${id}.step-upper@${day}`, upper],
        [`${id}.step-censored@${day}`, censored],
        [`${id}.risk-at-risk@${day}`, n - place],
        [`${id}.risk-events@${day}`, place],
        [`${id}.risk-censored@${day}`, 10 * place],
      ];
    }),
  ),
});

describe("curves", () => {
  const CURVES: FigureSpec = {
    ...{ kind: "kaplan-meier", id: "curves", ...WORDS, description: "Curves of {groups}.", of: "free" },
    ...{ groups: ["all"], timeLabel: "Months", survivalLabel: "Free", notes: ["{free.all|curve-median-note}"] },
    printed: [{ time: 12, survival: 0.85, label: "85 %" }],
  };
  const BY_DRUG: FigureSpec = { ...CURVES, groups: ["a", "b"], notes: ["{free.compared.log-rank-p|log-rank}"] };
  const axes = (svg: string) => ({
    month: readBack(wordAt(svg, "0").x, wordAt(svg, "24").x, [0, 24]),
    // Words of the axis stand 2.8 points below their line.
    survival: (y: number) => readBack(wordAt(svg, "0 %").y, wordAt(svg, "100 %").y, [0, 1])(y + 2.8),
  });
  const STEPS: readonly Step[] = [
    [1, 1, 1, 0],
    [0.8, 0.55, 0.92, 2],
    [0.4, 0.15, 0.66, 0],
  ];

  test("come down at their days to their heights, the band from the lower limit to the upper", () => {
    const svg = drawn(CURVES, curve("free.all", 10, 20, STEPS));
    const { month, survival } = axes(svg);
    const [band, outline] = byName(svg, "path").map(({ at }) =>
      cornersOf(at.d ?? "").map(([x, y]) => [month(x), survival(y)] as const),
    );
    const level = (corners: typeof outline, from: number) => (time: number) =>
      corners
        ?.slice(from)
        .find(([x, y], place) => Math.abs(x - time) < 0.2 && corners[from + place + 1]?.[0] !== x && y <= 1)?.[1];
    near(level(outline, 1)(12) ?? -1, 0.8, "survival at 12 months");
    near(level(outline, 1)(24) ?? -1, 0.4, "survival at 24 months");
    const half = (band?.length ?? 0) / 2;
    const side = (corners: NonNullable<typeof band>, time: number) =>
      corners.filter(([x]) => Math.abs(x - time) < 0.2).map(([, y]) => y);
    const [upper, lower] = [band?.slice(0, half) ?? [], band?.slice(half) ?? []];
    near(Math.min(...side(upper, 12)), 0.92, "upper limit at 12 months");
    near(Math.min(...side(upper, 24)), 0.66, "upper limit at 24 months");
    near(Math.min(...side(lower, 12)), 0.55, "lower limit at 12 months");
    near(Math.min(...side(lower, 24)), 0.15, "lower limit at 24 months");
  });

  test("have a tick for who was censored, a dotted line at the median, and a risk table below", () => {
    const svg = drawn(CURVES, curve("free.all", 10, 20, STEPS));
    const { month, survival } = axes(svg);
    const lines = byName(svg, "line").map(({ at }) => at);
    const censored = lines.filter(({ x1, x2, "stroke-width": width }) => x1 === x2 && width === "0.8");
    assert.equal(censored.length, 1);
    near(month(Number(censored[0]?.x1)), 12, "the censored");
    near(survival((Number(censored[0]?.y1) + Number(censored[0]?.y2)) / 2), 0.8, "the censored");
    const dotted = lines.filter((at) => at["stroke-dasharray"] === "1.5 2");
    assert.equal(dotted.length, 2);
    near(survival(Number(dotted[0]?.y1)), 0.5, "the median's height");
    near(month(Number(dotted[1]?.x1)), 20, "the median");
    const words = wordsOf(svg);
    assert.ok(words.includes("Median 20 (95 % CI not reached to not reached)"));
    const risk = words.slice(words.indexOf("At risk"));
    assert.deepEqual(risk, ["At risk", "10", "9", "8", "Censored", "0", "10", "20", "Events", "0", "1", "2"]);
  });

  test("have ticks at the months of the risk table, and end with its last column however long somebody is followed", () => {
    const steps = { 0: 1, 100: 0.75, 1000: 0.25 };
    const values = Object.entries(steps).flatMap(([day, survival]) => [
      [`free.all.step-survival@${day}`, survival],
      [`free.all.step-lower@${day}`, null],
      [`free.all.step-upper@${day}`, null],
      [`free.all.step-censored@${day}`, 0],
    ]);
    const risk = [0, 183, 365].flatMap((day) =>
      ["at-risk", "events", "censored"].map((column) => [`free.all.risk-${column}@${day}`, 4]),
    );
    const spec: FigureSpec = { ...CURVES, notes: [], printed: [] };
    const svg = drawn(spec, Object.fromEntries([["free.all.n", 4], ["free.all.median", null], ...values, ...risk]));
    const ticks = byName(svg, "text").flatMap(({ at }) => (at["data-tick"] === undefined ? [] : [at["data-tick"]]));
    assert.deepEqual(ticks, ["0", "6", "12"]);
    const [outline] = byName(svg, "path").map(({ at }) => cornersOf(at.d ?? ""));
    const months = readBack(wordAt(svg, "0").x, wordAt(svg, "12").x, [0, 12]);
    near(Math.max(...(outline ?? []).map(([x]) => months(x))), 12, "the end of the curve");
  });

  test("of two groups are named, of those that somebody is in; what a paper printed stands on its own charts only", () => {
    const two = { ...curve("free.a", 6, 20, STEPS), ...curve("free.b", 0, null, []), "free.compared.log-rank-p": null };
    const svg = drawn(BY_DRUG, two);
    assert.equal(byName(svg, "desc")[0]?.text, "Curves of Drug A.");
    assert.ok(wordsOf(svg).includes("Log-rank test not estimable: no such child"));
    assert.ok(!wordsOf(svg).includes("85 %"));
    const both = { ...two, ...curve("free.b", 4, 12, STEPS), "free.compared.log-rank-p": 0.034 };
    const own = drawn(BY_DRUG, both, { isOwn: true });
    assert.equal(byName(own, "desc")[0]?.text, "Curves of Drug A, Drug B.");
    assert.ok(
      ["Log-rank p = 0.034", "85 %", "Diamonds: printed in the paper"].every((word) => wordsOf(own).includes(word)),
    );
    assert.equal(wordsOf(own).filter((word) => word === "At risk").length, 2);
  });

  test("of nobody are none, of one child a step, and a median that is not reached is no line and says so", () => {
    const none = { ...curve("free.a", 0, null, []), ...curve("free.b", 0, null, []), "free.compared.log-rank-p": null };
    const nobody = drawn(BY_DRUG, none);
    assert.equal(byName(nobody, "desc")[0]?.text, "Curves of no children.");
    assert.equal(byName(nobody, "path").length, 0);
    const one = drawn(
      CURVES,
      curve("free.all", 1, null, [
        [1, null, null, 0],
        [1, null, null, 1],
        [1, null, null, 0],
      ]),
      {
        because: "not-reached",
      },
    );
    assert.equal(byName(one, "path").length, 1, "a curve without a band: no limit is estimable");
    assert.ok(wordsOf(one).includes("Median not estimable"));
    assert.equal(byName(one, "line").filter(({ at }) => at["stroke-dasharray"] !== undefined).length, 0);
  });
});

describe("shares", () => {
  const SHARES: FigureSpec = {
    ...{ kind: "shares", id: "shares", ...WORDS, axis: "Children with it" },
    rows: [
      { label: "Early", of: "early.all", printed: 70 },
      { label: "Late", of: "late.all" },
    ],
  };
  const share = (id: string, n: number, N: number, limits: readonly [number, number] | null): Values => ({
    ...{ [`${id}.n`]: n, [`${id}.N`]: N, [`${id}.percent`]: N === 0 ? null : (100 * n) / N },
    ...{ [`${id}.wilson-lower`]: limits?.[0] ?? null, [`${id}.wilson-upper`]: limits?.[1] ?? null },
  });
  /** Wilson's limits of 14 of 20 and of 6 of 36, as R's prop.test(correct = FALSE) prints them. */
  const VALUES = { ...share("early.all", 14, 20, [48.1, 85.5]), ...share("late.all", 6, 36, [7.9, 31.9]) };
  const percentOf = (svg: string) => readBack(wordAt(svg, "0 %").x, wordAt(svg, "100 %").x, [0, 100]);

  test("are a dot at the share and a line from the lower limit to the upper", () => {
    const svg = drawn(SHARES, VALUES);
    const percent = percentOf(svg);
    const dots = byName(svg, "circle").map(({ at }) => percent(Number(at.cx)));
    const limits = byName(svg, "line")
      .filter(({ at }) => at["stroke-width"] === "2")
      .map(({ at }) => [percent(Number(at.x1)), percent(Number(at.x2))] as const);
    near(dots[0] ?? -1, 70, "14 of 20");
    near(dots[1] ?? -1, 100 / 6, "6 of 36");
    for (const [place, [lower, upper]] of [
      [0, [48.1, 85.5]],
      [1, [7.9, 31.9]],
    ] as const) {
      near(limits[place]?.[0] ?? -1, lower, "lower limit");
      near(limits[place]?.[1] ?? -1, upper, "upper limit");
    }
    assert.deepEqual(wordsOf(svg).slice(5), [
      ...["Early", "14 of 20 children", "Late", "6 of 36 children", "Children with it"],
      "Dot and line: share with 95 % Wilson limits.",
    ]);
    assert.equal(byName(svg, "path").length, 0, "these are charts of other children");
  });

  test("beside what a paper printed have a diamond, on its own charts", () => {
    const svg = drawn(SHARES, VALUES, { isOwn: true });
    const [diamond] = byName(svg, "path").map(({ at }) => at.d ?? "");
    near(percentOf(svg)(Number(/^M([\d.]+)/.exec(diamond ?? "")?.[1])), 70, "the printed share");
    assert.ok(wordsOf(svg).at(-1)?.endsWith("Diamond: printed in the paper."));
  });

  test("of one child are whole, of nobody say so and have no dot, and without limits have no line", () => {
    const svg = drawn(SHARES, { ...share("early.all", 1, 1, null), ...share("late.all", 0, 0, null) });
    assert.deepEqual(wordsOf(svg).slice(5, 10), ["Early", "1 of 1 child", "Late", "0 of 0 children", "not estimable"]);
    const dots = byName(svg, "circle");
    assert.equal(dots.length, 1);
    near(percentOf(svg)(Number(dots[0]?.at.cx)), 100, "one of one");
    assert.equal(byName(svg, "line").filter(({ at }) => at["stroke-width"] === "2").length, 0);
  });
});
