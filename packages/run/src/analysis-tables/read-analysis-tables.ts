import { join } from "node:path";
import { openTables } from "@osteon/derive";
import { type Engine, openDuckDb, tableNames, wholeTable } from "@osteon/engine";
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
    const wanted = (await tableNames(engine)).filter(
      (name) => counted.has(name) && (named === undefined || name === named),
    );
    const tables: LabelledTable[] = [];
    for (const name of wanted) tables.push(await readTable(engine, study, name));
    return tables;
  } finally {
    await engine.close();
  }
}

async function readTable(engine: Engine, study: Study, name: string): Promise<LabelledTable> {
  const { protocol, models } = study;
  const read = await wholeTable(engine, name);
  const { labels } = outlineOf(study);
  const columns = read.names.map((column, place): LabelledColumn => {
    const kind = read.kinds[place] === "text" ? "code" : "number";
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
