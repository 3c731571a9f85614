import { createTable, type Engine, identifier, openDuckDb } from "@osteon/engine";
import { FROZEN_SCHEMAS, type FrozenSchema } from "./frozen-schema.ts";
import { viewParquet } from "./parquet-file.ts";
import type { Freeze } from "./read-freeze.ts";

/** Makes the tables of a freeze visible in an engine by their plain names: views in DuckDB, copies in PostgreSQL. */
export async function openFreeze(engine: Engine, freeze: Freeze): Promise<void> {
  if (engine.dialect === "duckdb") return viewAll(engine, freeze);
  const reader = await openDuckDb();
  try {
    await viewAll(reader, freeze);
    for (const schema of FROZEN_SCHEMAS) await copyTable(reader, engine, schema);
  } finally {
    await reader.close();
  }
}

async function viewAll(engine: Engine, { directory, tables }: Freeze): Promise<void> {
  for (const { name } of tables) await viewParquet(engine, name, directory);
}

async function copyTable(reader: Engine, engine: Engine, { name, columns, order }: FrozenSchema): Promise<void> {
  const select = columns.map((column) => identifier(column.name)).join(", ");
  const read = await reader.columns(`SELECT ${select} FROM ${identifier(name)} ORDER BY ${identifier(order)}`);
  const rows = Array.from({ length: read.rowCount }, (_, row) => read.columns.map((column) => column[row] ?? null));
  await engine.run(createTable({ name, columns }));
  await engine.load({ name, columns, rows });
}
