import type { Language, Pair } from "@osteon/words";
import { scaleLinear } from "d3-scale";
import { legend } from "../svg/legend.ts";
import { line, rectangle, SMALL_SIZE, text } from "../svg/marks.ts";
import { group, type Markup } from "../svg/markup.ts";
import { MUTED, type StateColour } from "../svg/palette.ts";
import { sheet, type Titled, TWO_COLUMNS } from "../svg/sheet.ts";
import type { StateCount } from "./response-figure.ts";
import { wholeBar } from "./whole-bar.ts";

export interface ShareRow {
  readonly label: string;
  /** Null where the study has no such group. */
  readonly n: number | null;
  readonly without: string;
  readonly states: readonly StateCount[];
}

export interface StackedShareFigure extends Titled {
  readonly colours: Readonly<Record<string, StateColour>>;
  readonly rows: readonly ShareRow[];
}

const SAYS: Pair<Readonly<Record<"noGroup" | "nobody", string>>> = {
  en: { noGroup: "no such group", nobody: "nobody" },
  de: { noGroup: "keine solche Gruppe", nobody: "niemand" },
};

const LEFT = 118;
const ROW = 34;
const BAR = 19;

/** Horizontal bars of shares, one a group, with counts and per cents in the bars. */
export function stackedShareFigure(figure: StackedShareFigure): string {
  const { colours, rows } = figure;
  const width = TWO_COLUMNS;
  const right = width - 14;
  const x = scaleLinear([0, 100], [LEFT, right]);
  const key = legend(Object.values(colours), LEFT, 6, right - LEFT);
  const top = key.height + 18;
  const bottom = top + rows.length * ROW;
  return sheet(
    figure,
    { width, height: bottom + 20 },
    key.marks,
    ...rows.map((row, index) => drawRow(row, top + index * ROW, x, colours, figure.language ?? "en")),
    line(LEFT, bottom - 4, right, bottom - 4, { stroke: MUTED, "stroke-width": 0.75 }),
    ...[0, 25, 50, 75, 100].map((level) =>
      text(x(level), bottom + 8, `${level} %`, { anchor: "middle", fill: MUTED, size: SMALL_SIZE }),
    ),
  );
}

function drawRow(
  { label, n, without, states }: ShareRow,
  y: number,
  x: (percent: number) => number,
  colours: StackedShareFigure["colours"],
  language: Language,
): Markup {
  let passed = 0;
  const pieces = wholeBar(label, n ?? 0, states, colours).map(({ n: count, percent, result, colour }) => {
    const [from, to] = [x(passed), x(passed + percent)];
    passed += percent;
    if (count === 0) return undefined;
    const words = to - from > 62 ? `${count} (${Math.round(percent)} %)` : String(count);
    return group(
      { "data-result": result },
      rectangle(from, y, to - from, BAR, { fill: colour.fill, stroke: "#ffffff", "stroke-width": 0.6 }),
      text((from + to) / 2, y + BAR / 2 + 2.8, words, { anchor: "middle", fill: colour.ink }),
    );
  });
  return group(
    { class: "row" },
    text(LEFT - 8, y + 9, label, { anchor: "end", face: "semibold" }),
    text(LEFT - 8, y + 18.5, `n = ${n ?? "–"}${without === "" ? "" : `, ${without}`}`, {
      anchor: "end",
      size: SMALL_SIZE,
      fill: MUTED,
    }),
    ...(pieces.length === 0
      ? [text(LEFT + 6, y + 13, SAYS[language][n === null ? "noGroup" : "nobody"], { fill: MUTED, size: SMALL_SIZE })]
      : pieces),
  );
}
