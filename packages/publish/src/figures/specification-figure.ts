import { scaleLinear } from "d3-scale";
import { circle, line, SMALL_SIZE, text } from "../svg/marks.ts";
import { group, type Markup } from "../svg/markup.ts";
import { ACCENT, INK, MUTED, RULE, WARM } from "../svg/palette.ts";
import { sheet, type Titled, TWO_COLUMNS } from "../svg/sheet.ts";
import { textWidth } from "../typeface/text-width.ts";

export interface SpecificationPoint {
  /** Null where the number cannot be estimated under this specification. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly primary: boolean;
  /** Chosen label by assumption. */
  readonly chosen: Readonly<Record<string, string>>;
}

export interface SpecificationFigure extends Titled {
  readonly unit: string;
  readonly published?: number;
  readonly assumptions: readonly { readonly name: string; readonly labels: readonly string[] }[];
  readonly points: readonly SpecificationPoint[];
}

/** Where a reader's browser has another typeface its letters may be so much wider. */
const WIDER = 1.2;
const LABEL_SIZE = 6.5;
const CURVE = 120;
const TOP = 26;
const ROW = 9.5;

/** Every specification once, from the lowest estimate to the highest, and below it what was chosen for each assumption. */
export function specificationFigure(figure: SpecificationFigure): string {
  const { title, assumptions } = figure;
  const width = TWO_COLUMNS;
  const points = figure.points.filter(({ value }) => value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const left = roomForLabels(assumptions);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [left + 4, width - 14]);
  const rows = assumptions.reduce((sum, { labels }) => sum + labels.length, 0);
  const matrixTop = TOP + CURVE + 18;
  const height = matrixTop + rows * ROW + assumptions.length * 7 + 16;
  const none = figure.points.length - points.length;
  return sheet(
    figure,
    { width, height },
    text(8, 12, title, { face: "semibold", size: 9 }),
    curve(figure, points, x, left),
    matrix(assumptions, points, x, { left, top: matrixTop }),
    text(
      8,
      height - 6,
      `${points.length} ${points.length === 1 ? "specification" : "specifications"}${none === 0 ? "" : `, not estimable in ${none} more`}; the primary one in orange`,
      { size: SMALL_SIZE, fill: MUTED },
    ),
  );
}

/** An assumption's name and, flush right in the same line, its first choice stand side by side. */
function roomForLabels(assumptions: SpecificationFigure["assumptions"]): number {
  const rooms = assumptions.flatMap(({ name, labels }) =>
    labels.map(
      (label, row) => (row === 0 ? textWidth(name, SMALL_SIZE, "semibold") + 6 : 0) + textWidth(label, LABEL_SIZE),
    ),
  );
  return Math.max(96, 13 + WIDER * Math.max(0, ...rooms));
}

function curve(
  { unit, published }: SpecificationFigure,
  points: readonly SpecificationPoint[],
  x: (place: number) => number,
  left: number,
): Markup {
  const ends = points.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((end) => end !== null);
  const known = published === undefined ? ends : [published, ...ends];
  if (known.length === 0) return text(left, TOP + CURVE / 2, "not estimable under any specification", { fill: MUTED });
  const y = scaleLinear([Math.min(...known), Math.max(0, ...known)], [TOP + CURVE, TOP]).nice(4);
  const right = x(Math.max(1, points.length - 1)) + 4;
  return group(
    { class: "curve" },
    ...y
      .ticks(4)
      .map((level) =>
        group(
          {},
          line(left, y(level), right, y(level), { stroke: RULE, "stroke-width": 0.5 }),
          text(left - 5, y(level) + 2.7, `${level} ${unit}`, { anchor: "end", fill: MUTED, size: SMALL_SIZE }),
        ),
      ),
    ...points.map(({ lower, upper, primary }, place) =>
      lower === null || upper === null
        ? undefined
        : line(x(place), y(lower), x(place), y(upper), { stroke: primary ? WARM : "#cfd9e3", "stroke-width": 0.8 }),
    ),
    published === undefined
      ? undefined
      : line(left, y(published), right, y(published), { stroke: INK, "stroke-dasharray": "3 2" }),
    ...points.map(({ value, primary }, place) =>
      circle(x(place), y(value ?? 0), primary ? 3 : 1.4, { fill: primary ? WARM : ACCENT }),
    ),
    published === undefined ? undefined : printedLabel(right, y(published) - 4, `printed ${published}`),
  );
}

/** A halo keeps the words readable where points pass behind them. */
function printedLabel(x: number, y: number, words: string): Markup {
  return text(
    x,
    y,
    words,
    { anchor: "end", size: SMALL_SIZE },
    { stroke: "#ffffff", "stroke-width": 2.5, "paint-order": "stroke" },
  );
}

function matrix(
  assumptions: SpecificationFigure["assumptions"],
  points: readonly SpecificationPoint[],
  x: (place: number) => number,
  { left, top }: { readonly left: number; readonly top: number },
): Markup {
  let y = top;
  const blocks = assumptions.map(({ name, labels }) => {
    const head = text(8, y + 6.5, name, { size: SMALL_SIZE, face: "semibold" });
    const rows = labels.map((label) => {
      const row = y;
      y += ROW;
      return group(
        {},
        text(left - 5, row + 6.5, label, { size: LABEL_SIZE, anchor: "end", fill: MUTED }),
        ...points.map(({ chosen, primary }, place) =>
          chosen[name] === label
            ? line(x(place), row + 1.5, x(place), row + 7.5, {
                stroke: primary ? WARM : ACCENT,
                "stroke-width": primary ? 2 : 0.9,
              })
            : undefined,
        ),
      );
    });
    y += 7;
    return group({ class: "assumption" }, head, ...rows);
  });
  return group({ class: "choices" }, ...blocks);
}
