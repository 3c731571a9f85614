import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Charts, tableNamed } from "@osteon/codebook";
import { freeze } from "@osteon/freeze";
import {
  applyImport,
  appoint,
  asRole,
  CannotUndo,
  type Database,
  planImport,
  readCharts,
  readRow,
  saveRow,
  sqlState,
  undoBatch,
} from "@osteon/registry";
import { ENGINES_BELOW, member, openRegistry } from "../../packages/registry/tests/both-engines.ts";
import { anyRow, type Dice, dice, filesOf, TABLES } from "./any-rows.ts";

const LONG = process.env.OSTEON_SOAK !== undefined;
const SEEDS = LONG ? 20 : 1;

/** Four children, so that rows have somebody to be of. */
async function children(database: Database): Promise<void> {
  await appoint(database, "manager", "data_manager", "Dresden");
  const rows = [1, 2, 3, 4].map((n) => ({
    row: n + 1,
    cells: {
      ...{ patient: `C-${n}`, centre: "Dresden", cohort: "cno", born_on: "1999-11", diagnosed_on: "2006-05-17" },
      ...{ last_contact_on: "2014-01-01", consent: "given" },
    },
  }));
  await asRole(database, worker("begin"), async (session) =>
    applyImport(session, await planImport(session, [{ name: "patient", file: "patient.csv", rows }]), {
      batch: "begin",
      source: "any",
    }),
  );
}

const isRefused = ({ severity }: { readonly severity: string }): boolean => severity === "refused";
const worker = (batch?: string) => member("manager", { reason: "any", ...(batch === undefined ? {} : { batch }) });
const stored = (database: Database): Promise<Charts> => asRole(database, worker(), (session) => readCharts(session));

/** What the database itself refuses ends the step; anything else is a bug. */
async function orRefused(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (error instanceof CannotUndo || /^(23|OS|55)/.test(sqlState(error) ?? "")) return;
    throw error;
  }
}

async function anyStep(database: Database, roll: Dice, batches: string[]): Promise<void> {
  const dice = roll.below(10);
  const batch = batches[roll.below(batches.length)];
  if (dice === 0 && batch !== undefined)
    return await orRefused(() => asRole(database, worker(), (session) => undoBatch(session, "Dresden", batch)));
  if (dice < 4) {
    const charts = filesOf(roll, roll.below(4) + 1);
    const name = randomUUID();
    return await orRefused(() =>
      asRole(database, worker(name), async (session) => {
        const plan = await planImport(session, charts, { at: "Dresden" });
        if (plan.problems.some(isRefused)) return;
        await applyImport(session, plan, { batch: name, source: "any" });
        batches.push(name);
      }),
    );
  }
  const table = roll.one(TABLES);
  const cells = anyRow(table, roll);
  const status = roll.one<"complete" | "draft">(["complete", "complete", "draft"]);
  await orRefused(() =>
    asRole(database, worker(), async (session) => {
      const book = tableNamed(table);
      const there = await readRow(session, book, "Dresden", cells[table] ?? "");
      await saveRow(session, {
        table: book,
        cells: { ...cells, patient: there?.patient ?? cells.patient ?? "" },
        centre: "Dresden",
        status,
        version: there?.version ?? 0,
      });
    }),
  );
}

for (const engine of ENGINES_BELOW)
  test(`after any fifty saves, imports and undos a registry's export goes into an empty one and freezes (${engine})`, {
    timeout: 600_000,
  }, async () => {
    const registry = await openRegistry(engine);
    const empty = await openRegistry(engine);
    const folder = await mkdtemp(join(tmpdir(), "osteon-fifty-"));
    try {
      await appoint(empty.database, "manager", "data_manager", "Dresden");
      await children(registry.database);
      let rows = 0;
      for (let seed = 1; seed <= SEEDS; seed++) {
        const roll = dice(seed);
        const batches: string[] = [];
        for (let step = 0; step < 50; step++) await anyStep(registry.database, roll, batches);
        const out = await stored(registry.database);
        rows += out.reduce((sum, chart) => sum + chart.rows.length, 0);
        const plan = await asRole(empty.database, worker(), (session) => planImport(session, out));
        assert.deepEqual(plan.problems.filter(isRefused), [], `seed ${seed}`);
        const frozen = await freeze(out, { directory: join(folder, String(seed)), policy: "middle" });
        assert.equal(frozen.ok, true, `seed ${seed}: ${frozen.ok ? "" : JSON.stringify(frozen.problems)}`);
      }
      assert.ok(rows > 5 * SEEDS, `only ${rows} rows were ever there`);
    } finally {
      await registry.end();
      await empty.end();
      await rm(folder, { recursive: true, force: true });
    }
  });
