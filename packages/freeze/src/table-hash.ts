import { createHash } from "node:crypto";
import { PLAN_TABLE_NAME } from "@osteon/codebook";
import { type Engine, identifier } from "@osteon/engine";
import type { FrozenSchema } from "./frozen-schema.ts";

/** What a freeze holds of one table. `hash` is of its content, whatever file or engine it stands in. */
export interface FrozenTable {
  readonly name: string;
  readonly rows: number;
  readonly hash: string;
}

/** Part of the definition of the hash: another number of rows to a page gives other hashes. */
const PAGE_ROWS = 50_000;

/**
 * The logical hash of a table: SHA-256, in hex, over this text in UTF-8, each line ended by a line feed.
 * First `[table, rows, [column, type], ...]`. Then the rows by their `order` column, 50,000 to a page, and for each page
 * one line per column: the JSON array of its cells. JSON is without spaces, as JSON.stringify writes it.
 * So it depends neither on Parquet nor on the engine, and any row or cell that is added, lost or changed changes it.
 */
export async function hashTable(engine: Engine, { name, columns, order }: FrozenSchema): Promise<FrozenTable> {
  const rows = await countRows(engine, name);
  const hash = createHash("sha256");
  hash.update(`${JSON.stringify([name, rows, ...columns.map((column) => [column.name, column.type])])}\n`);
  const select = `SELECT ${columns.map((column) => identifier(column.name)).join(", ")} FROM ${identifier(name)}`;
  const sorted = ` ORDER BY ${identifier(order)} NULLS LAST`;
  const numbered = order === `${name}_no`;
  for (let first = 1; first <= rows; first += numbered ? PAGE_ROWS : rows) {
    const range = ` WHERE ${identifier(order)} BETWEEN ${first} AND ${first + PAGE_ROWS - 1}`;
    const page = await engine.columns(select + (numbered ? range : "") + sorted);
    for (const column of page.columns) hash.update(`${JSON.stringify(column)}\n`);
  }
  return { name, rows, hash: hash.digest("hex") };
}

/** The hash of the charts alone, whatever follow-up plan their registry has. */
export const hashOfCharts = ({ tables }: { readonly tables: readonly FrozenTable[] }): string =>
  hashTables(tables.filter(({ name }) => name !== PLAN_TABLE_NAME));

/** The logical hash of a freeze: SHA-256, in hex, over one line `name rows hash` per table. */
export function hashTables(tables: readonly FrozenTable[]): string {
  const lines = tables.map((table) => `${table.name} ${table.rows} ${table.hash}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}

async function countRows(engine: Engine, table: string): Promise<number> {
  const [found] = await engine.rows(`SELECT COUNT(*) AS n FROM ${identifier(table)}`);
  return Number(found?.n);
}
