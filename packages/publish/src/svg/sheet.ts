import { FONT_FAMILY } from "../typeface/text-width.ts";
import { element, letters, type Markup } from "./markup.ts";

/** Printed widths of journals, in points: one column of 84 mm, two of 174 mm. */
export const ONE_COLUMN = (84 * 72) / 25.4;
export const TWO_COLUMNS = (174 * 72) / 25.4;

export interface Sheet {
  /** Used for ids within the document; kebab-case. */
  readonly name: string;
  readonly title: string;
  /** What the figure shows, for those who do not see it. */
  readonly description: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** A whole SVG document in points, white, titled and described. */
export function sheet(
  { name, title, description, width, height }: Sheet,
  ...marks: readonly (Markup | undefined)[]
): string {
  const millimetres = (points: number) => `${((points * 25.4) / 72).toFixed(2)}mm`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: millimetres(width),
      height: millimetres(height),
      viewBox: `0 0 ${width.toFixed(2)} ${height.toFixed(2)}`,
      role: "img",
      "aria-labelledby": `${name}-title ${name}-description`,
      "font-family": FONT_FAMILY,
    },
    element("title", { id: `${name}-title` }, letters(title)),
    element("desc", { id: `${name}-description` }, letters(description)),
    element("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
    ...marks,
  );
}
