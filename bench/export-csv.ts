import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { identifier, openDuckDb, textLiteral } from "@osteon/engine";
import { openFreeze, readFreeze } from "@osteon/freeze";
import { CHART_TABLES } from "../packages/cno/reference/chart.ts";

/** The frozen tables that `derivation.R` reads. */
const TABLES = ["patient", ...CHART_TABLES, "codebook_bone"] as const;

/** Writes a freeze as CSV for R, columns named and ordered as in the Parquet files, an empty cell for null. */
export async function exportCsv(freeze: string, directory: string): Promise<void> {
  const read = await readFreeze(freeze);
  if (!read.ok) throw new Error(read.problems.map(({ says }) => says).join(" "));
  await mkdir(directory, { recursive: true });
  const engine = await openDuckDb();
  try {
    await openFreeze(engine, read.value);
    for (const table of TABLES) {
      const file = textLiteral(join(directory, `${table}.csv`));
      await engine.run(`COPY (FROM ${identifier(table)}) TO ${file} (FORMAT csv, HEADER)`);
    }
  } finally {
    await engine.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [freeze, directory] = process.argv.slice(2);
  if (freeze === undefined || directory === undefined) throw new Error("usage: node bench/export-csv.ts FREEZE FOLDER");
  await exportCsv(freeze, directory);
}
