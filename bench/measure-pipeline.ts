import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Engine, identifier } from "@osteon/engine";
import { estimate, type Results, tallies, tallySpecs } from "@osteon/estimate";
import { deriveInParts, inputsOf, resultsText, sumOf } from "@osteon/run";
import protocol from "../studies/schnabel-2017/protocol.ts";
import { DRESDEN_MODELS } from "../studies/schnabel-2017/tests/dresden-models.ts";
import { childTask, engineOf, freezeIn } from "./child-task.ts";
import { countedColumns } from "./columns-used.ts";
import { headlineOf } from "./headline.ts";
import { measure, type PipelineMeasured } from "./measured.ts";
import { Stopwatch } from "./stopwatch.ts";

const study = { protocol, models: DRESDEN_MODELS };

/** The study from frozen Parquet to `results.json`, stage by stage, in a process of its own, as `osteon study run` does it. */
await childTask(async (task): Promise<PipelineMeasured> => {
  const freeze = await freezeIn(task.freeze);
  const models = new Stopwatch();
  const stages = new Stopwatch();
  const start = performance.now();
  const parts = await deriveInParts(
    study,
    freeze,
    async (engine) => {
      const [own, tallied] = await measure("tally", () => tallies(engine, protocol));
      stages.add(tallied);
      const [, floor] = await measure("read analysis tables", () => readCounted(engine));
      stages.add(floor);
      return own;
    },
    { open: async () => timed(await engineOf(task), models) },
  );
  const elapsed = (performance.now() - start) / 1000;
  const tallyFloor = stages.of("read analysis tables");
  const derived = elapsed - stages.of("tally").seconds - tallyFloor.seconds;
  const [counted, added] = await measure("tally", () => sumOf(parts));
  stages.add(added);
  const [results, estimated] = await measure("estimate", () => estimate(protocol, counted, inputsOf(study, freeze)));
  const [text, written] = await measure("write", () => writeResults(join(task.work, "results.json"), results));
  const peak = Math.max(...models.all().map((model) => model.peak));
  return {
    stages: [{ name: "derive", seconds: derived, peak }, stages.of("tally"), estimated, written],
    models: models.all(),
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

/** The engine, with the time of each model told to the stopwatch. */
function timed(engine: Engine, models: Stopwatch): Engine {
  return {
    ...engine,
    define: async (name, select) => {
      const [, measured] = await measure(name, () => engine.define(name, select));
      models.add(measured);
    },
  };
}

async function readCounted(engine: Engine): Promise<void> {
  for (const [table, columns] of countedColumns(tallySpecs(protocol))) {
    const sums = columns.map((column, index) => `MAX(${identifier(column)}) AS c${index}`);
    await engine.rows(`SELECT ${sums.join(", ")} FROM ${identifier(table)}`);
  }
}
