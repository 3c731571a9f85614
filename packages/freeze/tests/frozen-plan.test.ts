import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { FIRST_PLAN, type FollowUpPlan } from "@osteon/codebook";
import { openDuckDb, openPglite } from "@osteon/engine";
import { type Freeze, freeze, openFreeze, readFreeze, verifyFreeze } from "../src/index.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { smallCharts } from "./small-charts.ts";

async function frozenWith(context: TestContext, plan?: FollowUpPlan): Promise<Freeze> {
  const directory = join(await scratchFolder(context), "frozen");
  const made = await freeze(smallCharts(), { directory, policy: "middle", ...(plan === undefined ? {} : { plan }) });
  assert.ok(made.ok);
  const read = await readFreeze(directory);
  assert.ok(read.ok && (await verifyFreeze(directory)).ok);
  assert.equal(read.value.hash, made.value.hash);
  return read.value;
}

describe("a freeze of charts that brought a follow-up plan", () => {
  test("has a hash of its own for each plan, and without one the hash and the files of ever", async (context) => {
    const [none, first, other] = [
      await frozenWith(context),
      await frozenWith(context, FIRST_PLAN),
      await frozenWith(context, FIRST_PLAN.slice(1)),
    ];
    assert.equal(new Set([none.hash, first.hash, other.hash]).size, 3);
    assert.deepEqual(first.tables.slice(0, -1), none.tables, "the charts are the same");
    assert.deepEqual([first.tables.at(-1)?.name, first.tables.at(-1)?.rows], ["follow_up_plan", FIRST_PLAN.length]);
    assert.ok(!(await readdir(none.directory)).includes("follow_up_plan.parquet"));
  });

  for (const [dialect, open] of Object.entries({ duckdb: () => openDuckDb(), postgresql: openPglite })) {
    test(`shows it to models in ${dialect}, and an empty table where there is none`, async (context) => {
      const days = async (frozen: Freeze, from?: number) => {
        const engine = await open();
        context.after(() => engine.close());
        await openFreeze(engine, frozen, from === undefined ? undefined : { from, to: from });
        return await engine.rows("SELECT time_point, first_day, target_day, last_day, label_de FROM follow_up_plan");
      };
      const plan = FIRST_PLAN.slice(0, 1);
      const wanted = [{ time_point: "week2", first_day: 7, target_day: 14, last_day: 35, label_de: "Woche 2" }];
      const frozen = await frozenWith(context, plan);
      assert.deepEqual(await days(frozen), wanted);
      assert.deepEqual(await days(frozen, 2), wanted, "a part of the children has the whole plan");
      assert.deepEqual(await days(await frozenWith(context)), []);
    });
  }
});
