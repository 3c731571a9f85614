import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import opentype from "opentype.js";

/** Writes the advance widths of the figures' typeface, so that figures can be laid out without a font file. */
const LETTERS = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)),
  ..."–—·×±≥≤≠−αβ°äöüÄÖÜßé→“”’…✕",
].join("");
const FACES = {
  regular: "400Regular/SourceSans3_400Regular",
  semibold: "600SemiBold/SourceSans3_600SemiBold",
} as const;

const widths = Object.fromEntries(
  Object.entries(FACES).map(([face, file]) => {
    const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`));
    const bytes = readFileSync(path);
    const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const entries = [...LETTERS].map((letter) => [
      letter,
      Math.round(((font.charToGlyph(letter).advanceWidth ?? 0) / font.unitsPerEm) * 1000),
    ]);
    return [face, Object.fromEntries(entries)];
  }),
);

writeFileSync(
  new URL("../src/typeface/advance-widths.json", import.meta.url),
  `${JSON.stringify({ generated: "by packages/publish/bin/write-advance-widths.ts from Source Sans 3 (OFL); thousandths of an em", ...widths })}\n`,
);
