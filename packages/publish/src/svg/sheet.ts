import type { Language } from "@osteon/words";
import { FONT_FAMILY } from "../typeface/text-width.ts";
import { SMALL_SIZE, text } from "./marks.ts";
import { element, letters, type Markup } from "./markup.ts";
import { MUTED } from "./palette.ts";

/** Printed widths of journals, in points: one column of 84 mm, two of 174 mm. */
export const ONE_COLUMN = (84 * 72) / 25.4;
export const TWO_COLUMNS = (174 * 72) / 25.4;

/** What every figure is called and says of itself. */
export interface Titled {
  /** Used for ids within the document; kebab-case. */
  readonly name: string;
  readonly title: string;
  /** What the figure shows, for those who do not see it. */
  readonly description: string;
  /** A sentence that must stand on the figure wherever it goes, as that the children are invented. */
  readonly notice?: string;
  /** Of the words that a drawing itself sets; English where none is named. */
  readonly language?: Language;
}

/** Points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a sheet, for those who keep its place before it is there. */
export function sizeOf(svg: string): Size {
  const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

const NOTICE_HEIGHT = 11;

/** A whole SVG document in points, white, titled and described; the notice gets a line of its own below. */
export function sheet(
  { name, title, description, notice, language = "en" }: Titled,
  { width, height: body }: Size,
  ...marks: readonly (Markup | undefined)[]
): string {
  const height = notice === undefined ? body : body + NOTICE_HEIGHT;
  const millimetres = (points: number) => `${((points * 25.4) / 72).toFixed(2)}mm`;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: millimetres(width),
      height: millimetres(height),
      viewBox: `0 0 ${width.toFixed(2)} ${height.toFixed(2)}`,
      lang: language === "en" ? undefined : language,
      role: "img",
      "aria-labelledby": `${name}-title ${name}-description`,
      "font-family": FONT_FAMILY,
    },
    element("title", { id: `${name}-title` }, letters(title)),
    element("desc", { id: `${name}-description` }, letters(description)),
    element("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
    ...marks,
    notice === undefined ? undefined : text(8, height - 4, notice, { size: SMALL_SIZE, fill: MUTED }),
  );
}
