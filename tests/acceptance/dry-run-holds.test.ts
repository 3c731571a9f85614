import assert from "node:assert/strict";
import { test } from "node:test";
import { type Charts, keyOf, tableNamed } from "@osteon/codebook";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { anyRow, dice, filesOf, TABLES } from "./any-rows.ts";
import {
  behindTheApi,
  CHILDREN,
  filesIn,
  type ImportDoor,
  overTheApi,
  type Status,
  type Told,
} from "./import-doors.ts";

const LONG = process.env.OSTEON_SOAK !== undefined;

/** Every cell by its place. */
const cellsOf = (rows: Awaited<ReturnType<ImportDoor["rows"]>>): Map<string, string> =>
  new Map(
    rows.flatMap(({ table, key, cells }) =>
      Object.entries(cells).map(([field, value]) => [`${table} ${key} ${field}`, value] as const),
    ),
  );

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

const BEGIN: Charts = [
  {
    name: "patient",
    file: "patient.csv",
    rows: CHILDREN.map((patient, place) => ({
      row: place + 2,
      cells: {
        ...{ patient, centre: "Dresden", cohort: "cno", born_on: "1999-11", diagnosed_on: "2006-05-17" },
        ...{ last_contact_on: "2014-01-01", consent: "given" },
      },
    })),
  },
];

/** Random files, each seen in a dry run and then sent, with somebody else writing in between one time in three. */
async function holds(door: ImportDoor, files: number, seed: number): Promise<void> {
  assert.equal(await door.commit(filesIn(BEGIN, false), ""), 201);
  const counts = { written: 0, refused: 0, overtaken: 0 };
  const roll = dice(seed);
  for (let file = 0; file < files; file++) {
    const charts = filesOf(roll, roll.below(4) + 1);
    const texts = filesIn(charts, roll.below(2) === 0);
    const told = await door.dry(texts);
    const isSound = !told.problems.some(({ severity }) => severity === "refused");
    const meanwhile = roll.below(3) === 0;
    if (meanwhile) {
      const table = roll.one(TABLES);
      await door.save(table, anyRow(table, roll), roll.one<Status>(["complete", "complete", "draft"]));
    }
    const before = cellsOf(await door.rows());
    const status = await door.commit(texts, told.plan);
    const after = cellsOf(await door.rows());
    const about = `file ${file}: ${status}`;
    if (status === 201) {
      assert.ok(isSound, about);
      assert.deepEqual([...after].sort(), [...foretold(before, charts, told)].sort(), about);
      counts.written += 1;
      continue;
    }
    assert.deepEqual([...after].sort(), [...before].sort(), about);
    assert.ok(status === 409 || status === 422, about);
    assert.ok(!isSound || meanwhile, `${about}, though the dry run was sound and nobody else wrote`);
    counts[status === 409 ? "overtaken" : "refused"] += 1;
  }
  assert.ok(counts.written > files / 10 && counts.refused > 0, JSON.stringify(counts));
}

for (const engine of ENGINES_BELOW)
  test(`what an import of any file writes is what its dry run told, cell by cell, or it is refused and writes nothing (${engine})`, {
    timeout: 600_000,
  }, async () => {
    const door = await behindTheApi(engine);
    try {
      await holds(door, LONG ? 200 : 15, 78);
    } finally {
      await door.end();
    }
  });

if (LONG)
  test("so it is over the API", { timeout: 1_200_000 }, async () => {
    const door = await overTheApi();
    try {
      await holds(door, 200, 79);
    } finally {
      await door.end();
    }
  });
