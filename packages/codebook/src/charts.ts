/** The cells of one row as written, by field name; a field that is absent has not been entered. */
export type ChartRow = Readonly<Record<string, string>>;

/** One table of the charts as it was read: nothing is converted, so that every problem can name its cell. */
export interface ChartTable {
  /** Name of the codebook's table. */
  readonly name: string;
  readonly file: string;
  /** `row` counts as a spreadsheet does, the header being row 1. */
  readonly rows: readonly { readonly row: number; readonly cells: ChartRow }[];
}

/** The charts of a study: every table that was read. */
export type Charts = readonly ChartTable[];
