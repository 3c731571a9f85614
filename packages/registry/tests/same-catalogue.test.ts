import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { type Database, migrate, migrations } from "@osteon/registry";
import type { CodebookLock } from "../src/schema/codebook-lock.ts";
import { stepSql } from "../src/schema/step-sql.ts";
import { openRegistry } from "./both-engines.ts";
import { firstTablesSql } from "./first-form/first-tables-sql.ts";
import { emptyStore } from "./first-release/empty-store.ts";
import { grownCodebook } from "./grown-codebook.ts";
import { chartSchema } from "./schema-of.ts";

const LOCK: CodebookLock = JSON.parse(
  readFileSync(new URL("../../codebook/codebook.lock.json", import.meta.url), "utf8"),
);
const GROWN = grownCodebook(LOCK.released + 1);

describe("the same catalogue", () => {
  const stores: { end(): Promise<void> }[] = [];
  let [stepByStep, atOnce]: (Database | undefined)[] = [];
  before(async () => {
    const migrated = await openRegistry("server");
    const empty = await emptyStore("server");
    stores.push(migrated, empty);
    stepByStep = migrated.database;
    atOnce = empty.database;
    await stepByStep.script(`begin; set local osteon.account = 'migration'; ${stepSql(CODEBOOK, GROWN)} commit;`);
    // The whole codebook where the first release made its own; what every later step does to all tables it does to these.
    const ofCodebook = Object.entries(LOCK.steps).filter(([, { version }]) => version > 1);
    const names = new Set(ofCodebook.map(([name]) => name));
    const whole = migrations()
      .filter(({ name }) => !names.has(name))
      .map((step) => (step.name === "step_06_charts" ? { ...step, text: firstTablesSql(GROWN) } : step));
    await migrate(atOnce, whole);
  });
  after(async () => {
    for (const store of stores) await store.end();
  });

  test("all steps, and one more that does all that a step can do, make what the whole codebook makes at once", async () => {
    assert.ok(stepByStep && atOnce);
    const [grown, made] = [await chartSchema(stepByStep), await chartSchema(atOnce)];
    assert.ok(made.length > 1000, "the catalogue was read");
    assert.deepEqual(
      grown.filter((line) => !made.includes(line)),
      [],
      "only step by step",
    );
    assert.deepEqual(
      made.filter((line) => !grown.includes(line)),
      [],
      "only at once",
    );
    assert.ok(grown.some((line) => line.startsWith("column visit.invented_decimal numeric")));
  });
});
