import type { Paragraph } from "../prose/sentence.ts";
import { type PageCell, plain, shown } from "../tables/page-table.ts";
import { formatOf, isFormat, type Place } from "./formats.ts";
import type { Template } from "./outline.ts";
import type { Reading } from "./read-results.ts";

/** What stands in braces of a template. */
export interface Placeholder {
  readonly id: string;
  readonly format: string;
  readonly args: readonly string[];
}

const BRACES = /\{([^{}]*)\}/g;

/** The pieces of a template: words, and what stands in braces; a star in a result is the group, where one is given. */
export function piecesOf(template: Template, group?: string): readonly (string | Placeholder)[] {
  return template.split(BRACES).flatMap((piece, index): readonly (string | Placeholder)[] => {
    if (index % 2 === 0) return piece === "" ? [] : [piece];
    const [id = "", said = ""] = piece.split("|");
    const [format = "", ...args] = said.split(":");
    return [{ id: group === undefined ? id : id.replaceAll("*", () => group), format, args }];
  });
}

/** The results that a placeholder needs; the first is the one that it opens. */
export const needsOf = ({ id, format }: Placeholder): readonly string[] =>
  isFormat(format) ? formatOf(format).needs(id) : [id];

function said(reading: Reading, placeholder: Placeholder, place: Place): PageCell {
  const { id, format, args } = placeholder;
  if (!isFormat(format)) throw new Error(`a report says {${id}|${format}}, and there is no format ${format}`);
  return shown(formatOf(format).says(reading, id, place, args), needsOf(placeholder)[0] ?? id);
}

/** A sentence: words, and numbers that know their result. */
export function paragraphOf(reading: Reading, template: Template): Paragraph {
  const spaced = template.replaceAll(/\s+/g, " ");
  return piecesOf(spaced).map((piece) => (typeof piece === "string" ? piece : said(reading, piece, "sentence")));
}

/** A cell: its text, and the first result in it; in a row of a group its stars are that group. */
export function cellOf(reading: Reading, template: Template, group?: string): PageCell {
  const pieces = piecesOf(template, group).map((piece) =>
    typeof piece === "string" ? plain(piece) : said(reading, piece, "cell"),
  );
  const result = pieces.find((piece) => piece.result !== undefined)?.result;
  const text = pieces.map((piece) => piece.text).join("");
  return result === undefined ? plain(text) : shown(text, result);
}

/** The same as text alone. */
export const textOf = (reading: Reading, template: Template): string => cellOf(reading, template).text;

/** Whether each number of a template could be estimated. */
export const isEstimable = (reading: Reading, template: Template): boolean =>
  piecesOf(template).every((piece) => typeof piece === "string" || reading.value(needsOf(piece)[0] ?? "") !== null);
