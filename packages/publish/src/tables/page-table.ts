/** A cell of a table: its text and, where it is a number, the result behind it. */
export interface PageCell {
  readonly text: string;
  readonly result?: string;
}

/** A row: `level` indents its label; a row without cells is a heading within the table. */
export interface PageRow {
  readonly label: string;
  readonly level?: number;
  readonly cells: readonly PageCell[];
}

/** A table as data; HTML, CSV and Word are made from it. */
export interface PageTable {
  readonly id: string;
  readonly title: string;
  /** Heads of the columns, the label's column first. */
  readonly heads: readonly string[];
  readonly rows: readonly PageRow[];
  readonly notes: readonly string[];
}

export const plain = (text: string): PageCell => ({ text });

/** A cell that shows a result. */
export const shown = (text: string, result: string): PageCell => ({ text, result });
