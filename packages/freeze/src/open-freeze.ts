import { type Codebook, type Field, frozenColumns, SHIPPED, sinceOf, type Table, withOwn } from "@osteon/codebook";
import { createTable, type Engine, identifier, textLiteral } from "@osteon/engine";
import { type Needs, neededFields } from "@osteon/protocol";
import { laterFields } from "./frozen-layout.ts";
import { CODE_TABLES, chartSchemas, type FrozenSchema, OPTIONAL_SCHEMAS } from "./frozen-schema.ts";
import { openEngineFor } from "./open-engine-for.ts";
import { viewParquet } from "./parquet-file.ts";
import type { Freeze } from "./read-freeze.ts";

/** Patients by their row number, both ends included. */
export interface PatientRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the tables of a freeze visible in an engine by their plain names: views in DuckDB, copies in PostgreSQL. With a
 * range only the charts of these patients are there: what no model joins over patients can be derived part by part. Of a registry's own
 * fields those are there that the study needs, whatever the charts have.
 */
export async function openFreeze(
  engine: Engine,
  freeze: Freeze,
  patients?: PatientRange,
  needs?: Needs,
): Promise<void> {
  const wanted = withOwn(SHIPPED, neededFields(needs), "kept");
  if (engine.dialect === "duckdb") return viewAll(engine, freeze, wanted, patients);
  const reader = await openEngineFor(freeze);
  try {
    await viewAll(reader, freeze, wanted, patients);
    const schemas = [...chartSchemas(wanted), ...CODE_TABLES, ...OPTIONAL_SCHEMAS];
    for (const schema of schemas) await copyTable(reader, engine, schema);
  } finally {
    await reader.close();
  }
}

/** Tables and columns of today's codebook that a freeze has not are there too, without a value. */
async function viewAll(engine: Engine, freeze: Freeze, wanted: Codebook, patients?: PatientRange): Promise<void> {
  const { directory, tables } = freeze;
  const ofNobody = new Set([...CODE_TABLES, ...OPTIONAL_SCHEMAS].map(({ name }) => name));
  const where = patients === undefined ? "" : ` WHERE patient_no BETWEEN ${patients.from} AND ${patients.to}`;
  for (const { name } of tables) {
    const table = wanted.tables.find((one) => one.name === name);
    const later = table === undefined ? [] : laterFields(table);
    await viewParquet(engine, name, directory, {
      where: ofNobody.has(name) ? "" : where,
      ...(table !== undefined && {
        without: ownColumns(freeze.book, table),
        ...(later.length > 0 && { also: (columns) => withoutValue(table, later, columns, freeze) }),
      }),
    });
  }
  const frozen = new Set(tables.map(({ name }) => name));
  for (const schema of [...chartSchemas(wanted), ...CODE_TABLES, ...OPTIONAL_SCHEMAS])
    if (!frozen.has(schema.name)) await engine.run(createTable(schema));
}

/** The columns of a registry's own fields that a frozen table has and nobody asked for. */
function ownColumns({ tables }: Codebook, wanted: Table): readonly string[] {
  const there = tables.find(({ name }) => name === wanted.name);
  const asked = new Set(frozenColumns(wanted).map(({ name }) => name));
  return there === undefined
    ? []
    : frozenColumns(there).flatMap(({ name, field }) => (field.own === undefined || asked.has(name) ? [] : [name]));
}

/** Why a value is missing that no codebook of then asked for. The charts say no such thing: it is known of the freeze. */
export const NOT_COLLECTED = "not-collected";

/** The columns of later fields that a frozen table has not: not collected by the codebook of then, or asked for and entered nowhere. */
function withoutValue(
  table: Table,
  later: readonly Field[],
  columns: readonly string[],
  { version, book }: Pick<Freeze, "version" | "book">,
): readonly string[] {
  const own = new Set(book.own.flatMap((field) => (field.table === table.name ? [field.name] : [])));
  const isCollected = (field: Field): boolean =>
    field.own === undefined ? sinceOf(field) <= version : own.has(field.name);
  return frozenColumns(table)
    .filter(({ name, field }) => later.includes(field) && !columns.includes(name))
    .map(({ name, type, field, holds }) => {
      const reason = isCollected(field) ? "not-entered" : NOT_COLLECTED;
      return `CAST(${holds === "missing-reason" ? textLiteral(reason) : "NULL"} AS ${type}) AS ${identifier(name)}`;
    });
}

async function copyTable(reader: Engine, engine: Engine, { name, columns, order }: FrozenSchema): Promise<void> {
  const select = columns.map((column) => identifier(column.name)).join(", ");
  const read = await reader.columns(`SELECT ${select} FROM ${identifier(name)} ORDER BY ${identifier(order)}`);
  const rows = Array.from({ length: read.rowCount }, (_, row) => read.columns.map((column) => column[row] ?? null));
  await engine.run(createTable({ name, columns }));
  await engine.load({ name, columns, rows });
}
