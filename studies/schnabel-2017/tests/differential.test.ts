import assert from "node:assert/strict";
import { test } from "node:test";
import { derive } from "@osteon/derive";
import { type Engine, openDuckDb } from "@osteon/engine";
import { type ProtocolChange, scaled, varyProtocol } from "@osteon/protocol";
import dresden from "../protocol.ts";
import { chartsFrom, differences, interpreted, loadTables } from "./compare-models.ts";
import { DRESDEN_MODELS } from "./dresden-models.ts";
import { randomTables, type Tables } from "./random-tables.ts";

async function withTables<T>(tables: Tables, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    await loadTables(engine, tables);
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Enough for every state and every reason; more of them in `npm run test:soak`. */
const CHARTS = process.env.OSTEON_SOAK === undefined ? 1_000 : 20_000;

test(`the interpreter and the SQL agree on every row of every model of ${CHARTS} random charts`, async () => {
  const tables = randomTables(20170601, CHARTS);
  await withTables(tables, async (engine) => {
    await derive(engine, dresden, { models: DRESDEN_MODELS });
    assert.deepEqual(await differences(engine, interpreted(chartsFrom(tables), dresden)), []);
  });
});

const { rules, timePoints } = dresden;
const VARIED: Readonly<Record<string, ProtocolChange<typeof dresden>>> = {
  "the later of two visits counts": { rules: { ...rules, visitTie: { ...rules.visitTie, counts: "later" } } },
  "a relapse needs symptoms alone": { rules: { ...rules, relapse: { ...rules.relapse, needs: "symptoms" } } },
  "a relapse needs a lesion alone": { rules: { ...rules, relapse: { ...rules.relapse, needs: "lesion" } } },
  "a relapse needs either": { rules: { ...rules, relapse: { ...rules.relapse, needs: "either" } } },
  "after an escalation the state is missing": {
    rules: { ...rules, escalation: { ...rules.escalation, counts: "missing" } },
  },
  "an escalation is ignored": { rules: { ...rules, escalation: { ...rules.escalation, counts: "ignored" } } },
  "the clock starts at onset": { rules: { ...rules, relapseClock: { ...rules.relapseClock, zero: "onset" } } },
  "the clock starts at the first treatment": {
    rules: { ...rules, relapseClock: { ...rules.relapseClock, zero: "first-treatment" } },
  },
  "a limit of measurement counts as a result in medians": {
    rules: { ...rules, measurementLimit: { ...rules.measurementLimit, counts: "at-limit" } },
  },
  "windows and limits lie elsewhere": {
    timePoints: { month3: { ...timePoints.month3, window: [60, 120], targetDay: 90 } },
    rules: {
      ...rules,
      baseline: { ...rules.baseline, window: [-1, 1] },
      concomitant: { ...rules.concomitant, withinDays: 29 },
      relapseImaging: { ...rules.relapseImaging, window: [-60, 0] },
      fever: { ...rules.fever, aboveCel: scaled(37.9, 10) },
      markers: { ...rules.markers, crpAboveMgPerL: scaled(10, 1000), esrAboveMmPerH: scaled(5, 1000) },
      presentation: { ...rules.presentation, subacuteFromDay: 13, chronicFromDay: 90 },
    },
  },
};

test("they agree under other protocols, too", async () => {
  const tables = randomTables(44, CHARTS / 5);
  const charts = chartsFrom(tables);
  await withTables(tables, async (engine) => {
    for (const [says, change] of Object.entries(VARIED)) {
      const varied = varyProtocol(dresden, change);
      await derive(engine, varied, { models: DRESDEN_MODELS });
      assert.deepEqual(await differences(engine, interpreted(charts, varied)), [], says);
    }
  });
});

test("the random charts reach every state and every reason, and many relapses", async () => {
  await withTables(randomTables(20170601, CHARTS), async (engine) => {
    await derive(engine, dresden, { models: DRESDEN_MODELS });
    const values = async (model: string, column: string) =>
      new Set((await engine.rows(`SELECT DISTINCT ${column} AS value FROM ${model}`)).map(({ value }) => value));
    assert.equal((await values("line_visit", "reason")).size, 11);
    assert.equal((await values("response", "reason")).size, 15);
    assert.equal((await values("response", "outcome_state")).size, 7);
    assert.equal((await values("radiology", "outcome_radiological")).size, 4);
    assert.equal((await values("patient_stratum", "presentation")).size, 4);
    const [relapses] = await engine.rows("SELECT COUNT(*) AS n FROM relapse_event");
    assert.ok(Number(relapses?.n) > CHARTS / 33, `${relapses?.n} relapses`);
  });
});
