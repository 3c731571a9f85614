import { fileURLToPath } from "node:url";

/** What letters of an SVG are drawn with: files, and the family that stands for a sheet's own where that is not among them. */
export interface FigureFonts {
  readonly fontFiles: readonly string[];
  readonly sansSerifFamily: string;
}

/** Letters of the small files beside this one, in ranges of code points. */
export const FIGURE_LETTERS: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  ...[..."–—‘’‚“”„†‡•…‰€™−≤≥≈≠√∞αβγδμΔΩ→←↑↓²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄"].map((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return [point, point] as const;
  }),
];

const hex = (point: number): string => `\\u{${point.toString(16)}}`;
const ONLY_THESE = new RegExp(`^[${FIGURE_LETTERS.map(([a, b]) => `${hex(a)}-${hex(b)}`).join("")}]*$`, "u");

const SMALL: FigureFonts = {
  fontFiles: ["regular", "semibold"].map((face) => fileURLToPath(new URL(`figures-${face}.ttf`, import.meta.url))),
  sansSerifFamily: "Osteon Sans 3",
};

const wholeFile = (face: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`));

const WHOLE: FigureFonts = {
  fontFiles: ["400Regular/SourceSans3_400Regular", "600SemiBold/SourceSans3_600SemiBold"].map(wholeFile),
  sansSerifFamily: "Source Sans 3",
};

/**
 * The fonts for an SVG. The renderer reads the file anew for each letter that it draws, so that a file of a tenth of the size takes a third of
 * the time; where a letter is not in it, the whole typeface is taken.
 */
export const fontsFor = (svg: string): FigureFonts => (ONLY_THESE.test(svg) ? SMALL : WHOLE);
