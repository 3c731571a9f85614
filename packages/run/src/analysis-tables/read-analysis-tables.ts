import { join } from "node:path";
import { openTables } from "@osteon/derive";
import { type Engine, identifier, openDuckDb, textLiteral } from "@osteon/engine";
import type { LabelledColumn, LabelledTable } from "@osteon/interop";
import { outlineOf, type Study, studyOfRun } from "../study.ts";
import { columnLabel, valueLabels } from "./column-labels.ts";

/** The analysis tables of a run that one of its analyses counts, with labels from its own lock; or the one that is named, if the run has it. */
export async function analysisTables(run: string, named?: string): Promise<readonly LabelledTable[]> {
  const study = studyOfRun(run);
  const counted = new Set(Object.values(study.protocol.analyses).map(({ from }) => from));
  const engine = await openDuckDb();
  try {
    await openTables(engine, join(run, "tables"));
    const there = await engine.rows(
      "SELECT DISTINCT table_name AS name FROM duckdb_columns() WHERE schema_name = 'main'",
    );
    const names = there.map(({ name }) => String(name)).sort();
    const wanted = names.filter((name) => counted.has(name) && (named === undefined || name === named));
    const tables: LabelledTable[] = [];
    for (const name of wanted) tables.push(await readTable(engine, study, name));
    return tables;
  } finally {
    await engine.close();
  }
}

async function readTable(engine: Engine, study: Study, name: string): Promise<LabelledTable> {
  const { protocol, models } = study;
  const described = await engine.rows(
    `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = ${textLiteral(name)} ORDER BY column_index`,
  );
  const read = await engine.columns(`SELECT * FROM ${identifier(name)} ORDER BY ALL`);
  const { labels } = outlineOf(study);
  const columns = described.map(({ name: told, type }, place): LabelledColumn => {
    const column = String(told);
    const kind = type === "VARCHAR" ? "code" : "number";
    const values = read.columns[place] ?? [];
    return {
      name: column,
      label: columnLabel(protocol, name, column),
      kind,
      labels: valueLabels({ protocol, labels }, name, column, kind, values),
      values,
    };
  });
  const label = models.find((model) => model.name === name)?.grain ?? name;
  return { name, label, columns, rows: read.rowCount };
}
