import { join } from "node:path";
import { type Engine, identifier, textLiteral } from "@osteon/engine";
import type { FrozenSchema } from "./frozen-schema.ts";

/** Rows to a row group: DuckDB's own default, written out because the bytes depend on it. */
export const ROW_GROUP_ROWS = 122_880;

export function parquetFile(table: string): string {
  return `${table}.parquet`;
}

/** Writes a table in the order of its numbers, hence by patient, so that joins on `patient_no` read it as a stream. */
export async function writeParquet(
  engine: Engine,
  { name, columns, order }: FrozenSchema,
  directory: string,
): Promise<void> {
  const sorted = `SELECT ${columns.map((column) => identifier(column.name)).join(", ")} FROM ${identifier(name)} ORDER BY ${identifier(order)}`;
  const options = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_ROWS}`;
  await engine.run(`COPY (${sorted}) TO ${textLiteral(join(directory, parquetFile(name)))} (${options})`);
}

/** What a view of a Parquet file shows: the rows that `where` admits, its columns but for some, and beside them those that it has not. */
export interface ShownParquet {
  readonly where?: string;
  readonly without?: readonly string[];
  readonly also?: (columns: readonly string[]) => readonly string[];
}

/** Makes the Parquet file of a table visible in DuckDB by the table's name. */
export async function viewParquet(
  engine: Engine,
  table: string,
  directory: string,
  { where = "", without = [], also }: ShownParquet = {},
): Promise<void> {
  const file = join(directory, parquetFile(table)).replace(/[*?[]/g, "[$&]");
  const from = `FROM read_parquet(${textLiteral(file)})`;
  const known = also === undefined && without.length === 0 ? [] : await engine.rows(`DESCRIBE SELECT * ${from}`);
  const there = known.map(({ column_name }) => String(column_name));
  const left = without.filter((name) => there.includes(name));
  const all = left.length === 0 ? "*" : `* EXCLUDE (${left.map(identifier).join(", ")})`;
  await engine.run(
    `CREATE VIEW ${identifier(table)} AS SELECT ${[all, ...(also?.(there) ?? [])].join(", ")} ${from}${where}`,
  );
}
