import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type Charts, CODEBOOK, keyOf, type Table } from "@osteon/codebook";
import { readChartFolder, writeChartFolder } from "@osteon/interop";
import fc from "fast-check";
import { headerOf, scratchFolder } from "./chart-folder.ts";

/** Cells as people type them, and as nobody would: quotes, separators, line breaks and letters of every script. */
const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('"', ",", ";", "\n", "\r", "\t", " ", "a", "ä", "=", "'", "\uFEFF"),
    maxLength: 8,
  }),
);

function tableOf(book: Table): fc.Arbitrary<Charts[number]> {
  const key = keyOf(book).name;
  const cells = Object.fromEntries(
    book.fields.map(({ name }) => [name, name === key ? fc.string({ minLength: 1 }) : cell]),
  );
  return fc.array(fc.record(cells, { noNullPrototype: true }), { maxLength: 4 }).map((rows) => ({
    name: book.name,
    file: `${book.name}.csv`,
    rows: rows.map((row, index) => ({ row: index + 2, cells: row })),
  }));
}

const anyCharts: fc.Arbitrary<Charts> = fc.tuple(...CODEBOOK.map(tableOf));

describe("writeChartFolder", () => {
  test("writes what readChartFolder reads as the same charts, whatever the cells hold", async (context) => {
    const folder = await scratchFolder(context);
    const property = fc.asyncProperty(anyCharts, async (charts) => {
      await writeChartFolder(charts, folder);
      assert.deepEqual(await readChartFolder(folder), { charts, problems: [] });
    });
    await fc.assert(property, { seed: 20090517, numRuns: 60 });
  });

  test("writes RFC 4180 with the codebook's header and line feeds", async (context) => {
    const folder = join(await scratchFolder(context), "new");
    const cells = { relapse: "R1", patient: 'P"1', new_lesion: "yes", noticed_on: "a,b" };
    await writeChartFolder([{ name: "relapse", file: "relapse.csv", rows: [{ row: 2, cells }] }], folder);
    const text = await readFile(join(folder, "relapse.csv"), "utf8");
    assert.equal(text, `${headerOf("relapse")}\nR1,"P""1","a,b",,yes\n`);
    assert.equal(await readFile(join(folder, "visit.csv"), "utf8"), `${headerOf("visit")}\n`);
  });
});
