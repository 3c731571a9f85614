import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Engine, openDuckDb, openPglite } from "../src/index.ts";

const ENGINES = { duckdb: () => openDuckDb({ threads: 1 }), postgresql: openPglite };

const COLUMNS = [
  { name: "patient_no", type: "INTEGER" },
  { name: "flag", type: "SMALLINT" },
  { name: "value_x1000", type: "BIGINT" },
  { name: "end", type: "VARCHAR" },
] as const;

/** Texts that break a careless writer: quotes, separators of COPY, its null, an empty text, two planes of Unicode. */
const ROWS = [
  [1, 0, 9007199254740991, "it's"],
  [2, 1, -9007199254740991, 'a\tb\nc\rd\\N"'],
  [3, null, 0, "\\N"],
  [4, -32768, null, ""],
  [5, 32767, 1, "Hüfte 🦴"],
  [6, 1, 2, null],
] as const;

for (const [dialect, open] of Object.entries(ENGINES)) {
  describe(`an engine: ${dialect}`, () => {
    let engine: Engine;
    before(async () => {
      engine = await open();
    });
    after(() => engine.close());

    test("says its dialect", () => assert.equal(engine.dialect, dialect));

    test("what is loaded comes back, whatever is in the texts", async () => {
      await engine.load({ name: "round", columns: COLUMNS, rows: ROWS });
      const { names, columns, rowCount } = await engine.columns(`SELECT * FROM "round" ORDER BY patient_no`);
      assert.deepEqual(
        names,
        COLUMNS.map((column) => column.name),
      );
      assert.equal(rowCount, ROWS.length);
      assert.deepEqual(
        ROWS.map((_, row) => columns.map((column) => column[row])),
        ROWS,
      );
    });

    test("rows are the same result by name", async () => {
      assert.deepEqual(await engine.rows("SELECT 1 AS a, 'x' AS b, CAST(NULL AS INTEGER) AS c"), [
        { a: 1, b: "x", c: null },
      ]);
    });

    test("loading again appends", async () => {
      const columns = [{ name: "a", type: "INTEGER" }] as const;
      await engine.load({ name: "twice", columns, rows: [[1]] });
      await engine.load({ name: "twice", columns, rows: [[2], [3]] });
      assert.deepEqual(await engine.rows("SELECT COUNT(*) AS n, SUM(a) AS total FROM twice"), [{ n: 3, total: 6 }]);
    });

    test("a load of more rows than fit in one batch keeps them all", async () => {
      const rows = Array.from({ length: 60_001 }, (_, index) => [index]);
      await engine.load({ name: "many", columns: [{ name: "a", type: "BIGINT" }], rows });
      const [found] = await engine.rows("SELECT COUNT(*) AS n, MAX(a) AS last, SUM(a) AS total FROM many");
      assert.deepEqual(found, { n: 60_001, last: 60_000, total: 1_800_030_000 });
    });

    test("an empty table can be loaded", async () => {
      await engine.load({ name: "nothing", columns: COLUMNS, rows: [] });
      assert.deepEqual(await engine.rows("SELECT * FROM nothing"), []);
      assert.equal((await engine.columns("SELECT * FROM nothing")).rowCount, 0);
    });

    test("a cell that its column cannot hold is refused", async () => {
      const one = (type: "SMALLINT" | "INTEGER" | "BIGINT", cell: number | string) =>
        engine.load({ name: `refused_${type.toLowerCase()}`, columns: [{ name: "a", type }], rows: [[cell]] });
      await assert.rejects(one("SMALLINT", 32_768));
      await assert.rejects(one("INTEGER", 2_147_483_648));
      await assert.rejects(one("INTEGER", 1.5));
      await assert.rejects(one("BIGINT", "seven"));
    });

    test("a whole number beyond 2^53 throws rather than lose digits", async () => {
      assert.deepEqual(await engine.rows("SELECT CAST(9007199254740991 AS BIGINT) AS a"), [{ a: 9007199254740991 }]);
      await assert.rejects(engine.rows("SELECT CAST(9007199254740992 AS BIGINT) AS a"), /2\^53/);
    });

    test("a float, a boolean and a date are refused", async () => {
      for (const sql of ["CAST(1 AS DOUBLE PRECISION)", "1 = 1", "CAST('2009-05-17' AS DATE)"]) {
        await assert.rejects(engine.columns(`SELECT ${sql} AS a`), /whole numbers and texts only/);
      }
    });

    test("several statements run in one go", async () => {
      await engine.run(
        "CREATE TABLE several (a INTEGER); INSERT INTO several VALUES (1); INSERT INTO several VALUES (2)",
      );
      assert.deepEqual(await engine.rows("SELECT a FROM several ORDER BY a"), [{ a: 1 }, { a: 2 }]);
    });

    test("a statement that is wrong rejects and leaves the engine usable", async () => {
      await assert.rejects(engine.run("SELECT FROM WHERE"));
      assert.deepEqual(await engine.rows("SELECT 1 AS a"), [{ a: 1 }]);
    });
  });
}

test("a result by column stands beside a query that runs at the same time", async () => {
  const engine = await openDuckDb();
  const queries = ["SELECT 1 AS a", "SELECT 2 AS a", "SELECT 3 AS a"].map((sql) => engine.rows(sql));
  assert.deepEqual((await Promise.all(queries)).flat(), [{ a: 1 }, { a: 2 }, { a: 3 }]);
  await engine.close();
});
