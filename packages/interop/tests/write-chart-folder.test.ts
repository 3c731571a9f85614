import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type Charts, CODEBOOK, CODEBOOK_VERSION, codebookOf, keyOf, SHIPPED, type Table } from "@osteon/codebook";
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
      assert.deepEqual(await readChartFolder(folder), {
        charts,
        version: CODEBOOK_VERSION,
        book: SHIPPED,
        problems: [],
      });
    });
    await fc.assert(property, { seed: 20090517, numRuns: 60 });
  });

  test("writes the columns of an earlier version alone, and says its own", async (context) => {
    const folder = await scratchFolder(context);
    const cells = { visit: "V1", patient: "P1", visited_on: "2009-05-17", height_cm: "121.5" };
    const charts = [{ name: "visit", file: "visit.csv", rows: [{ row: 2, cells }] }];
    await writeChartFolder(charts, join(folder, "first"), 1);
    assert.doesNotMatch(await readFile(join(folder, "first", "visit.csv"), "utf8"), /height_cm|121/);
    assert.deepEqual(
      await readdir(join(folder, "first")),
      codebookOf(1)
        .map(({ name }) => `${name}.csv`)
        .sort(),
    );
    await writeChartFolder(charts, join(folder, "today"));
    assert.match(await readFile(join(folder, "today", "visit.csv"), "utf8"), /height_cm.*\n.*121\.5/);
    assert.equal(await readFile(join(folder, "today", "codebook_version.txt"), "utf8"), `${CODEBOOK_VERSION}\n`);
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
