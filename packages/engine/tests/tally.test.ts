import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import {
  addTallies,
  type Cell,
  compareText,
  type Engine,
  members,
  openDuckDb,
  openPglite,
  type Predicate,
  type TallySpec,
  tally,
  tallyAll,
  tallySql,
} from "../src/index.ts";

const COLUMNS = [
  { name: "patient_no", type: "INTEGER" },
  { name: "state", type: "VARCHAR" },
  { name: "day", type: "INTEGER" },
] as const;
type PatientRow = readonly [number, string | null, number | null];

/** Six rows by hand: two patients share a cell, one patient has two rows in a cell, one state and one day are null. */
const BY_HAND: readonly PatientRow[] = [
  [1, "z", 10],
  [2, "z", 10],
  [2, "z", 10],
  [3, "é", null],
  [4, null, 10],
  [5, "Z", -1],
];

function spec(by: readonly string[], ...where: readonly Predicate[]): TallySpec {
  return { id: "test", from: "by_hand", by, where };
}

const engines: Engine[] = [];
before(async () => {
  engines.push(await openDuckDb({ threads: 2 }), await openPglite());
  for (const engine of engines) await engine.load({ name: "by_hand", columns: COLUMNS, rows: BY_HAND });
});
after(() => Promise.all(engines.map((engine) => engine.close())));

async function onBoth<T>(ask: (engine: Engine) => Promise<T>): Promise<T> {
  const [first, second] = await Promise.all(engines.map(ask));
  assert.deepEqual(second, first, "the two engines differ");
  if (first === undefined) throw new Error("no engine is open");
  return first;
}

const cells = async (of: TallySpec) =>
  (await onBoth((engine) => tally(engine, of))).rows.map(({ key, n }) => [...key, n]);

describe("a tally", () => {
  test("counts by key, upper case first, then by code point, null last", async () => {
    assert.deepEqual(await cells(spec(["state", "day"])), [
      ["Z", -1, 1],
      ["z", 10, 3],
      ["é", null, 1],
      [null, 10, 1],
    ]);
  });

  test("by nothing is the number of rows, and of no rows has no cell", async () => {
    assert.deepEqual(await cells(spec([])), [[6]]);
    assert.deepEqual(await cells(spec([], { column: "day", is: 99 })), []);
  });

  test("takes each predicate as it reads", async () => {
    const count = async (predicate: Predicate) => (await cells(spec([], predicate)))[0]?.[0] ?? 0;
    assert.equal(await count({ column: "state", is: "z" }), 3);
    assert.equal(await count({ column: "state", is: null }), 1);
    assert.equal(await count({ column: "state", is: ["z", null] }), 4);
    assert.equal(await count({ column: "state", is: ["z", "Z"] }), 4);
    assert.equal(await count({ column: "state", is: [] }), 0);
    assert.equal(await count({ column: "state", isNot: "z" }), 3, "a null is not z");
    assert.equal(await count({ column: "state", isNot: null }), 5);
    assert.equal(await count({ column: "day", from: 10 }), 4);
    assert.equal(await count({ column: "day", to: -1 }), 1);
    assert.equal(await count({ column: "day", from: -1, to: 10 }), 5, "a null lies in no range");
  });

  test("joins predicates by AND", async () => {
    assert.deepEqual(await cells(spec(["day"], { column: "state", is: "z" }, { column: "patient_no", to: 1 })), [
      [10, 1],
    ]);
  });

  test("opens each cell to its patients, each once", async () => {
    const by = spec(["state", "day"]);
    assert.deepEqual(await onBoth((engine) => members(engine, by, ["z", 10])), [1, 2]);
    assert.deepEqual(await onBoth((engine) => members(engine, by, ["é", null])), [3]);
    assert.deepEqual(await onBoth((engine) => members(engine, by, [null, 10])), [4]);
  });

  test("is one statement of one shape", () => {
    assert.equal(
      tallySql(spec(["state"], { column: "state", is: ["it's", null] }, { column: "day", from: 0, to: 5 })),
      `SELECT "state", COUNT(*) AS n FROM "by_hand" WHERE ("state" = 'it''s' OR "state" IS NULL)` +
        ` AND "day" >= 0 AND "day" <= 5 GROUP BY "state" ORDER BY "state" ASC NULLS LAST`,
    );
  });

  test("refuses every name that is not snake_case and every number that is not whole", () => {
    for (const name of ["a b", 'a"', "A", "1a", "", "a;--", "a.b"]) {
      assert.throws(() => tallySql(spec([name])), /snake_case/);
      assert.throws(() => tallySql({ ...spec([]), from: name }), /snake_case/);
      assert.throws(() => tallySql(spec([], { column: name, is: 1 })), /snake_case/);
    }
    assert.throws(() => tallySql(spec([], { column: "day", is: 0.5 })), /whole number/);
    assert.throws(() => tallySql(spec([], { column: "day" })), /no limit/);
    assert.throws(() => tallySql(spec(["n"])), /n is the count/);
  });

  test("is not added to one that counts something else", async () => {
    const all = await onBoth((engine) => tally(engine, spec(["state"])));
    const some = await onBoth((engine) => tally(engine, spec(["state"], { column: "day", is: 10 })));
    assert.throws(() => addTallies(all, some), /do not count the same/);
  });
});

