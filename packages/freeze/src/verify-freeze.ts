import { type Checked, type ColumnType, type Problem, placed } from "@osteon/codebook";
import { type Engine, textLiteral } from "@osteon/engine";
import { refused } from "./freeze-fault.ts";
import { FROZEN_SCHEMAS, type FrozenSchema, OPTIONAL_SCHEMAS } from "./frozen-schema.ts";
import { openEngineFor } from "./open-engine-for.ts";
import { parquetFile, viewParquet } from "./parquet-file.ts";
import { type Freeze, readFreeze } from "./read-freeze.ts";
import { type FrozenTable, hashTable } from "./table-hash.ts";

/** Reads a freeze and computes every hash again from its Parquet files. */
export async function verifyFreeze(directory: string): Promise<Checked<Freeze>> {
  const read = await readFreeze(directory);
  if (!read.ok) return read;
  const engine = await openEngineFor(read.value);
  try {
    const problems: Problem[] = [];
    for (const table of read.value.tables) problems.push(...(await verifyTable(engine, table, directory)));
    return problems.length === 0 ? read : { ok: false, problems };
  } finally {
    await engine.close();
  }
}

async function verifyTable(engine: Engine, table: FrozenTable, directory: string): Promise<readonly Problem[]> {
  const found = await hashFile(engine, table.name, directory);
  if (found?.hash === table.hash && found.rows === table.rows) return [];
  const fault =
    found === undefined
      ? refused("freeze-changed", { because: "unreadable" })
      : refused("freeze-changed", {
          because: "content",
          rows: found.rows,
          hash: found.hash,
          frozenRows: table.rows,
          frozenHash: table.hash,
        });
  return [placed(fault, { file: parquetFile(table.name) })];
}

/** DuckDB names no error of a damaged file apart from others, so any failure to read one counts as damage. */
async function hashFile(engine: Engine, name: string, directory: string): Promise<FrozenTable | undefined> {
  try {
    await viewParquet(engine, name, directory);
    return await hashTable(engine, await schemaOfView(engine, name));
  } catch {
    return undefined;
  }
}

/** The schema that the file itself states, so that a freeze of an older codebook can be verified. */
async function schemaOfView(engine: Engine, name: string): Promise<FrozenSchema> {
  const columns = await engine.rows(
    `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = ${textLiteral(name)} ORDER BY column_index`,
  );
  const [first] = columns;
  const order =
    [...FROZEN_SCHEMAS, ...OPTIONAL_SCHEMAS].find((schema) => schema.name === name)?.order ?? String(first?.name);
  return {
    name,
    columns: columns.map(({ name: column, type }) => ({ name: String(column), type: String(type) as ColumnType })),
    order,
  };
}
