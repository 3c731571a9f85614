import type { PageCell } from "../tables/page-table.ts";

/** A paragraph: words, and numbers that know their result. */
export type Paragraph = readonly (string | PageCell)[];

/** A part of the text under its own heading. */
export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Writes a paragraph; what stands in braces are numbers from results, or words. */
export function paragraph(words: TemplateStringsArray, ...numbers: readonly (string | PageCell)[]): Paragraph {
  return words.flatMap((text, index) => {
    const spaced = text.replaceAll(/\s+/g, " ");
    const number = numbers[index];
    return number === undefined ? [spaced] : [spaced, number];
  });
}

/** The paragraph without its links. */
export function plainText(parts: Paragraph): string {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
