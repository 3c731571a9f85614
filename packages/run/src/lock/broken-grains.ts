import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Charts, type Problem, SHIPPED, withOwn } from "@osteon/codebook";
import type { Model } from "@osteon/derive";
import { columnNames, countKeys, type Engine, openDuckDb } from "@osteon/engine";
import { createFrozenTables, frozenRows } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { neededFields, protocolTables } from "@osteon/protocol";
import { forEveryChild } from "../for-every-child.ts";
import { SHOWN_STUDY } from "../shown-study.ts";
import { modelsOf, studyFolder } from "../study.ts";
import { unboundModel } from "./bind-models.ts";
import { grainKey } from "./grain-key.ts";
import type { StudyLock } from "./study-lock.ts";
import { problem, refused } from "./study-problem.ts";
import { withTwins } from "./with-twins.ts";

/**
 * Derives every model that an analysis reaches on sample charts, each row of which stands there twice, and holds it to the grain of its
 * first line: no two rows of one key, no key with a gap. A study's own cohort is the sample, else the one that comes with Osteon.
 */
export async function brokenGrains(
  folder: string,
  { protocol, models }: Pick<StudyLock, "protocol" | "models">,
): Promise<readonly Problem[]> {
  const charts = withTwins(await sampleCharts(folder));
  const everyone = forEveryChild(protocol);
  const engine = await openDuckDb({ threads: 1 });
  try {
    const book = withOwn(SHIPPED, neededFields(protocol.needs), "kept");
    await createFrozenTables(engine, book);
    for (const table of frozenRows(charts, "middle", book)) await engine.load(table);
    await engine.fence([]);
    for (const table of protocolTables(everyone)) await engine.load(table);
    const found: Problem[] = [];
    for (const model of modelsOf({ protocol: everyone, models })) {
      try {
        await engine.define(model.name, model.sql);
        found.push(...(await brokenGrain(engine, model)));
      } catch (error) {
        // What reads it could not be derived either.
        return [...found, unboundModel(model, String(error instanceof Error ? error.message : error))];
      }
    }
    return found;
  } finally {
    await engine.close();
  }
}

async function sampleCharts(folder: string): Promise<Charts> {
  const own = join(folder, "cohort");
  return (await readChartFolder(existsSync(own) ? own : join(studyFolder(SHOWN_STUDY), "cohort"))).charts;
}

async function brokenGrain(engine: Engine, { name, grain }: Model): Promise<readonly Problem[]> {
  const key = grainKey(grain, await columnNames(engine, name));
  const file = `models/${name}.sql`;
  const stated = grain.split(":")[0] ?? grain;
  if (key === undefined) {
    return [problem(file, "line 1", refused("grain-not-read", { stated }))];
  }
  const { rows: all, gaps: without, keys } = await countKeys(engine, name, key);
  const by = key.length === 0 ? undefined : key;
  const broken = (because: "same" | "gap", rows: number, of: number): Problem =>
    problem(file, "line 1", refused("grain-broken", { because, stated, by, rows, keys: of }));
  return [
    ...(all === keys ? [] : [broken("same", all, keys)]),
    ...(without === 0 ? [] : [broken("gap", all, without)]),
  ];
}
