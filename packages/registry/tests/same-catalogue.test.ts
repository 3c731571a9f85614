import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { type Database, migrate, migrations } from "@osteon/registry";
import { sql } from "kysely";
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

const STEP = stepSql(CODEBOOK, GROWN);

/** Faults as a generator makes them, one of each kind: what the step says, what it would say, and the line of the catalogue that it costs. */
const PLANTED: readonly (readonly [what: string, right: string, wrong: string, lost: RegExp])[] = [
  [
    "a column",
    "add column invented_number integer check",
    "add column invented_number bigint check",
    /^column visit\.invented_number integer/,
  ],
  ["a check", " and scale(trim_scale(invented_decimal)) <= 2", "", /^constraint visit .*trim_scale\(invented_decimal/],
  [
    "what complete rows obey",
    "and (invented_number is null or invented_text is not null)",
    "",
    /^constraint visit complete_rows_obey/,
  ],
  ["a view", "chart.typed(as_typed, 'invented_text'", "chart.typed('{}', 'invented_text'", /^view visit_cells/],
  [
    "the rights of a view's reader",
    "invented_cells with (security_invoker = true)",
    "invented_cells",
    /^view invented_cells/,
  ],
  [
    "a grant",
    "grant select, delete on chart.invented to osteon_member",
    "grant select on chart.invented to osteon_member",
    /^right invented DELETE to osteon_member/,
  ],
  [
    "a grant of columns",
    "grant insert (invented_text, ",
    "grant insert (",
    /^right visit\.invented_text INSERT to osteon_member/,
  ],
  [
    "a policy",
    "create policy member_changes on chart.invented for update to osteon_member using (centre",
    "create policy member_changes on chart.invented for update to osteon_member using (true or centre",
    /^policy invented member_changes/,
  ],
  [
    "row security",
    "alter table chart.invented enable row level security, force row level security;",
    "alter table chart.invented enable row level security;",
    /^security invented/,
  ],
  [
    "a trigger",
    "create trigger version before update on chart.invented",
    "create trigger version after update on chart.invented",
    /^trigger . CREATE TRIGGER version .* chart\.invented/,
  ],
  ["the trail", "call audit.watch('chart.invented', 'invented');", "", /^trigger .* chart\.invented .*audit/],
  ["an index", "create index on chart.invented (centre, visit);", "", /^index .* chart\.invented .*centre, visit/],
];

/** The catalogue after the step with a fault in it; nothing of it stays. */
async function schemaAfter({ kysely }: Database, right: string, wrong: string): Promise<readonly string[]> {
  assert.ok(STEP.includes(right), `the step does not say ${right}`);
  return await kysely.connection().execute(async (one) => {
    await sql.raw("begin; set local osteon.account = 'migration'").execute(one);
    try {
      await sql.raw(STEP.replace(right, () => wrong)).execute(one);
      return await chartSchema({ kysely: one });
    } finally {
      await sql.raw("rollback").execute(one);
    }
  });
}

describe("the same catalogue", () => {
  const plantedSchemas = new Map<string, readonly string[]>();
  const stores: { end(): Promise<void> }[] = [];
  let [stepByStep, atOnce]: (Database | undefined)[] = [];
  before(async () => {
    const migrated = await openRegistry("server");
    const empty = await emptyStore("server");
    stores.push(migrated, empty);
    stepByStep = migrated.database;
    atOnce = empty.database;
    for (const [what, right, wrong] of PLANTED) plantedSchemas.set(what, await schemaAfter(stepByStep, right, wrong));
    await stepByStep.script(`begin; set local osteon.account = 'migration'; ${STEP} commit;`);
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

  test("a fault of the generator is seen, of whatever kind", async () => {
    assert.ok(atOnce);
    const made = await chartSchema(atOnce);
    for (const [what, , , lost] of PLANTED) {
      const grown = new Set(plantedSchemas.get(what));
      const missing = made.filter((line) => !grown.has(line));
      assert.ok(
        missing.some((line) => lost.test(line)),
        `${what}: ${missing.join("\n") || "the catalogue is the same"}`,
      );
    }
  });
});
