import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type Charts, FIRST_PLAN, SHIPPED } from "@osteon/codebook";
import { derive } from "@osteon/derive";
import { openDuckDb } from "@osteon/engine";
import { createFrozenTables, frozenRows } from "@osteon/freeze";
import { readChartFolder } from "@osteon/interop";
import { forEveryChild, readStudy, STUDIES } from "@osteon/run";
import { courseOfChart } from "../src/index.ts";

const { charts: cohort } = await readChartFolder(join(STUDIES, "schnabel-2017/cohort"));
const CHILDREN = (cohort.find(({ name }) => name === "patient")?.rows ?? [])
  .filter(({ cells }) => cells.cohort === "cno")
  .slice(0, 3)
  .map(({ cells }) => cells.patient ?? "");
const courseOf = courseOfChart();

const chartOf = (patient: string): Charts =>
  cohort.map((table) => ({ ...table, rows: table.rows.filter(({ cells }) => cells.patient === patient) }));

/** The states of a child as the Dresden study's own models and protocol give them. */
async function statesByStudy(patient: string): Promise<readonly string[]> {
  const { protocol, models } = await readStudy("schnabel-2017");
  const engine = await openDuckDb({ threads: 1 });
  try {
    await createFrozenTables(engine);
    for (const table of frozenRows(chartOf(patient), "middle")) await engine.load(table);
    await derive(engine, forEveryChild(protocol), { models });
    const rows = await engine.rows("SELECT line_class, time_point, outcome_state, reason FROM response");
    return rows.map((row) => Object.values(row).join(" ")).sort();
  } finally {
    await engine.close();
  }
}

describe("the course of one child", () => {
  test("under the plan that a registry begins with is told as the Dresden study tells it, whose rules are cno's", async () => {
    assert.equal(CHILDREN.length, 3);
    for (const patient of CHILDREN) {
      const { states, lines, score } = await courseOf(chartOf(patient), patient, FIRST_PLAN, SHIPPED);
      const told = states
        .map(({ line, timePoint, state, reason }) => [line, timePoint, state, reason].join(" "))
        .sort();
      assert.deepEqual(told, await statesByStudy(patient), patient);
      assert.ok(lines.some(({ line }) => line === "any"));
      assert.equal(score?.items.length, 7);
    }
  });

  test("follows the registry's plan: its time points, and no study's", async () => {
    const [patient = ""] = CHILDREN;
    const month5 = {
      name: "month5",
      targetDay: 152,
      firstDay: 120,
      lastDay: 180,
      label: { en: "Month 5", de: "Monat 5" },
    };
    const { states } = await courseOf(chartOf(patient), patient, [month5], SHIPPED);
    assert.deepEqual([...new Set(states.map(({ timePoint }) => timePoint))].sort(), ["last", "month5"]);
    const { states: none } = await courseOf(chartOf(patient), patient, [], SHIPPED);
    assert.deepEqual([...new Set(none.map(({ timePoint }) => timePoint))], ["last"], "a registry without a plan");
  });

  test("of a child whose chart is empty is empty", async () => {
    const course = await courseOf(chartOf("nobody"), "nobody", FIRST_PLAN, SHIPPED);
    assert.deepEqual(course, { lines: [], states: [], relapses: [], radiology: [], score: null });
  });
});
