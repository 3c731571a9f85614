import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { derive } from "@osteon/derive";
import { type Engine, identifier } from "@osteon/engine";
import { estimate, type Results, tallies, tallySpecs } from "@osteon/estimate";
import { openFreeze } from "@osteon/freeze";
import { inputsOf } from "../apps/cli/src/pipeline.ts";
import { resultsText } from "../apps/cli/src/stage-files.ts";
import protocol from "../studies/schnabel-2017/protocol.ts";
import { childTask, engineOf, freezeIn } from "./child-task.ts";
import { countedColumns } from "./columns-used.ts";
import { headlineOf } from "./headline.ts";
import { type Measured, measure, type PipelineMeasured } from "./measured.ts";

/** The study from frozen Parquet to `results.json`, stage by stage, in a process of its own. */
await childTask(async (task): Promise<PipelineMeasured> => {
  const freeze = await freezeIn(task.freeze);
  const database = "derived.duckdb";
  const engine = await engineOf(task, database);
  const models: Measured[] = [];
  const [, open] = await measure("open", () => openFreeze(engine, freeze));
  const [, derived] = await measure("derive", () => deriveTimed(engine, models));
  const [counted, tallied] = await measure("tally", () => tallies(engine, protocol));
  const [results, estimated] = await measure("estimate", () => estimate(protocol, counted, inputsOf(protocol, freeze)));
  const file = join(task.work, "results.json");
  const [text, written] = await measure("write", () => writeResults(file, results));
  const [, tallyFloor] = await measure("read analysis tables", () => readCounted(engine));
  await engine.close();
  await rm(join(task.work, database));
  return {
    stages: [open, { ...derived, peak: Math.max(...models.map(({ peak }) => peak)) }, tallied, estimated, written],
    models,
    tallyFloor,
    results: results.results.length,
    resultsHash: createHash("sha256").update(text).digest("hex"),
    headline: headlineOf(results),
  };
});

async function writeResults(file: string, results: Results): Promise<string> {
  const text = resultsText(results);
  await writeFile(file, text);
  return text;
}

async function deriveTimed(engine: Engine, models: Measured[]): Promise<void> {
  const timed: Engine = {
    ...engine,
    run: async (sql) => {
      const name = /^CREATE TABLE (\w+) AS\n/.exec(sql)?.[1];
      if (name === undefined) return engine.run(sql);
      const run = () =>
        engine.run(sql).catch((error: unknown) => {
          throw new Error(`the model ${name} failed`, { cause: error });
        });
      const [, measured] = await measure(name, run);
      models.push(measured);
    },
  };
  await derive(timed, protocol);
}

async function readCounted(engine: Engine): Promise<void> {
  for (const [table, columns] of countedColumns(tallySpecs(protocol))) {
    const [types] = await engine.rows(`SELECT ${columns.map(typeOf).join(", ")} FROM ${identifier(table)} LIMIT 1`);
    const sums = columns.map((column) => `${types?.[column] === "VARCHAR" ? "MAX" : "SUM"}(${identifier(column)})`);
    await engine.run(`SELECT ${sums.join(", ")} FROM ${identifier(table)}`);
  }
}

function typeOf(column: string): string {
  return `typeof(${identifier(column)}) AS ${identifier(column)}`;
}
