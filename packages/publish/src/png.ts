import { Resvg } from "@resvg/resvg-js";
import { fontsFor } from "./typeface/figure-fonts.ts";

/** A figure as PNG at so many dots per inch, 600 for journals; the same bytes on every machine. Node only. */
export function renderPng(svg: string, dotsPerInch: number): Uint8Array {
  const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? Number.NaN);
  if (Number.isNaN(width)) throw new Error("a figure needs a viewBox in points");
  const { fontFiles, sansSerifFamily } = fontsFor(svg);
  const renderer = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.round((width / 72) * dotsPerInch) },
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: sansSerifFamily, sansSerifFamily },
  });
  return renderer.render().asPng();
}
