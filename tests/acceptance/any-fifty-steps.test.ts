import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type ChartRow, type Charts, CODEBOOK, keyOf, tableNamed } from "@osteon/codebook";
import { freeze } from "@osteon/freeze";
import {
  applyImport,
  appoint,
  asRole,
  CannotUndo,
  type Database,
  type ImportPlan,
  planImport,
  readCharts,
  readRow,
  saveRow,
  sqlState,
  undoBatch,
} from "@osteon/registry";
import { member, openRegistry } from "../../packages/registry/tests/both-engines.ts";

const LONG = process.env.OSTEON_SOAK !== undefined;
const SEEDS = LONG ? 20 : 2;
const FILES = LONG ? 200 : 12;

/** Small numbers from a seed (mulberry32), so that what failed can be made again. */
function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const one = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  return { below, one };
}
type Dice = ReturnType<typeof dice>;

const TABLES = ["patient", "visit", "laboratory", "treatment", "course", "adverse_effect", "relapse"] as const;
const pad = (n: number): string => String(n).padStart(2, "0");

/** A row whose dates, references and values fit together more often than not. */
function anyRow(table: (typeof TABLES)[number], { below, one }: Dice): ChartRow {
  const patient = `C-${below(4) + 1}`;
  const day = `${2005 + below(8)}-${pad(below(12) + 1)}-${pad(below(28) + 1)}`;
  const number = (name: string): string => `${name}${below(8)}`;
  const rows: Readonly<Record<(typeof TABLES)[number], ChartRow>> = {
    patient: {
      ...{ patient, centre: "Dresden", cohort: "cno", born_on: one(["1999-11", "2001", "2006-03", "2009-12"]) },
      ...{
        diagnosed_on: one(["2006-05-17", "2009-05-17", "2010-02-01"]),
        last_contact_on: one(["2011-03-01", "2014-01-01", "2009-06-01"]),
      },
      consent: one(["given", "given", "given", "waived", "withdrawn", ""]),
    },
    visit: {
      visit: number("V"),
      patient,
      visited_on: day,
      weight_kg: one(["31.5", "40", "99", "", "not done", below(9) === 0 ? "9000" : "27"]),
    },
    laboratory: {
      ...{ laboratory: number("L"), patient, visit: one(["", "", number("V")]), sampled_on: day, analyte: "crp" },
      ...{ value: one(["5", "0.5", "999", ""]), unit: one(["mg/L", "mg/dL"]) },
    },
    treatment: {
      treatment: number("T"),
      patient,
      drug: "pamidronate",
      drug_class: "bisphosphonate",
      started_on: day,
      stopped_on: one(["", "not applicable", "2008-01-01"]),
    },
    course: { course: number("K"), patient, treatment: number("T"), cycle: "1", cycle_day: "1", given_on: day },
    adverse_effect: {
      adverse_effect: number("E"),
      patient,
      treatment: one(["", number("T")]),
      noticed_on: day,
      effect: "fever",
    },
    relapse: { relapse: number("R"), patient, noticed_on: day, new_symptoms: "yes" },
  };
  return rows[table];
}

const filesOf = (roll: Dice, rows: number): Charts => {
  const drawn = Array.from({ length: rows }, () => roll.one(TABLES)).map(
    (table) => [table, anyRow(table, roll)] as const,
  );
  return CODEBOOK.flatMap((table) => {
    const own = new Map(
      drawn.filter(([name]) => name === table.name).map(([, cells]) => [cells[keyOf(table).name], cells]),
    );
    return own.size === 0
      ? []
      : [
          {
            name: table.name,
            file: `${table.name}.csv`,
            rows: [...own.values()].map((cells, at) => ({ row: at + 2, cells })),
          },
        ];
  });
};

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

test("after any fifty saves, imports and undos a registry's export goes into an empty one and freezes", {
  timeout: 600_000,
}, async () => {
  const registry = await openRegistry("embedded");
  const empty = await openRegistry("embedded");
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

/** Every cell of the exported charts by its place. */
const cellsOf = (charts: Charts): ReadonlyMap<string, string> =>
  new Map(
    charts.flatMap(({ name, rows }) =>
      rows.flatMap(({ cells }) =>
        Object.entries(cells).map(([field, value]) => [`${name} ${cells[name]} ${field}`, value] as const),
      ),
    ),
  );

/** What a plan says that will be there, cell by cell. */
function foretold(before: ReadonlyMap<string, string>, { tables, changes }: ImportPlan): ReadonlyMap<string, string> {
  const after = new Map(before);
  for (const { table, added } of tables)
    for (const { cells } of added)
      for (const { name } of table.fields) after.set(`${table.name} ${cells[table.name]} ${name}`, cells[name] ?? "");
  for (const { table, key, field, becomes } of changes) after.set(`${table} ${key} ${field}`, becomes);
  return after;
}

test("what an import writes is what its dry run told, cell by cell", { timeout: 600_000 }, async () => {
  const registry = await openRegistry("embedded");
  try {
    await children(registry.database);
    let written = 0;
    const roll = dice(77);
    for (let file = 0; file < FILES; file++) {
      const charts = filesOf(roll, roll.below(4) + 1);
      const all = (): Promise<Charts> =>
        asRole(registry.database, worker(), (session) => readCharts(session, { inside: true }));
      const before = cellsOf(await all());
      const seen = await asRole(registry.database, worker(), (session) =>
        planImport(session, charts, { at: "Dresden" }),
      );
      if (seen.problems.some(isRefused)) continue;
      const batch = randomUUID();
      await asRole(registry.database, worker(batch), (session) => applyImport(session, seen, { batch, source: "any" }));
      const after = cellsOf(await all());
      assert.deepEqual([...after].sort(), [...foretold(before, seen)].sort(), `file ${file}`);
      written += 1;
    }
    assert.ok(written > FILES / 10, `only ${written} files were sound`);
  } finally {
    await registry.end();
  }
});
