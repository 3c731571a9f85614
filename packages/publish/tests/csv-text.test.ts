import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { resultsCsv, tableCsv } from "../src/csv/csv-text.ts";
import { smallResults } from "./small-results.ts";

test("results are one row each, and what could not be estimated is empty with its reason", () => {
  const rows = parse(resultsCsv(smallResults({ "a.all.n": 3, "a.all.median": null })), { columns: true });
  assert.deepEqual(
    (rows as Record<string, string>[]).map((row) => [row.id, row.value, row.because]),
    [
      ["a.all.n", "3", ""],
      ["a.all.median", "", "beyond-follow-up"],
    ],
  );
});

test("cells with commas, quotes and line breaks survive another program's reader", () => {
  const cells = ['a, "b"', "two\nlines", " plain "];
  const table = {
    id: "t",
    title: "T",
    heads: ["h", "1", "2"],
    rows: [{ label: cells[0] ?? "", cells: cells.slice(1).map((text) => ({ text })) }],
    notes: [],
  };
  assert.deepEqual(parse(tableCsv(table)), [["h", "1", "2"], cells]);
});
