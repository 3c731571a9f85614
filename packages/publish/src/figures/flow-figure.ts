import { rectangle, SMALL_SIZE, text } from "../svg/marks.ts";
import { element, group, type Markup } from "../svg/markup.ts";
import { INK, MUTED, RULE } from "../svg/palette.ts";
import { sheet, type Titled, TWO_COLUMNS } from "../svg/sheet.ts";
import { wrapText } from "../typeface/text-width.ts";

export interface FlowBox {
  readonly title: string;
  /** Null prints NE. */
  readonly n: number | null;
  /** The result that counts them. */
  readonly result?: string;
  readonly lines: readonly string[];
}

/** Charts, then the cohorts, then the treatment groups of the first cohort. */
export interface FlowFigure extends Titled {
  readonly charts: FlowBox;
  readonly cohort: FlowBox;
  readonly aside: readonly FlowBox[];
  readonly groups: readonly FlowBox[];
}

const LEFT = 8;

/** Patient flow in boxes, from all charts to the groups of the analysis. */
export function flowFigure(figure: FlowFigure): string {
  const { charts, cohort, aside, groups } = figure;
  const width = TWO_COLUMNS;
  const half = (width - 2 * LEFT - 24) / 2;
  const gap = 8;
  const slot = (width - 2 * LEFT - gap * (groups.length - 1)) / groups.length;
  const first = box(charts, LEFT, 8, half);
  const second = box(cohort, LEFT, 8 + first.height + 22, half);
  let asideTop = 8 + first.height + 22;
  const asides = aside.map((each) => {
    const drawn = box(each, LEFT + half + 24, asideTop, half);
    asideTop += drawn.height + 8;
    return drawn.marks;
  });
  const groupsTop = Math.max(8 + first.height + 22 + second.height, asideTop - 8) + 26;
  const boxes = groups.map((each, index) => box(each, LEFT + index * (slot + gap), groupsTop, slot));
  const tallest = Math.max(0, ...boxes.map(({ height }) => height));
  const centre = LEFT + half / 2;
  const secondTop = 8 + first.height + 22;
  return sheet(
    figure,
    { width, height: groupsTop + tallest + 8 },
    arrow(`M${centre} ${8 + first.height}V${secondTop}`),
    arrow(`M${centre} ${8 + first.height + 10}H${LEFT + half + 24 + 30}V${secondTop}`),
    ...groups.map((_, index) =>
      arrow(
        `M${centre} ${secondTop + second.height}V${groupsTop - 12}H${LEFT + index * (slot + gap) + slot / 2}V${groupsTop}`,
      ),
    ),
    first.marks,
    second.marks,
    ...asides,
    ...boxes.map(({ marks }) => marks),
  );
}

function arrow(path: string): Markup {
  return element("path", { d: path, fill: "none", stroke: MUTED, "stroke-width": 0.7 });
}

function box(
  { title, n, lines }: FlowBox,
  x: number,
  y: number,
  width: number,
): { readonly marks: Markup; readonly height: number } {
  const heading = wrapText(`${title} (n = ${n ?? "NE"})`, width - 14, 8, "semibold");
  const body = lines.flatMap((content) => wrapText(content, width - 14, SMALL_SIZE));
  const height = 10 + heading.length * 10 + body.length * 9;
  return {
    height,
    marks: group(
      { class: "box" },
      rectangle(x, y, width, height, { fill: "#f7f9fb", stroke: RULE, "stroke-width": 0.8, rx: 2 }),
      ...heading.map((content, index) => text(x + 7, y + 12 + index * 10, content, { face: "semibold", fill: INK })),
      ...body.map((content, index) =>
        text(x + 7, y + 12 + heading.length * 10 + index * 9, content, { size: SMALL_SIZE, fill: MUTED }),
      ),
    ),
  };
}
