import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line, pathThrough, SMALL_SIZE, text } from "../svg/marks.ts";
import { element, group, type Markup } from "../svg/markup.ts";
import { BAND, INK, MUTED, RULE, SERIES } from "../svg/palette.ts";
import { sheet, type Titled, TWO_COLUMNS } from "../svg/sheet.ts";
import { riskTable, riskTableHeight } from "./risk-table.ts";

export interface CurveStep {
  /** In the unit of the axis. */
  readonly time: number;
  readonly survival: number;
  /** Null where a limit is not estimable: the band ends there. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly censored: number;
}

export interface RiskColumn {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

export interface Curve {
  readonly name: string;
  readonly steps: readonly CurveStep[];
  /** One column for each tick of the axis, in its order. */
  readonly risk: readonly RiskColumn[];
  /** Null where the curve does not come down to one half. */
  readonly median: number | null;
}

export interface KaplanMeierFigure extends Titled {
  readonly timeLabel: string;
  readonly survivalLabel: string;
  readonly ticks: readonly number[];
  readonly curves: readonly Curve[];
  /** Lines set in the free corner: median with limits, test, number of events. */
  readonly notes: readonly string[];
  /** What a paper prints: hollow diamonds on the curve. */
  readonly printed: readonly { readonly time: number; readonly survival: number; readonly label: string }[];
}

const MARGIN = { left: 62, right: 14, top: 12 };
const PLOT_HEIGHT = 190;

const NOTE_HEIGHT = 11;
/** The share of the axis that notes in the corner may take. */
const CORNER = 0.4;

/** Whether curves and bands leave the upper right corner to so many lines. */
function cornerIsFree(curves: readonly Curve[], last: number, lines: number): boolean {
  const floor = 1 - (lines * NOTE_HEIGHT + 8) / PLOT_HEIGHT;
  return curves.every(({ steps }) => {
    const end = steps.at(-1)?.time ?? 0;
    const before = steps.findLast(({ time }) => time <= (1 - CORNER) * last);
    return end <= (1 - CORNER) * last || (before?.upper ?? before?.survival ?? 1) < floor;
  });
}

