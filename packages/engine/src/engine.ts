import type { ColumnType } from "@osteon/codebook";
import type { Cell, Row } from "./cell.ts";

/** A result by column, in the order of the SELECT list: `columns[c][r]`. */
export interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly (readonly Cell[])[];
  readonly rowCount: number;
}

/** Rows to put into a table, cells in the order of `columns`. */
export interface LoadTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A place that runs SQL and answers in whole numbers and texts; any other type in a result throws. */
export interface Engine {
  readonly dialect: "duckdb" | "postgresql";
  /** Runs one or more statements for their effect. */
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Row[]>;
  /** As `rows`, without an object for each row: the way for results of millions of rows. */
  columns(sql: string): Promise<Columns>;
  /** Makes a table of what one SELECT answers; anything else than one SELECT throws. */
  define(table: string, select: string): Promise<void>;
  /**
   * From here on no statement reaches a file outside these folders, a network, an extension or another database, and no
   * statement lifts that. Asked again it stays as it was.
   */
  fence(folders: readonly string[]): Promise<void>;
  /** Appends in bulk; creates the table where it does not exist yet. */
  load(table: LoadTable): Promise<void>;
  close(): Promise<void>;
}

/** The rows of a result by column. */
export function rowsOf({ names, columns, rowCount }: Columns): readonly Row[] {
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(names.map((name, column) => [name, columns[column]?.[row] ?? null])),
  );
}
