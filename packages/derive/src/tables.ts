import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Engine, identifier, textLiteral } from "@osteon/engine";
import type { Model } from "./model.ts";

/** An analysis table as it was written. */
export interface WrittenTable {
  readonly name: string;
  readonly grain: string;
  readonly rows: number;
}

/**
 * Writes every analysis table as `<model>.parquet`, or one part of it as `<model>.<part>.parquet`; rows are in the order
 * of their columns. DuckDB only.
 */
export async function writeTables(
  engine: Engine,
  directory: string,
  models: readonly Model[],
  part?: number,
): Promise<readonly WrittenTable[]> {
  await mkdir(directory, { recursive: true });
  const written: WrittenTable[] = [];
  for (const { name, grain } of models.filter(({ layer }) => layer === "analysis")) {
    const file = textLiteral(join(directory, `${name}${part === undefined ? "" : `.${part}`}.parquet`));
    await engine.run(
      `COPY (SELECT * FROM ${identifier(name)} ORDER BY ALL) TO ${file} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const [count] = await engine.rows(`SELECT COUNT(*) AS n FROM ${identifier(name)}`);
    written.push({ name, grain, rows: Number(count?.n) });
  }
  return written;
}

/** Makes written analysis tables visible by their names, all parts of each. */
export async function openTables(engine: Engine, directory: string): Promise<void> {
  const files = (await readdir(directory)).filter((file) => file.endsWith(".parquet"));
  for (const name of new Set(files.map((file) => file.slice(0, file.indexOf("."))))) {
    const file = textLiteral(`${join(directory, name).replace(/[*?[]/g, "[$&]")}.*parquet`);
    await engine.run(`CREATE VIEW ${identifier(name)} AS SELECT * FROM read_parquet(${file})`);
  }
}