interface Axes {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** Kaplan-Meier curves with band, censor ticks, median line and an extended risk table whose columns stand under the ticks. */
export function kaplanMeierFigure(figure: KaplanMeierFigure): string {
  const width = TWO_COLUMNS;
  const last = figure.ticks.at(-1) ?? 1;
  const x = scaleLinear([figure.ticks[0] ?? 0, last], [MARGIN.left, width - MARGIN.right]);
  const { curves } = figure;
  const names = curves.length > 1 ? curves.length : 0;
  const inside = cornerIsFree(curves, last, names + figure.notes.length);
  const top = MARGIN.top + (inside ? 0 : Math.max(names, figure.notes.length) * NOTE_HEIGHT);
  const y = scaleLinear([0, 1], [top + PLOT_HEIGHT, top]);
  const axes = { x, y };
  const tableTop = top + PLOT_HEIGHT + 34;
  const height = tableTop + riskTableHeight(curves.length) + 6;
  return sheet(
    figure,
    { width, height },
    grid(figure, axes),
    ...curves.map((curve, index) => drawCurve(curve, index, axes, curves.length)),
    ...figure.printed.map((printed) => printedMark(printed, axes)),
    inside
      ? notes(figure.notes, curves, width - MARGIN.right, MARGIN.top + 4)
      : heading(figure.notes, curves, MARGIN.left, width - MARGIN.right),
    riskTable(curves, x, tableTop, MARGIN.left, figure.language ?? "en"),
  );
}

function grid({ ticks, timeLabel, survivalLabel }: KaplanMeierFigure, { x, y }: Axes): Markup {
  const bottom = y(0);
  const [left, right] = x.range() as [number, number];
  const levels = [0, 0.25, 0.5, 0.75, 1];
  return group(
    { class: "axes" },
    ...levels.map((level) =>
      group(
        {},
        line(left, y(level), right, y(level), {
          stroke: level === 0 ? MUTED : RULE,
          "stroke-width": level === 0 ? 0.75 : 0.5,
        }),
        text(left - 6, y(level) + 2.8, `${level * 100} %`, { anchor: "end", fill: MUTED }),
      ),
    ),
    ...ticks.map((tick) =>
      group(
        {},
        line(x(tick), bottom, x(tick), bottom + 3),
        text(x(tick), bottom + 12, String(tick), { anchor: "middle", fill: MUTED }, { "data-tick": tick }),
      ),
    ),
    text((left + right) / 2, bottom + 23, timeLabel, { anchor: "middle" }),
    text(12, (y(1) + bottom) / 2, survivalLabel, { anchor: "middle", rotate: -90 }),
  );
}

function drawCurve(curve: Curve, index: number, axes: Axes, of: number): Markup {
  const { x, y } = axes;
  const colour = SERIES[index % SERIES.length] ?? INK;
  const start: readonly [number, number] = [x(0), y(1)];
  const end = x(curve.steps.at(-1)?.time ?? 0);
  const outline = pathThrough([start, ...curve.steps.map((step) => [x(step.time), y(step.survival)] as const)], true);
  return group(
    { class: "curve", "data-group": curve.name },
    band(curve, axes, of === 1 ? BAND : colour, of),
    medianLine(curve, axes),
    element("path", {
      d: `${outline}H${end.toFixed(2)}`,
      fill: "none",
      stroke: colour,
      "stroke-width": 1.5,
      "stroke-dasharray": index === 1 ? "5 2" : undefined,
    }),
    ...curve.steps
      .filter(({ censored }) => censored > 0)
      .map((step) =>
        line(x(step.time), y(step.survival) - 3, x(step.time), y(step.survival) + 3, {
          stroke: colour,
          "stroke-width": 0.8,
        }),
      ),
  );
}

/** The band follows the steps; where a limit is not estimable it stops. */
function band(curve: Curve, { x, y }: Axes, fill: string, of: number): Markup | undefined {
  const known = curve.steps.filter(({ lower, upper }) => lower !== null && upper !== null);
  const side = (limit: (step: CurveStep) => number) => {
    const points: [number, number][] = [[x(0), y(1)]];
    let height = y(1);
    for (const step of known) {
      points.push([x(step.time), height]);
      height = y(limit(step));
      points.push([x(step.time), height]);
    }
    return points;
  };
  if (known.length === 0) return undefined;
  const ring = [...side((step) => step.upper ?? 1), ...side((step) => step.lower ?? 0).reverse()];
  return element("path", { d: `${pathThrough(ring, false)}Z`, fill, "fill-opacity": of === 1 ? 0.75 : 0.14 });
}

function medianLine({ median }: Curve, { x, y }: Axes): Markup | undefined {
  if (median === null) return undefined;
  const dotted = { stroke: INK, "stroke-width": 0.7, "stroke-dasharray": "1.5 2" };
  return group(
    { class: "median" },
    line(x(0), y(0.5), x(median), y(0.5), dotted),
    line(x(median), y(0.5), x(median), y(0), dotted),
  );
}

function printedMark({ time, survival, label }: KaplanMeierFigure["printed"][number], { x, y }: Axes): Markup {
  const [px, py] = [x(time), y(survival)];
  const diamond = `M${px.toFixed(2)} ${(py - 4).toFixed(2)}l4 4l-4 4l-4 -4Z`;
  return group(
    { class: "printed" },
    element("path", { d: diamond, fill: "#ffffff", stroke: INK, "stroke-width": 0.9 }),
    text(px + 7, py - 5, label, { size: SMALL_SIZE, fill: MUTED }),
  );
}

/** Groups by name in their colours, then the notes, flush right in the free corner. */
function notes(lines: readonly string[], curves: readonly Curve[], right: number, top: number): Markup {
  const baseline = (index: number) => top + 6 + index * NOTE_HEIGHT;
  const names = groupNames(curves, right, baseline, "end");
  return group(
    { class: "notes" },
    ...names,
    ...lines.map((content, index) => text(right, baseline(names.length + index), content, { anchor: "end" })),
  );
}

/** The same above the plot where the curves fill it: names to the left, notes to the right. */
function heading(lines: readonly string[], curves: readonly Curve[], left: number, right: number): Markup {
  const baseline = (index: number) => MARGIN.top + index * NOTE_HEIGHT;
  return group(
    { class: "notes" },
    ...groupNames(curves, left, baseline, "start"),
    ...lines.map((content, index) => text(right, baseline(index), content, { anchor: "end" })),
  );
}

function groupNames(
  curves: readonly Curve[],
  x: number,
  baseline: (index: number) => number,
  anchor: "start" | "end",
): readonly Markup[] {
  if (curves.length < 2) return [];
  return curves.map(({ name }, index) =>
    text(x, baseline(index), name, { anchor, face: "semibold", fill: SERIES[index % SERIES.length] ?? INK }),
  );
}
