import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { columnNames, countKeys, type Engine, openDuckDb, openPglite, tableRows } from "@osteon/engine";

const LESIONS = {
  name: "lesion",
  columns: [
    { name: "lesion", type: "VARCHAR" },
    { name: "patient_no", type: "INTEGER" },
    { name: "order", type: "INTEGER" },
  ],
  rows: [
    ["L2", 2, 1],
    ["L1", 1, null],
    ["L1", 1, 3],
    [null, 1, 2],
  ],
} as const;

for (const [name, open] of [
  ["DuckDB", () => openDuckDb({})],
  ["PGlite", () => openPglite()],
] as const)
  describe(`rows of a table on ${name}`, () => {
    let engine: Engine;
    before(async () => {
      engine = await open();
      await engine.load(LESIONS);
    });
    after(() => engine.close());

    test("come as they are asked for, with columns named by words of SQL", async () => {
      const where = [{ column: "patient_no", is: 1 }] as const;
      assert.deepEqual(await tableRows(engine, "lesion", { columns: ["order"], where, orderBy: ["order"] }), [
        { order: 2 },
        { order: 3 },
        { order: null },
      ]);
      assert.equal((await tableRows(engine, "lesion")).length, 4);
      assert.deepEqual(await columnNames(engine, "lesion"), ["lesion", "patient_no", "order"]);
    });

    test("are counted with their keys and gaps; a key with a gap is a key, and without columns there is one", async () => {
      assert.deepEqual(await countKeys(engine, "lesion", ["lesion", "patient_no"]), { rows: 4, gaps: 1, keys: 3 });
      assert.deepEqual(await countKeys(engine, "lesion", ["patient_no", "order"]), { rows: 4, gaps: 1, keys: 4 });
      assert.deepEqual(await countKeys(engine, "lesion", []), { rows: 4, gaps: 0, keys: 1 });
    });

    test("of a name that is none, or a text that would end a statement, are refused", async () => {
      await assert.rejects(tableRows(engine, "lesion; drop table lesion"), /no snake_case name/);
      const where = [{ column: "lesion", is: "L1'; drop table lesion; --" }];
      assert.deepEqual(await tableRows(engine, "lesion", { where }), []);
      assert.equal((await tableRows(engine, "lesion")).length, 4);
    });
  });
