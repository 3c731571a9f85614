import type { Face } from "../typeface/text-width.ts";
import { type Attributes, coordinate, element, letters, type Markup } from "./markup.ts";
import { INK, MUTED } from "./palette.ts";

export interface TextStyle {
  readonly size?: number;
  readonly face?: Face;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly rotate?: number;
}

/** Standard size of text in a printed figure, in points. */
export const TEXT_SIZE = 8;
export const SMALL_SIZE = 7;

/** A line of text whose baseline is at y. */
export function text(x: number, y: number, content: string, style: TextStyle = {}, more: Attributes = {}): Markup {
  const { size = TEXT_SIZE, face = "regular", fill = INK, anchor = "start", rotate } = style;
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      "font-weight": face === "semibold" ? 600 : undefined,
      fill,
      "text-anchor": anchor === "start" ? undefined : anchor,
      transform: rotate === undefined ? undefined : `rotate(${rotate} ${coordinate(x)} ${coordinate(y)})`,
      ...more,
    },
    letters(content),
  );
}

export function line(x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): Markup {
  return element("line", { x1, y1, x2, y2, stroke: MUTED, "stroke-width": 0.6, ...more });
}

export function rectangle(x: number, y: number, width: number, height: number, more: Attributes): Markup {
  return element("rect", { x, y, width, height, ...more });
}

export function circle(cx: number, cy: number, r: number, more: Attributes): Markup {
  return element("circle", { cx, cy, r, ...more });
}

/** A path through points; `stepped` keeps each height until the next point. */
export function pathThrough(points: readonly (readonly [number, number])[], stepped: boolean): string {
  return points
    .map(([x, y], index) => {
      if (index === 0) return `M${coordinate(x)} ${coordinate(y)}`;
      return stepped ? `H${coordinate(x)}V${coordinate(y)}` : `L${coordinate(x)} ${coordinate(y)}`;
    })
    .join("");
}
