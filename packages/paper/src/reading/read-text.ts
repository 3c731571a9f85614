/**
 * A paper as text: what every reader makes. Headings begin with `#`, rows of tables are written `| a | b |`, so that
 * one grammar of structure serves all formats. Line numbers of findings count these lines, from 1.
 */
export interface ReadText {
  readonly lines: readonly string[];
  /** The page on which each line stands, where the format has pages. */
  readonly pages?: readonly number[];
}

export type PaperFormat = "text" | "html" | "docx" | "pdf";

/** Letters of all lines. */
export const charactersOf = ({ lines }: ReadText): number => lines.reduce((sum, line) => sum + line.length, 0);
