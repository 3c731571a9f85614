import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CODEBOOK, type FrozenColumn, frozenColumns, type Table } from "@osteon/codebook";
import { createTable, type Engine, identifier, openDuckDb, textLiteral } from "@osteon/engine";
import { CODE_TABLES, type Manifest } from "@osteon/freeze";
import { canonicalJson } from "@osteon/protocol";

const SQL = new URL("./large-cohort/", import.meta.url);
const PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880";
const NOTICE = "Synthetic cohort for measuring speed; no real patients.";

/** How large and how drawn. */
export interface LargeCohort {
  readonly patients: number;
  readonly seed: number;
}

/**
 * Writes an invented cohort as a freeze, straight from SQL: nothing passes through charts, and no table stands in memory.
 * In its manifest the hash of a table is that of its Parquet file, since the logical hash reads every cell in JavaScript;
 * so `readFreeze` takes it and `verifyFreeze` does not.
 */
export async function writeLargeCohort(directory: string, { patients, seed }: LargeCohort): Promise<void> {
  await mkdir(join(directory, "spill"), { recursive: true });
  const engine = await openDuckDb({ memoryLimit: "6GB", temporaryDirectory: join(directory, "spill") });
  try {
    await engine.run(`SET VARIABLE seed = ${seed}; SET VARIABLE patients = ${patients}; ${sqlOf("draws")}`);
    await engine.run(`CREATE TEMP TABLE plan AS ${sqlOf("plan")}`);
    for (const table of tablesInOrder()) await writeTable(engine, table, directory);
    for (const table of CODE_TABLES) {
      await engine.run(createTable(table));
      await engine.load(table);
      await copy(engine, `SELECT * FROM ${identifier(table.name)}`, table.name, directory);
    }
    await writeManifest(engine, directory);
  } finally {
    await engine.close();
    await rm(join(directory, "spill"), { recursive: true, force: true });
  }
}

const sqlOf = (name: string): string => readFileSync(new URL(`${name}.sql`, SQL), "utf8");

/** Treatments and manifestations first: the rows that refer to them are drawn from them. */
function tablesInOrder(): readonly Table[] {
  const first = ["treatment", "manifestation"];
  return [...CODEBOOK].sort((a, b) => Number(first.includes(b.name)) - Number(first.includes(a.name)));
}

async function writeTable(engine: Engine, table: Table, directory: string): Promise<void> {
  await engine.run(`CREATE TEMP VIEW drawn AS ${sqlOf(table.name)}`);
  const drawn = new Set((await engine.columns("SELECT * FROM drawn LIMIT 0")).names);
  const columns = frozenColumns(table).map(
    (column) => `${columnSql(column, table, drawn)} AS ${identifier(column.name)}`,
  );
  const number = `${table.name}_no`;
  const from = drawn.has(number) ? "drawn" : `(SELECT *, ROW_NUMBER() OVER () AS ${number} FROM drawn)`;
  await copy(engine, `SELECT ${columns.join(", ")} FROM ${from}`, table.name, directory);
  await engine.run("DROP VIEW drawn");
  await engine.run(`CREATE TEMP VIEW ${identifier(table.name)} AS FROM read_parquet(${fileOf(table.name, directory)})`);
}

/** What the SQL does not draw follows from what it does: keys from numbers, dates from days, reasons from gaps. */
function columnSql({ name, type, field, holds }: FrozenColumn, table: Table, drawn: ReadonlySet<string>): string {
  if (drawn.has(name)) return `CAST(${identifier(name)} AS ${type})`;
  if (holds === "row-number") return `CAST(${identifier(name)} AS ${type})`;
  if (field.type.kind === "key") return keySql(table);
  const day = name.replace(/_on$/, "_epoch_day");
  if (drawn.has(day)) return `CAST(DATE '1970-01-01' + CAST(${identifier(day)} AS INTEGER) AS VARCHAR)`;
  if (holds !== "missing-reason") return `CAST(NULL AS ${type})`;
  const value = frozenColumns(table).find((other) => other.field === field && drawn.has(other.name));
  return value === undefined ? "'not-done'" : `CASE WHEN ${identifier(value.name)} IS NULL THEN 'unknown' END`;
}

const keySql = ({ name }: Table): string =>
  `'${name.slice(0, 1).toUpperCase()}' || lpad(CAST(${name}_no AS VARCHAR), 9, '0')`;

const fileOf = (table: string, directory: string): string => textLiteral(join(directory, `${table}.parquet`));

async function copy(engine: Engine, select: string, table: string, directory: string): Promise<void> {
  await engine.run(`COPY (${select}) TO ${fileOf(table, directory)} (${PARQUET})`);
}

async function writeManifest(engine: Engine, directory: string): Promise<void> {
  const tables: Manifest["tables"][number][] = [];
  for (const { name } of [...CODEBOOK, ...CODE_TABLES]) {
    const [count] = await engine.rows(`SELECT COUNT(*) AS n FROM read_parquet(${fileOf(name, directory)})`);
    tables.push({ name, rows: Number(count?.n), hash: await fileHash(join(directory, `${name}.parquet`)) });
  }
  const codebook = canonicalJson({ notice: NOTICE });
  const listed = tables.map(({ name, rows, hash }) => `${name} ${rows} ${hash}\n`).join("");
  const manifest: Manifest = {
    format: 1,
    software: "bench",
    study: "large-cohort",
    notice: NOTICE,
    policy: "middle",
    hash: createHash("sha256").update(listed).digest("hex"),
    tables,
    codebook: createHash("sha256").update(codebook).digest("hex"),
    queries: [],
  };
  await writeFile(join(directory, "codebook.json"), codebook);
  await writeFile(join(directory, "manifest.json"), canonicalJson(manifest));
}

async function fileHash(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
