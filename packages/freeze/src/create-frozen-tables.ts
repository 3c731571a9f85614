import { type Codebook, SHIPPED } from "@osteon/codebook";
import { createTable, type Engine } from "@osteon/engine";
import { CODE_TABLES, chartSchemas, codeTables, OPTIONAL_SCHEMAS } from "./frozen-schema.ts";

/** Makes every table of a freeze in an engine: the chart tables and what a freeze may do without empty, the code tables filled. Fails where one is there. */
export async function createFrozenTables(engine: Engine, book: Codebook = SHIPPED): Promise<void> {
  await engine.run([...chartSchemas(book), ...CODE_TABLES, ...OPTIONAL_SCHEMAS].map(createTable).join(";\n"));
  for (const table of codeTables(book)) await engine.load(table);
}
