import assert from "node:assert/strict";
import { test } from "node:test";
import { type ChartRow, type Charts, CODEBOOK, keyOf, tableNamed } from "@osteon/codebook";
import { csvText, typedHead, typedRows } from "@osteon/interop";
import { zipSync } from "fflate";
import { type Client, runningServer } from "../../apps/server/tests/running-server.ts";
import { anyRow, type Dice, dice, filesOf, TABLES } from "./any-rows.ts";

const FILES = process.env.OSTEON_SOAK === undefined ? 15 : 200;
const CHILDREN = ["C-1", "C-2", "C-3", "C-4"] as const;
const REASON = { "x-reason": "any" };
const ZIP = { "content-type": "application/zip", ...REASON };

interface Told {
  readonly plan: string;
  readonly tables: readonly { readonly table: string; readonly new: number }[];
  readonly changes: readonly {
    readonly table: string;
    readonly key: string;
    readonly field: string;
    readonly becomes: string;
  }[];
  readonly problems: readonly { readonly severity: string }[];
}

interface Row {
  readonly table: string;
  readonly key: string;
  readonly cells: ChartRow;
  readonly version: number;
}

/** Every row of the four children. */
async function rowsOf(who: Client): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const child of CHILDREN)
    rows.push(...((await who("GET", `/api/centres/Dresden/patients/${child}`)).json.rows as readonly Row[]));
  return rows;
}

/** Every cell by its place. */
const cellsOf = (rows: readonly Row[]): Map<string, string> =>
  new Map(
    rows.flatMap(({ table, key, cells }) =>
      Object.entries(cells).map(([field, value]) => [`${table} ${key} ${field}`, value] as const),
    ),
  );

/** The files packed, in either form; tables without rows are there with their head. */
function packed(charts: Charts, typed: boolean): Uint8Array {
  const files = CODEBOOK.map((table) => {
    const rows = charts.find(({ name }) => name === table.name)?.rows.map(({ cells }) => cells) ?? [];
    return [
      `${table.name}.csv`,
      Buffer.from(typed ? typedHead(table) + typedRows(table, rows) : csvText(table, rows)),
    ] as const;
  });
  return zipSync(Object.fromEntries(files));
}

/** What a dry run tells will stand there, cell by cell: new rows as the files have them, and the changes. */
function foretold(
  before: ReadonlyMap<string, string>,
  charts: Charts,
  { tables, changes }: Told,
): ReadonlyMap<string, string> {
  const after = new Map(before);
  for (const { name, rows } of charts) {
    const table = tableNamed(name);
    const added = rows.filter(({ cells }) => !before.has(`${name} ${cells[name]} ${keyOf(table).name}`));
    assert.equal(tables.find((one) => one.table === name)?.new, added.length, name);
    for (const { cells } of added)
      for (const { name: field } of table.fields) after.set(`${name} ${cells[name]} ${field}`, cells[field] ?? "");
  }
  for (const { table, key, field, becomes } of changes) after.set(`${table} ${key} ${field}`, becomes);
  return after;
}

/** Somebody else saves a row meanwhile, if the rules let it. */
async function anySave(who: Client, roll: Dice, rows: readonly Row[]): Promise<void> {
  const table = roll.one(TABLES);
  const cells = anyRow(table, roll);
  const there = rows.find((row) => row.table === table && row.key === cells[table]);
  const status = roll.one<"complete" | "draft">(["complete", "complete", "draft"]);
  const path = `/api/centres/Dresden/charts/${table}`;
  if (there === undefined) await who("POST", path, { cells, status });
  else
    await who(
      "PUT",
      `${path}/${there.key}`,
      { cells: { ...cells, patient: there.cells.patient ?? "" }, status, reason: "read again" },
      { "if-match": `"${there.version}"` },
    );
}

test(`what an import of any file writes is what its dry run told, cell by cell, or it is refused and writes nothing`, {
  timeout: 600_000,
}, async () => {
  const server = await runningServer("embedded", { requestsAMinute: 1_000_000 });
  try {
    const manager = await server.person("manager", "data_manager", "Dresden");
    const nurse = await server.person("nurse", "study_nurse", "Dresden");
    const begin = CHILDREN.map((patient, place) => ({
      row: place + 2,
      cells: {
        ...{ patient, centre: "Dresden", cohort: "cno", born_on: "1999-11", diagnosed_on: "2006-05-17" },
        ...{ last_contact_on: "2014-01-01", consent: "given" },
      },
    }));
    const first = packed([{ name: "patient", file: "patient.csv", rows: begin }], false);
    assert.equal((await manager("POST", "/api/imports?commit=yes", first, ZIP)).status, 201);
    const counts = { written: 0, refused: 0, overtaken: 0 };
    const roll = dice(78);
    for (let file = 0; file < FILES; file++) {
      const charts = filesOf(roll, roll.below(4) + 1);
      const archive = packed(charts, roll.below(2) === 0);
      const seen = await manager("POST", "/api/imports?centre=Dresden", archive, ZIP);
      assert.equal(seen.status, 200, seen.text);
      const told = seen.json as unknown as Told;
      const isSound = !told.problems.some(({ severity }) => severity === "refused");
      const meanwhile = roll.below(3) === 0;
      const looked = await rowsOf(manager);
      if (meanwhile) await anySave(nurse, roll, looked);
      const before = meanwhile ? cellsOf(await rowsOf(manager)) : cellsOf(looked);
      const done = await manager("POST", `/api/imports?centre=Dresden&commit=yes&plan=${told.plan}`, archive, ZIP);
      const after = cellsOf(await rowsOf(manager));
      const about = `file ${file}: ${done.status} ${done.text.slice(0, 400)}`;
      if (done.status === 201) {
        assert.ok(isSound, about);
        assert.deepEqual([...after].sort(), [...foretold(before, charts, told)].sort(), about);
        counts.written += 1;
        continue;
      }
      assert.deepEqual([...after].sort(), [...before].sort(), about);
      assert.ok(done.status === 409 || done.status === 422, about);
      assert.ok(!isSound || meanwhile, `${about}: a sound dry run, and nobody else wrote`);
      counts[done.status === 409 ? "overtaken" : "refused"] += 1;
    }
    assert.ok(counts.written > FILES / 10 && counts.refused > 0, JSON.stringify(counts));
  } finally {
    await server.end();
  }
});
