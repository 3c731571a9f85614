import assert from "node:assert/strict";
import { test } from "node:test";
import { derive } from "@osteon/derive";
import { type Engine, openDuckDb, openPglite, type Row } from "@osteon/engine";
import { type ProtocolChange, scaled, varyProtocol } from "@osteon/protocol";
import {
  chartsFrom,
  derivedRows,
  firstDifference,
  loadTables,
  sorted,
} from "../../../studies/schnabel-2017/tests/compare-models.ts";
import { randomTables, type Tables } from "../../../studies/schnabel-2017/tests/random-tables.ts";
import { type Draw, seeded } from "../../../studies/schnabel-2017/tests/seeded.ts";
import { outcomesMissing } from "../reference/outcome-missing.ts";
import { outcomeProfiles } from "../reference/outcomes.ts";
import { protocol, study } from "./outcome-study.ts";

/** Enough for each answer of each definition; more of them in `npm run test:soak`. */
const CHARTS = process.env.OSTEON_SOAK === undefined ? 200 : 5_000;

/** Random charts whose visits have scales as well, near the edges of the definitions, with gaps. */
function drawn(seed: number, charts: number): Tables {
  const draw = seeded(seed);
  const tables = randomTables(seed, charts);
  return { ...tables, visit: (tables.visit ?? []).map((visit) => ({ ...visit, ...scales(draw) })) };
}

/** Those of an ill child or of one who is well again, so that some respond at every level. */
function scales(draw: Draw): Row {
  const isWell = draw.below(2) === 0;
  const one = (well: readonly number[], ill: readonly number[]) => draw.one([...(isWell ? well : ill), null]);
  return {
    pain_nrs: one([0, 0, 0, 1], [2, 3, 5, 6]),
    patient_global_nrs: one([0, 0, 0, 1], [1, 4, 7, 10]),
    physician_global_nrs: one([0, 0, 0, 3], [3, 4, 5, 10]),
    clinical_lesions: one([0, 0, 0, 1], [0, 2, 3, 5]),
    chaq_x1000: one([0, 0, 125], [125, 500, 1_000]),
  };
}

async function withTables<T>(engines: readonly Engine[], tables: Tables, told: () => Promise<T>): Promise<T> {
  try {
    for (const engine of engines) await loadTables(engine, tables);
    return await told();
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
  }
}

async function differences(engine: Engine, read: Readonly<Record<string, readonly Row[]>>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [model, rows] of Object.entries(read)) {
    const derived = await derivedRows(engine, model);
    const own = rows.map((row) => derived.names.map((column) => row[column] ?? null));
    found.push(...(firstDifference(model, derived, sorted(derived.names, own)) ?? []));
  }
  return found;
}

const CHANGES: Readonly<Record<string, ProtocolChange<typeof protocol>>> = {
  "as they are": {},
  "other limits": {
    rules: {
      ...protocol.rules,
      cdasFall: { ...protocol.rules.cdasFall, atLeast: scaled(5, 10) },
      severeDisease: { ...protocol.rules.severeDisease, physicianGlobalAtLeast: 5 },
      lowPain: { ...protocol.rules.lowPain, atMost: 2 },
    },
  },
  "the course after an escalation is left out": {
    rules: { ...protocol.rules, escalation: { ...protocol.rules.escalation, counts: "missing" } },
  },
};

test("every outcome definition, and what each lacks, read child by child give the rows of the models", async () => {
  const tables = drawn(20_261_129, CHARTS);
  const charts = chartsFrom(tables);
  const engine = await openDuckDb({ threads: 1 });
  await withTables([engine], tables, async () => {
    for (const [says, change] of Object.entries(CHANGES)) {
      const varied = varyProtocol(protocol, change);
      await derive(engine, varied, { models: study.models });
      const profiles = charts.flatMap((chart) => outcomeProfiles(chart, varied));
      const missing = charts.flatMap((chart) => outcomesMissing(chart, varied));
      assert.deepEqual(await differences(engine, { outcome_profile: profiles, outcome_missing: missing }), [], says);
    }
  });
});

test("the charts have every answer of every definition, and what is not known always names what it lacks", async () => {
  const tables = drawn(7, 4 * CHARTS);
  const engine = await openDuckDb({ threads: 1 });
  await withTables([engine], tables, async () => {
    await derive(engine, protocol, { models: study.models });
    const answers = await engine.rows("SELECT definition, value, COUNT(*) AS n FROM outcome_answer GROUP BY 1, 2");
    for (const definition of Object.keys(protocol.tables.outcome.rows))
      for (const value of [0, 1, null])
        assert.ok(
          answers.some((row) => row.definition === definition && row.value === value),
          `${definition} is never ${value}`,
        );
    const unnamed = await engine.rows(`SELECT answer.definition FROM outcome_answer AS answer
      LEFT JOIN outcome_missing AS missing USING (patient_no, line_class, time_point, definition)
      WHERE (answer.value IS NULL) <> (missing.missing_item IS NOT NULL)`);
    assert.deepEqual(unnamed, []);
    const items = await engine.rows("SELECT DISTINCT missing_item FROM outcome_missing");
    const asked = await engine.rows("SELECT DISTINCT item FROM protocol_outcome_need WHERE item <> 'after_escalation'");
    assert.equal(items.length, asked.length);
  });
});

test("what is stricter is met by no child who does not meet the laxer one", async () => {
  const engine = await openDuckDb({ threads: 1 });
  await withTables([engine], drawn(5, 2 * CHARTS), async () => {
    await derive(engine, protocol, { models: study.models });
    const stricter = await engine.rows(`SELECT patient_no FROM outcome_profile
      WHERE full_remission > any_remission OR full_remission + partial_remission <> any_remission
        OR pedcno90 > pedcno70 OR pedcno70 > pedcno50 OR pedcno50 > pedcno30
        OR full_remission + partial_remission + relapse + inefficacy > 1 OR cdas < 0`);
    assert.deepEqual(stricter, []);
  });
});

test("PGlite gives the rows of DuckDB on every model of outcomes", async () => {
  const engines = [await openDuckDb({ threads: 1 }), await openPglite()] as const;
  await withTables(engines, drawn(3, 40), async () => {
    for (const engine of engines) await derive(engine, protocol, { models: study.models });
    for (const { name } of study.models)
      assert.equal(
        firstDifference(name, await derivedRows(engines[0], name), await derivedRows(engines[1], name)),
        undefined,
      );
  });
});
