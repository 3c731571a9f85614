import { createTable, type Engine, identifier, openDuckDb } from "@osteon/engine";
import { CODE_TABLES, FROZEN_SCHEMAS, type FrozenSchema, OPTIONAL_SCHEMAS } from "./frozen-schema.ts";
import { viewParquet } from "./parquet-file.ts";
import type { Freeze } from "./read-freeze.ts";

/** Patients by their row number, both ends included. */
export interface PatientRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the tables of a freeze visible in an engine by their plain names: views in DuckDB, copies in PostgreSQL. With a
 * range only the charts of these patients are there: what no model joins over patients can be derived part by part.
 */
export async function openFreeze(engine: Engine, freeze: Freeze, patients?: PatientRange): Promise<void> {
  if (engine.dialect === "duckdb") return viewAll(engine, freeze, patients);
  const reader = await openDuckDb();
  try {
    await viewAll(reader, freeze, patients);
    for (const schema of [...FROZEN_SCHEMAS, ...OPTIONAL_SCHEMAS]) await copyTable(reader, engine, schema);
  } finally {
    await reader.close();
  }
}

async function viewAll(engine: Engine, { directory, tables }: Freeze, patients?: PatientRange): Promise<void> {
  const ofNobody = new Set([...CODE_TABLES, ...OPTIONAL_SCHEMAS].map(({ name }) => name));
  const where = patients === undefined ? "" : ` WHERE patient_no BETWEEN ${patients.from} AND ${patients.to}`;
  for (const { name } of tables) await viewParquet(engine, name, directory, ofNobody.has(name) ? "" : where);
  for (const schema of OPTIONAL_SCHEMAS)
    if (!tables.some(({ name }) => name === schema.name)) await engine.run(createTable(schema));
}

async function copyTable(reader: Engine, engine: Engine, { name, columns, order }: FrozenSchema): Promise<void> {
  const select = columns.map((column) => identifier(column.name)).join(", ");
  const read = await reader.columns(`SELECT ${select} FROM ${identifier(name)} ORDER BY ${identifier(order)}`);
  const rows = Array.from({ length: read.rowCount }, (_, row) => read.columns.map((column) => column[row] ?? null));
  await engine.run(createTable({ name, columns }));
  await engine.load({ name, columns, rows });
}
