import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Engine, identifier, textLiteral } from "@osteon/engine";
import { readModels } from "./model.ts";

/** An analysis table as it was written. */
export interface WrittenTable {
  readonly name: string;
  readonly grain: string;
  readonly rows: number;
}

const analysisModels = () => readModels().filter(({ layer }) => layer === "analysis");

/** Writes every analysis table as `<model>.parquet`, ordered by patient. DuckDB only. */
export async function writeTables(engine: Engine, directory: string): Promise<readonly WrittenTable[]> {
  await mkdir(directory, { recursive: true });
  const written: WrittenTable[] = [];
  for (const { name, grain } of analysisModels()) {
    const file = textLiteral(join(directory, `${name}.parquet`));
    await engine.run(
      `COPY (SELECT * FROM ${identifier(name)} ORDER BY ALL) TO ${file} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const [count] = await engine.rows(`SELECT COUNT(*) AS n FROM ${identifier(name)}`);
    written.push({ name, grain, rows: Number(count?.n) });
  }
  return written;
}

/** Makes written analysis tables visible by their names. */
export async function openTables(engine: Engine, directory: string): Promise<void> {
  for (const { name } of analysisModels()) {
    const file = textLiteral(join(directory, `${name}.parquet`).replace(/[*?[]/g, "[$&]"));
    await engine.run(`CREATE VIEW ${identifier(name)} AS SELECT * FROM read_parquet(${file})`);
  }
}
