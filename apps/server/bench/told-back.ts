// What is told back of a visit against DuckDB alone: `node apps/server/bench/told-back.ts [CHILDREN]`
import { join } from "node:path";
import { CNO_MODELS, CNO_OUTCOMES, TOLD_BACK_MODELS, toldBackProtocol } from "@osteon/cno";
import { type Charts, FIRST_PLAN, SHIPPED } from "@osteon/codebook";
import { modelsReached, readModels } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { createFrozenTables, frozenRows } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { protocolTables } from "@osteon/protocol";
import { STUDIES } from "@osteon/run";
import { toldBackOfChart } from "../src/index.ts";
import { measuredAnew } from "../src/runs/measured-anew.ts";

const CHILDREN = Number(process.argv[2] ?? 30);
const { charts: cohort } = await readChartFolder(join(STUDIES, "schnabel-2017/cohort"));
const models = modelsReached(readModels([CNO_MODELS, CNO_OUTCOMES]), TOLD_BACK_MODELS);
const toldBackOf = toldBackOfChart();
const whole: number[] = [];
const floor: number[] = [];

for (const { cells } of (cohort.find(({ name }) => name === "patient")?.rows ?? []).slice(0, CHILDREN)) {
  const patient = cells.patient ?? "";
  const charts = cohort.map((chart) => ({ ...chart, rows: chart.rows.filter((row) => row.cells.patient === patient) }));
  const visits = charts.find(({ name }) => name === "visit")?.rows.map((row) => row.cells) ?? [];
  const [visit, before] = [...visits].sort((a, b) => ((a.visited_on ?? "") < (b.visited_on ?? "") ? 1 : -1));
  if (visit === undefined || before === undefined) continue;
  const last = { visit: before.visit ?? "", visitedOn: before.visited_on ?? "" };
  const asked = { patient, visit: visit.visit ?? "", on: visit.visited_on ?? "", before: last };
  whole.push(await timed(() => toldBackOf(charts, asked, FIRST_PLAN, SHIPPED)));
  floor.push(await alone(measuredAnew(charts, patient, last.visitedOn, SHIPPED)));
}

/** DuckDB with the tables in place: it runs the text of the models and nothing else. */
async function alone(charts: Charts): Promise<number> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    await createFrozenTables(engine, SHIPPED);
    for (const table of frozenRows(charts, "middle", SHIPPED)) await engine.load(table);
    for (const table of protocolTables(toldBackProtocol(FIRST_PLAN))) await engine.load(table);
    return await timed(async () => {
      for (const { name, sql } of models) await engine.run(`CREATE TABLE ${name} AS ${sql}`);
    });
  } finally {
    await engine.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const [all, least] = [median(whole), median(floor)];
console.log(
  `${whole.length} children, ${models.length} models: told back in ${all.toFixed(0)} ms, DuckDB alone ${least.toFixed(0)} ms: ${(all / least).toFixed(2)} times (medians)`,
);
