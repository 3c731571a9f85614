import { partOf } from "./section-names.ts";

const TABLE = /^\s*(Table|Tabelle|Tab\.)\s?[\dIVX]+[a-z]?\s?[.:]/;
const FIGURE = /^\s*(Figure|Fig\.|Abbildung|Abb\.)\s?\d+[a-z]?\s?[.:]/;
const NOTE = /^\s*([§*†‡¶#]|[A-Za-z-]{2,12}(-[A-Z]\d+)?: \p{Ll})/u;
const SENTENCE_END = /(?:[.!?:;]["”)\]]?|(?<!\d)[.!?:;]["”)\]]?\d+(?:[,–-]\d+)*)$/;

/** What a line that begins a table or a figure begins. */
export const floatBegun = (line: string): "table" | "figure" | undefined =>
  TABLE.test(line) ? "table" : FIGURE.test(line) ? "figure" : undefined;

/** A note below a table: a mark, or an abbreviation explained. */
export const isNote = (line: string): boolean => NOTE.test(line);

/** A row drawn with bars. */
export const isBarred = (line: string): boolean => line.trim().startsWith("|") && line.trim().length > 2;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** A line that can go on in the middle of a sentence. */
export const goesOn = (line: string): boolean => /^\s*[\p{Ll}(,]/u.test(line);

/** A heading: of Markdown, or a line that is nothing but the name of a part. */
export function headingOf(line: string): string | undefined {
  const marked = /^#{1,6}\s+(?<title>\S.*)$/.exec(line)?.groups?.title;
  if (marked !== undefined) return marked.replace(/\s+#+$/, "");
  const bare = line.trim();
  const isName =
    bare.length < 60 &&
    partOf(bare) !== undefined &&
    /^[\d.\s*]*\p{Lu}/u.test(bare) &&
    !/[.:]\s*\S/.test(bare.replace(/^[\d.\s]+/, ""));
  return isName ? bare : undefined;
}

/** Long, ending in words, and going on: a paragraph that follows a table without a heading. */
export function isProse(line: string, next: string): boolean {
  if (line.trim().startsWith("|") || isNote(line)) return false;
  const words = line.trim().split(/\s+/).length;
  return (
    words >= 9 &&
    !/\s{3,}/.test(line.trim()) &&
    (/[.!?]$/.test(line.trim()) || /^\s*\p{Ll}/u.test(next)) &&
    /^\s*\p{Lu}/u.test(line)
  );
}
