import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const FONTS = ["400Regular/SourceSans3_400Regular", "600SemiBold/SourceSans3_600SemiBold"].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`)),
);

/** A figure as PNG at so many dots per inch, 600 for journals; the same bytes on every machine. Node only. */
export function renderPng(svg: string, dotsPerInch: number): Uint8Array {
  const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? Number.NaN);
  if (Number.isNaN(width)) throw new Error("a figure needs a viewBox in points");
  const renderer = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.round((width / 72) * dotsPerInch) },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return renderer.render().asPng();
}
