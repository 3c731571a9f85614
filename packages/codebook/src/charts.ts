/** The cells of one row as written, by field name; a field that is absent has not been entered. */
export type ChartRow = Readonly<Record<string, string>>;

/** One row of a file and where it stands there. */
export interface PlacedRow {
  /** Counts as a spreadsheet does, the header being row 1. */
  readonly row: number;
  readonly cells: ChartRow;
  /** The file gave the row too few or too many cells, and its reader said so; its cells cannot be trusted to stand in their columns. */
  readonly ragged?: true;
  /** Columns whose cell could not be read for what it means; its reader said so, and the row is not blamed again. */
  readonly unread?: readonly string[];
  /** Columns that a workbook holds as numbers, which some notation of texts would read as others: they mean what they are. */
  readonly certain?: readonly string[];
  /** A draft of the registry: it is looked up, and shows nothing of the child. */
  readonly draft?: true;
}

/** One table of the charts as it was read: nothing is converted, so that every problem can name its cell. */
export interface ChartTable {
  /** Name of the codebook's table. */
  readonly name: string;
  readonly file: string;
  readonly rows: readonly PlacedRow[];
  /** Fields for which the file has no column at all. Its reader reports each once; no row is blamed again. */
  readonly absent?: readonly string[];
}

/** The charts of a study: every table that was read. A table that stands here without rows was read and is empty. */
export type Charts = readonly ChartTable[];
