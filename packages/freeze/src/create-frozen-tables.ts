import { createTable, type Engine } from "@osteon/engine";
import { CHART_SCHEMAS, CODE_TABLES, OPTIONAL_SCHEMAS } from "./frozen-schema.ts";

/** Makes every table of a freeze in an engine: the chart tables and what a freeze may do without empty, the code tables filled. Fails where one is there. */
export async function createFrozenTables(engine: Engine): Promise<void> {
  await engine.run([...CHART_SCHEMAS, ...CODE_TABLES, ...OPTIONAL_SCHEMAS].map(createTable).join(";\n"));
  for (const table of CODE_TABLES) await engine.load(table);
}
