import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type Charts, CODEBOOK, type ResolutionPolicy } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import fc from "fast-check";
import { frozenLayout } from "../src/frozen-layout.ts";
import { frozenRows } from "../src/frozen-rows.ts";
import { createFrozenTables, hashTable } from "../src/index.ts";
import { describeTables } from "../src/write-freeze.ts";
import { smallCharts } from "./small-charts.ts";

async function hashOf(charts: Charts, policy: ResolutionPolicy = "middle"): Promise<string> {
  const engine = await openDuckDb({ threads: 1 });
  await createFrozenTables(engine);
  for (const table of frozenRows(charts, policy)) await engine.load(table);
  const { hash } = await describeTables(engine, await frozenLayout(engine), { policy }, []);
  await engine.close();
  return hash;
}

describe("the logical hash", () => {
  test("of a table is SHA-256 of the documented text, written here by hand", async () => {
    const engine = await openDuckDb();
    const columns = [
      { name: "a_no", type: "INTEGER" },
      { name: "word", type: "VARCHAR" },
    ] as const;
    const rows = [
      [2, null],
      [1, 'say "ü"'],
    ];
    await engine.load({ name: "a", columns, rows });
    const text = '["a",2,["a_no","INTEGER"],["word","VARCHAR"]]\n[1,2]\n["say \\"ü\\"",null]\n';
    assert.deepEqual(await hashTable(engine, { name: "a", columns, order: "a_no" }), {
      name: "a",
      rows: 2,
      hash: createHash("sha256").update(text).digest("hex"),
    });
    await engine.close();
  });

  test("of more than one page is the text of one page after the other", async () => {
    const engine = await openDuckDb();
    const columns = [{ name: "a_no", type: "INTEGER" }] as const;
    const numbers = Array.from({ length: 50_001 }, (_, index) => index + 1);
    await engine.load({ name: "a", columns, rows: numbers.map((number) => [number]) });
    const text = `["a",50001,["a_no","INTEGER"]]\n${JSON.stringify(numbers.slice(0, -1))}\n[50001]\n`;
    const { hash } = await hashTable(engine, { name: "a", columns, order: "a_no" });
    assert.equal(hash, createHash("sha256").update(text).digest("hex"));
    await engine.close();
  });

  test("property: is the same in whatever order tables, rows and fields stand", async () => {
    const expected = await hashOf(smallCharts());
    const order = fc.shuffledSubarray([...CODEBOOK.keys()], { minLength: CODEBOOK.length });
    await fc.assert(
      fc.asyncProperty(order, fc.infiniteStream(fc.nat()), async (tables, ranks) => {
        const charts = smallCharts();
        const shuffled = tables
          .flatMap((index) => charts[index] ?? [])
          .map((table) => ({
            ...table,
            rows: table.rows
              .map((row) => ({ rank: ranks.next().value ?? 0, row }))
              .sort((a, b) => a.rank - b.rank)
              .map(({ row }) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).reverse()) })),
          }));
        assert.equal(await hashOf(shuffled), expected);
      }),
      { seed: 20170914, numRuns: 8 },
    );
  });

  test("changes when one cell of any row changes, a patient goes, or partial dates resolve otherwise", async () => {
    const hashes = [
      await hashOf(smallCharts()),
      await hashOf(smallCharts(), "earliest"),
      await hashOf(smallCharts((tables) => ({ ...tables, lesion_observation: [], lesion: [], imaging: [] }))),
      await hashOf(withFirst("visit", { pain_nrs: "1" })),
      await hashOf(withFirst("visit", { pain_nrs: "" })),
      await hashOf(withFirst("visit", { pain_nrs: "unknown" })),
      await hashOf(withFirst("laboratory", { unit: "mg/L" })),
      await hashOf(withFirst("patient", { centre: "invented" })),
      await hashOf(withoutChild("A-1")),
      await hashOf(withoutChild("B-2")),
    ];
    assert.equal(new Set(hashes).size, hashes.length);
  });

  test("does not change when a decimal is written with a zero more", async () => {
    assert.equal(await hashOf(withFirst("laboratory", { value: "1.690" })), await hashOf(smallCharts()));
  });
});

function withFirst(table: string, cells: Readonly<Record<string, string>>): Charts {
  return smallCharts((tables) => {
    const [first, ...others] = tables[table] ?? [];
    return { ...tables, [table]: [{ ...first, ...cells }, ...others] };
  });
}

function withoutChild(patient: string): Charts {
  return smallCharts((tables) =>
    Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, rows.filter((row) => row.patient !== patient)]),
    ),
  );
}
