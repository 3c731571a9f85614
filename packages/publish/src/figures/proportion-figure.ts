import type { Language, Pair } from "@osteon/words";
import { scaleLinear } from "d3-scale";
import { circle, line, SMALL_SIZE, text } from "../svg/marks.ts";
import { element, group, type Markup } from "../svg/markup.ts";
import { ACCENT, INK, MUTED, RULE } from "../svg/palette.ts";
import { sheet, type Titled, TWO_COLUMNS } from "../svg/sheet.ts";

export interface ProportionRow {
  readonly label: string;
  /** `14 of 20`. */
  readonly counts: string;
  /** Per cent; null where nobody is in the group. */
  readonly percent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Per cent that a paper prints. */
  readonly printed?: number;
  readonly result: string;
}

export interface ProportionFigure extends Titled {
  readonly axis: string;
  readonly rows: readonly ProportionRow[];
  readonly note: string;
}

const NOT_ESTIMABLE: Pair = { en: "not estimable", de: "nicht schätzbar" };
const LEFT = 150;
const ROW = 26;

/** A dot with its limits for each group; what a paper prints stands beside it as a hollow diamond. */
export function proportionFigure(figure: ProportionFigure): string {
  const { axis, rows, note } = figure;
  const width = TWO_COLUMNS;
  const x = scaleLinear([0, 100], [LEFT, width - 20]);
  const top = 14;
  const bottom = top + rows.length * ROW;
  return sheet(
    figure,
    { width, height: bottom + 46 },
    ...[0, 25, 50, 75, 100].map((level) =>
      group(
        {},
        line(x(level), top - 6, x(level), bottom, { stroke: RULE, "stroke-width": 0.5 }),
        text(x(level), bottom + 10, `${level} %`, { anchor: "middle", fill: MUTED, size: SMALL_SIZE }),
      ),
    ),
    ...rows.map((row, index) => drawRow(row, top + index * ROW + ROW / 2 - 4, x, figure.language ?? "en")),
    text((LEFT + width - 20) / 2, bottom + 22, axis, { anchor: "middle" }),
    text(LEFT, bottom + 37, note, { size: SMALL_SIZE, fill: MUTED }),
  );
}

function drawRow(row: ProportionRow, y: number, x: (percent: number) => number, language: Language): Markup {
  const { label, counts, percent, lower, upper, printed, result } = row;
  return group(
    { "data-result": result },
    text(LEFT - 12, y, label, { anchor: "end", face: "semibold" }),
    text(LEFT - 12, y + 9.5, counts, { anchor: "end", size: SMALL_SIZE, fill: MUTED }),
    percent === null ? text(x(2), y + 4, NOT_ESTIMABLE[language], { fill: MUTED }) : undefined,
    lower === null || upper === null
      ? undefined
      : line(x(lower), y + 1, x(upper), y + 1, { stroke: ACCENT, "stroke-width": 2 }),
    percent === null ? undefined : circle(x(percent), y + 1, 4, { fill: ACCENT }),
    printed === undefined ? undefined : diamond(x(printed), y + 1),
  );
}

function diamond(x: number, y: number): Markup {
  return element("path", {
    d: `M${x.toFixed(2)} ${(y - 5.5).toFixed(2)}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`,
    fill: "none",
    stroke: INK,
    "stroke-width": 1,
  });
}
