/** Parts of a paper that are treated alike whatever their headings are called. */
export type Part = "abstract" | "introduction" | "methods" | "results" | "discussion" | "references" | "other";

/** A table: where its rows come from and whom they count. */
export interface Table {
  /** `Table 1`, or the beginning of its title. */
  readonly label: string;
  readonly caption: string;
  /** Heads of the columns, the label's column first; empty where the text shows none. */
  readonly heads: readonly string[];
}

/** A paragraph, a row of a table, a caption or a note: mended text that knows its lines. */
export interface Passage {
  readonly kind: "prose" | "row" | "caption" | "note";
  readonly part: Part;
  /** The nearest heading above, as printed. */
  readonly section: string;
  /** Broken lines joined, hyphens of line ends taken out, special spaces made plain. */
  readonly text: string;
  /** Where each line of the text as read begins in `text`. */
  readonly marks: readonly { readonly at: number; readonly line: number }[];
  readonly page?: number;
  readonly table?: Table;
  /** A row's cells; the first is its label. */
  readonly cells?: readonly string[];
}

/** The line, counted from 1, on which a place of a passage stands. */
export function lineAt({ marks }: Pick<Passage, "marks">, at: number): number {
  let line = marks[0]?.line ?? 1;
  for (const mark of marks) {
    if (mark.at > at) break;
    line = mark.line;
  }
  return line;
}
