import { type Cell, wholeNumber } from "./cell.ts";
import { type Columns, type Engine, type LoadTable, rowsOf } from "./engine.ts";
import { createTableOnce, identifier } from "./sql-text.ts";

type PGlite = import("@electric-sql/pglite").PGlite;

/** PostgreSQL's own numbers of its types. */
const TEXT_TYPES = new Set([25, 1042, 1043]);
const SMALL_TYPES = new Set([21, 23]);
const BIG_TYPES = new Set([20, 1700]);

/** The files of a database in which nothing is yet: to make them takes seconds, to copy them a third of one. */
let empty: Promise<Blob> | undefined;

/** Opens PostgreSQL in memory. Its module takes long to load and is loaded only by this call. */
export async function openPglite(): Promise<Engine> {
  const { PGlite } = await import("@electric-sql/pglite");
  empty ??= PGlite.create().then((made) => made.dumpDataDir("none").finally(() => made.close()));
  const wide = { 20: wholeNumber, 1700: wholeNumber };
  const database = await PGlite.create({ parsers: wide, loadDataDir: await empty });
  const columns = (sql: string) => columnsOf(database, sql);
  return {
    dialect: "postgresql",
    run: async (sql) => {
      await database.exec(sql);
    },
    columns,
    rows: async (sql) => rowsOf(await columns(sql)),
    // The protocol of a query with parameters takes one statement, and this beginning none but a SELECT.
    define: async (table, select) => {
      await database.query(`CREATE TABLE ${identifier(table)} AS\n${select}`, []);
    },
    // PostgreSQL in memory has no file of the machine, no network and no extension within reach.
    fence: async () => {},
    load: (table) => copy(database, table),
    close: () => database.close(),
  };
}

async function columnsOf(database: PGlite, sql: string): Promise<Columns> {
  const { fields, rows } = await database.query<Cell[]>(sql, [], { rowMode: "array" });
  for (const { name, dataTypeID } of fields) {
    if (TEXT_TYPES.has(dataTypeID) || SMALL_TYPES.has(dataTypeID) || BIG_TYPES.has(dataTypeID)) continue;
    throw new Error(`column ${name} is of type ${dataTypeID}: an engine answers in whole numbers and texts only`);
  }
  return {
    names: fields.map((field) => field.name),
    columns: fields.map((_, index) => rows.map((row) => row[index] ?? null)),
    rowCount: rows.length,
  };
}

const BATCH_ROWS = 50_000;

async function copy(database: PGlite, table: LoadTable): Promise<void> {
  await database.exec(createTableOnce(table));
  const names = table.columns.map((column) => identifier(column.name)).join(", ");
  const sql = `COPY ${identifier(table.name)} (${names}) FROM '/dev/blob'`;
  for (let first = 0; first < table.rows.length; first += BATCH_ROWS) {
    const lines = table.rows.slice(first, first + BATCH_ROWS).map((row) => `${row.map(copyText).join("\t")}\n`);
    await database.query(sql, [], { blob: new Blob(lines) });
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyText(cell: Cell): string {
  if (cell === null) return "\\N";
  return typeof cell === "number" ? String(cell) : cell.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found);
}
