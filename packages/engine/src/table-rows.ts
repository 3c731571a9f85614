import type { Cell, Row } from "./cell.ts";
import type { Columns, Engine } from "./engine.ts";
import { identifier, textLiteral } from "./sql-text.ts";
import { type Predicate, whereSql } from "./tally-spec.ts";

/** Which rows of a table, and what of them; everything where nothing is said. Without `orderBy` they come in no order. */
export interface RowsAsked {
  readonly columns?: readonly string[];
  readonly where?: readonly Predicate[];
  readonly orderBy?: readonly string[];
}

/** Rows of a table as they are. */
export async function tableRows(
  engine: Engine,
  table: string,
  { columns = [], where = [], orderBy = [] }: RowsAsked = {},
): Promise<readonly Row[]> {
  const wanted = columns.length === 0 ? "*" : columns.map(identifier).join(", ");
  const order = orderBy.length === 0 ? "" : ` ORDER BY ${orderBy.map(identifier).join(", ")}`;
  return await engine.rows(`SELECT ${wanted} FROM ${identifier(table)}${whereSql(where)}${order}`);
}

/** The names of a table's columns, in their order. */
export async function columnNames(engine: Engine, table: string): Promise<readonly string[]> {
  const { names } = await engine.columns(`SELECT * FROM ${identifier(table)} WHERE 1 = 0`);
  return names;
}

/** How many rows a table has, how many of them have a gap in these columns, and how many keys they make. Without columns all rows have one key. */
export async function countKeys(
  engine: Engine,
  table: string,
  columns: readonly string[],
): Promise<{ readonly rows: number; readonly gaps: number; readonly keys: number }> {
  const key = columns.map(identifier);
  const gaps = key.length === 0 ? "1 = 0" : key.map((column) => `${column} IS NULL`).join(" OR ");
  const [row] = await engine.rows(
    `SELECT COUNT(*) AS n, COUNT(*) FILTER (WHERE ${gaps}) AS gaps,
       (SELECT COUNT(*) FROM (SELECT DISTINCT ${key.length === 0 ? "1" : key.join(", ")} FROM ${identifier(table)})) AS keys
     FROM ${identifier(table)}`,
  );
  return { rows: Number(row?.n), gaps: Number(row?.gaps), keys: Number(row?.keys) };
}

/** A table with the kind of each column: `text`, or `number` where it holds whole numbers. */
export interface WholeTable extends Columns {
  readonly kinds: readonly ("text" | "number")[];
}

/** The names of the tables and views that an engine has, in order. DuckDB only. */
export async function tableNames(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.rows("SELECT DISTINCT table_name AS name FROM duckdb_columns() WHERE schema_name = 'main'");
  return rows.map(({ name }) => String(name)).sort();
}

/** A whole table, its rows in the order of their columns. DuckDB only. */
export async function wholeTable(engine: Engine, table: string): Promise<WholeTable> {
  const described = await engine.rows(
    `SELECT data_type AS type FROM duckdb_columns() WHERE table_name = ${textLiteral(table)} ORDER BY column_index`,
  );
  const read = await engine.columns(`SELECT * FROM ${identifier(table)} ORDER BY ALL`);
  return { ...read, kinds: described.map(({ type }) => (type === "VARCHAR" ? "text" : "number")) };
}

/** A column of a Parquet file: each cell as the text by which DuckDB writes it, so that a number comes back as it was. */
export interface ParquetColumn {
  readonly name: string;
  /** DuckDB's word, as `DECIMAL(18,3)`. */
  readonly type: string;
  readonly texts: readonly Cell[];
}

const FILE_ROW = "file_row_number";

/** Reads a Parquet file in the order of its rows. DuckDB only; throws where it cannot be read. */
export async function parquetColumns(
  engine: Engine,
  path: string,
): Promise<{ readonly columns: readonly ParquetColumn[]; readonly rowCount: number }> {
  const source = `read_parquet(${textLiteral(path)}, file_row_number = true)`;
  const described = await engine.rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`);
  const fields = described.filter(({ column_name }) => column_name !== FILE_ROW);
  const texts = fields.map(({ column_name }) => `CAST("${String(column_name).replaceAll('"', '""')}" AS VARCHAR)`);
  const { columns, rowCount } = await engine.columns(`SELECT ${texts.join(", ")} FROM ${source} ORDER BY ${FILE_ROW}`);
  return {
    columns: fields.map(({ column_name, column_type }, place) => ({
      name: String(column_name),
      type: String(column_type),
      texts: columns[place] ?? [],
    })),
    rowCount,
  };
}
