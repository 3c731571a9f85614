import type { Pair } from "@osteon/words";
import { scaleLinear } from "d3-scale";
import { legend } from "../svg/legend.ts";
import { line, rectangle, SMALL_SIZE, text } from "../svg/marks.ts";
import { group, type Markup } from "../svg/markup.ts";
import { INK, MUTED, RULE, type StateColour } from "../svg/palette.ts";
import { sheet, type Titled, TWO_COLUMNS } from "../svg/sheet.ts";
import { wholeBar } from "./whole-bar.ts";

/** Children in one state at one time point. */
export interface StateCount {
  /** Key of the colours. */
  readonly state: string;
  readonly n: number;
  readonly percent: number;
  /** Id of the result, for tracing. */
  readonly result: string;
}

export interface ResponseBar {
  readonly label: string;
  /** Null where the study has no such group. */
  readonly n: number | null;
  readonly notSeen: number;
  /** In the order of the legend; per cents sum to 100 where n is not 0, and a bar of which they do not throws. */
  readonly states: readonly StateCount[];
}

export interface ResponsePanel {
  readonly title: string;
  readonly bars: readonly ResponseBar[];
}

export interface ResponseFigure extends Titled {
  /** In the order of the bars, from below. */
  readonly colours: Readonly<Record<string, StateColour>>;
  readonly panels: readonly ResponsePanel[];
}

interface Says {
  readonly noGroup: string;
  readonly nobody: string;
  readonly notSeen: (count: number) => string;
}

const SAYS: Pair<Says> = {
  en: { noGroup: "no such group", nobody: "nobody seen", notSeen: (count) => `${count} not seen` },
  de: { noGroup: "keine solche Gruppe", nobody: "niemand gesehen", notSeen: (count) => `${count} nicht gesehen` },
};

const GAP = 16;
const LEFT = 30;
const HEIGHT = 128;
const PANEL_TOP = 40;
const PANEL_BLOCK = HEIGHT + 66;

/** Stacked bars of clinical states, one panel a treatment, two panels a row. */
export function responseFigure(figure: ResponseFigure): string {
  const width = TWO_COLUMNS;
  const key = legend(Object.values(figure.colours), LEFT, 6, width - LEFT);
  const panelWidth = (width - LEFT - 8 - GAP) / 2;
  const rows = Math.ceil(figure.panels.length / 2);
  const panels = figure.panels.map((panel, index) => {
    const x = LEFT + (index % 2) * (panelWidth + GAP);
    const y = PANEL_TOP + key.height - 8 + Math.floor(index / 2) * PANEL_BLOCK;
    return drawPanel(panel, figure, x, y, panelWidth, index % 2 === 0, String.fromCharCode(65 + index));
  });
  return sheet(figure, { width, height: PANEL_TOP + key.height - 8 + rows * PANEL_BLOCK - 14 }, key.marks, ...panels);
}

function drawPanel(
  { title, bars }: ResponsePanel,
  figure: Pick<ResponseFigure, "colours" | "language">,
  x: number,
  y: number,
  width: number,
  scaleAtLeft: boolean,
  letter: string,
): Markup {
  const height = scaleLinear([0, 100], [0, HEIGHT]);
  const slot = width / Math.max(1, bars.length);
  const bottom = y + HEIGHT;
  return group(
    { class: "panel" },
    text(x, y - 9, letter, { face: "semibold", size: 9 }),
    text(x + 11, y - 9, title, { face: "semibold", size: 9 }),
    ...[0, 50, 100].map((level) =>
      group(
        {},
        line(x, bottom - height(level), x + width, bottom - height(level), { stroke: RULE, "stroke-width": 0.5 }),
        scaleAtLeft
          ? text(x - 4, bottom - height(level) + 2.6, level === 100 ? "100 %" : String(level), {
              anchor: "end",
              fill: MUTED,
              size: SMALL_SIZE,
            })
          : undefined,
      ),
    ),
    ...bars.map((bar, index) => drawBar(bar, figure, x + index * slot, slot, bottom, height)),
    line(x, bottom, x + width, bottom, { stroke: MUTED, "stroke-width": 0.75 }),
  );
}

function drawBar(
  bar: ResponseBar,
  { colours, language = "en" }: Pick<ResponseFigure, "colours" | "language">,
  left: number,
  slot: number,
  bottom: number,
  height: (percent: number) => number,
): Markup {
  const width = Math.min(38, slot * 0.66);
  const x = left + (slot - width) / 2;
  const centre = left + slot / 2;
  let top = bottom;
  const pieces = wholeBar(bar.label, bar.n ?? 0, bar.states, colours).map(({ n, percent, result, colour }) => {
    const tall = height(percent);
    top -= tall;
    if (n === 0) return undefined;
    return group(
      { "data-result": result },
      rectangle(x, top, width, tall, { fill: colour.fill, stroke: "#ffffff", "stroke-width": 0.6 }),
      tall >= 9 ? text(centre, top + tall / 2 + 2.7, String(n), { anchor: "middle", fill: colour.ink }) : undefined,
    );
  });
  return group(
    { class: "bar" },
    ...(pieces.length === 0
      ? [
          text(centre, bottom - 6, SAYS[language][bar.n === null ? "noGroup" : "nobody"], {
            anchor: "middle",
            fill: MUTED,
            size: SMALL_SIZE,
          }),
        ]
      : pieces),
    text(centre, bottom + 11, bar.label, { anchor: "middle" }),
    text(centre, bottom + 21, `n = ${bar.n ?? "–"}`, { anchor: "middle", size: SMALL_SIZE, fill: INK }),
    bar.notSeen > 0
      ? text(centre, bottom + 30, SAYS[language].notSeen(bar.notSeen), {
          anchor: "middle",
          size: SMALL_SIZE,
          fill: MUTED,
        })
      : undefined,
  );
}