const textCell = fc.option(fc.string({ unit: "grapheme", maxLength: 3 }).filter((text) => !text.includes("\0")));
const dayCell = fc.option(fc.integer({ min: -2, max: 2 }));
const tableOfRows = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), textCell, dayCell), { maxLength: 40 });
const PROPERTY = { seed: 20170914, numRuns: 25 } as const;
const ANY: TallySpec = { id: "any", from: "any_rows", by: ["state", "day"], where: [] };

async function tallyOf(engine: Engine, rows: readonly (readonly Cell[])[]) {
  await engine.run("DROP TABLE IF EXISTS any_rows");
  await engine.load({ name: "any_rows", columns: COLUMNS, rows });
  return tally(engine, ANY);
}

test("property: both engines give the same tally, in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(tableOfRows, async (rows) => {
      await onBoth((engine) => tallyOf(engine, rows));
    }),
    PROPERTY,
  );
});

test("property: the tallies of two hospitals add up to the tally of both", async () => {
  const [engine] = engines;
  assert.ok(engine);
  await fc.assert(
    fc.asyncProperty(tableOfRows, tableOfRows, async (a, b) => {
      const sum = addTallies(await tallyOf(engine, a), await tallyOf(engine, b));
      assert.deepEqual(sum, await tallyOf(engine, [...a, ...b]));
    }),
    PROPERTY,
  );
});

const state: fc.Arbitrary<Predicate> = fc.oneof(
  textCell.map((is) => ({ column: "state", is })),
  fc.array(textCell, { maxLength: 3 }).map((is) => ({ column: "state", is })),
  textCell.map((isNot) => ({ column: "state", isNot })),
);
const day: fc.Arbitrary<Predicate> = fc.oneof(
  dayCell.map((is) => ({ column: "day", is })),
  fc.integer({ min: -2, max: 2 }).map((from) => ({ column: "day", from })),
  fc
    .tuple(fc.integer({ min: -2, max: 0 }), fc.integer({ min: 0, max: 2 }))
    .map(([from, to]) => ({ column: "day", from, to })),
);
const anySpec: fc.Arbitrary<TallySpec> = fc
  .tuple(fc.subarray(["state", "day"]), fc.option(state), fc.option(day))
  .map(([by, ...where]) => ({ ...ANY, by, where: where.filter((predicate) => predicate !== null) }));

test("property: tallies counted together are those counted one by one", async () => {
  await fc.assert(
    fc.asyncProperty(tableOfRows, fc.array(anySpec, { maxLength: 8 }), async (rows, specs) => {
      await onBoth(async (engine) => {
        await tallyOf(engine, rows);
        const alone = [];
        for (const own of specs) alone.push(await tally(engine, own));
        assert.deepEqual(await tallyAll(engine, specs), alone);
        assert.deepEqual(await tallyAll(engine, specs, () => {}, 0), alone, "by statements");
        return alone;
      });
    }),
    PROPERTY,
  );
});

test("tallies counted together compare numbers with digits, and texts with texts, as the engine does", async () => {
  const specs = [
    spec(["state"], { column: "day", is: "10" }),
    spec(["state"], { column: "day", is: ["10", null] }),
    spec(["state"], { column: "day", isNot: "10" }),
    spec(["state"], { column: "state", is: "z" }),
    spec([], { column: "day", is: [] }),
  ];
  await onBoth(async (engine) => {
    const alone = await Promise.all(specs.map((own) => tally(engine, own)));
    assert.equal(alone[0]?.rows.length, 2);
    assert.deepEqual(await tallyAll(engine, specs), alone);
    return alone;
  });
});

test("property: the members of all cells are the patients of the whole", async () => {
  const [engine] = engines;
  assert.ok(engine);
  await fc.assert(
    fc.asyncProperty(tableOfRows, async (rows) => {
      const { rows: counted } = await tallyOf(engine, rows);
      const found = await Promise.all(counted.map(({ key }) => members(engine, ANY, key)));
      assert.deepEqual(new Set(found.flat()), new Set(rows.map(([patient]) => patient)));
    }),
    PROPERTY,
  );
});

test("property: texts are ordered as their UTF-8 bytes are", () => {
  const text = fc.string({ unit: "binary", maxLength: 4 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      assert.equal(Math.sign(compareText(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { seed: 20170914, numRuns: 2000 },
  );
});
