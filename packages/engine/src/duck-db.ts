import { resolve } from "node:path";
import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  DuckDBTypeId,
  type DuckDBValue,
  INTEGER,
  SMALLINT,
  VARCHAR,
} from "@duckdb/node-api";
import type { ColumnType } from "@osteon/codebook";
import { type Cell, wholeNumber } from "./cell.ts";
import { type DuckDbOptions, TimeIsOver } from "./duck-db-options.ts";
import { type Columns, type Engine, type LoadTable, rowsOf } from "./engine.ts";
import { createTableOnce, identifier, textLiteral } from "./sql-text.ts";

/** Opens DuckDB, whose modules are loaded with this one. */
export async function openDuckDb(options: DuckDbOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(options.file ?? ":memory:", configuration(options));
  const connection = await instance.connect();
  const clock = clockOf(connection, options.milliseconds);
  const columns = (sql: string) => clock.within(async () => columnsOf(await connection.run(sql)));
  let fenced = false;
  return {
    dialect: "duckdb",
    run: (sql) =>
      clock.within(async () => {
        await connection.run(sql);
      }),
    columns,
    rows: async (sql) => rowsOf(await columns(sql)),
    define: (table, select) => clock.within(() => define(connection, table, select)),
    fence: async (folders) => {
      if (!fenced) await fence(connection, folders);
      fenced = true;
    },
    load: (table) => append(connection, table),
    close: async () => {
      clock.stop();
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Cuts off what runs when the time is over; without a time it never is. */
function clockOf(connection: DuckDBConnection, milliseconds: number | undefined) {
  let isOver = false;
  const timer =
    milliseconds === undefined
      ? undefined
      : setTimeout(() => {
          isOver = true;
          connection.interrupt();
        }, milliseconds);
  return {
    within: async <T>(work: () => Promise<T>): Promise<T> => {
      if (isOver) throw new TimeIsOver();
      try {
        return await work();
      } catch (error) {
        throw isOver ? new TimeIsOver() : error;
      }
    },
    stop: (): void => clearTimeout(timer),
  };
}

function configuration(options: DuckDbOptions): Record<string, string> {
  return {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "false",
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.temporaryDirectory === undefined ? {} : { temp_directory: options.temporaryDirectory }),
  };
}

/** Behind CREATE TABLE ... AS the grammar takes a query and nothing else; a second statement would be run as well. */
async function define(connection: DuckDBConnection, table: string, select: string): Promise<void> {
  const sql = `CREATE TABLE ${identifier(table)} AS\n${select}`;
  const { count } = await connection.extractStatements(sql);
  if (count !== 1) throw new Error(`${table} is ${count} statements: it must be one SELECT`);
  await connection.run(sql);
}

/** Which folders may be read must be said before the door is shut; the last setting is the key thrown away. */
async function fence(connection: DuckDBConnection, folders: readonly string[]): Promise<void> {
  const allowed = [...new Set(folders.flatMap((folder) => [folder, resolve(folder)]))].map(textLiteral);
  await connection.run(`SET allowed_directories = [${allowed.join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}

const WHOLE = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
]);

async function columnsOf(result: DuckDBMaterializedResult): Promise<Columns> {
  const names = result.columnNames();
  for (const [index, name] of names.entries()) {
    const type = result.columnTypeId(index);
    if (type === DuckDBTypeId.VARCHAR || WHOLE.has(type)) continue;
    throw new Error(`column ${name} is ${result.columnType(index)}: an engine answers in whole numbers and texts only`);
  }
  const columns = names.map((): Cell[] => []);
  for (const chunk of await result.fetchAllChunks()) {
    for (const [index, column] of columns.entries()) {
      chunk.visitColumnValues(index, (value) => column.push(cellOf(value)));
    }
  }
  return { names, columns, rowCount: columns[0]?.length ?? 0 };
}

function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint") return wholeNumber(value);
  throw new Error(`${typeof value} is no cell`);
}

const CHUNK_ROWS = 2048;
const TYPES = { SMALLINT, INTEGER, BIGINT, VARCHAR } as const;

async function append(connection: DuckDBConnection, table: LoadTable): Promise<void> {
  await connection.run(createTableOnce(table));
  const appender = await connection.createAppender(table.name);
  const types = table.columns.map((column) => TYPES[column.type]);
  for (let first = 0; first < table.rows.length; first += CHUNK_ROWS) {
    const rows = table.rows.slice(first, first + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(types, rows.length);
    for (const [index, column] of table.columns.entries()) {
      chunk.setColumnValues(
        index,
        rows.map((row) => valueFor(column.type, row[index])),
      );
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function valueFor(type: ColumnType, cell: Cell | undefined): DuckDBValue {
  if (cell === undefined) throw new Error("a row has fewer cells than the table has columns");
  if (cell === null) return null;
  if ((type === "VARCHAR") !== (typeof cell === "string")) throw new Error(`${JSON.stringify(cell)} is no ${type}`);
  return type === "BIGINT" ? BigInt(cell) : cell;
}
