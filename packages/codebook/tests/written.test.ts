import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asWritten, type ChartTable, checkCharts, type Written } from "@osteon/codebook";

/** A visit file of one row; `weight_kg` and the like as they are written there. */
const visits = (cells: Readonly<Record<string, string>>): ChartTable => ({
  name: "visit",
  file: "visit.csv",
  rows: [{ row: 2, cells }],
});
const results = (value: string): ChartTable => ({
  name: "laboratory",
  file: "laboratory.csv",
  rows: [{ row: 7, cells: { laboratory: "L1", value } }],
});

describe("a file of another writing", () => {
  const day = (cell: string, written: Written) =>
    asWritten(visits({ visited_on: cell }), written).chart.rows[0]?.cells.visited_on;
  test("with the day first: points, strokes, months and years alone", () => {
    assert.deepEqual(
      ["12.05.2024", "3. 6.2014", "05/06/2025", "13/05/2024", "05.2013", "5/2013", "2024-05-12", "20240512"].map(
        (cell) => day(cell, "day-first"),
      ),
      ["2024-05-12", "2014-06-03", "2025-06-05", "2024-05-13", "2013-05", "2013-05", "2024-05-12", "2024-05-12"],
    );
  });
  test("with the month first: strokes alone are turned, and what has no such month stays to be asked", () => {
    assert.deepEqual(
      ["05/06/2025", "13/05/2024", "12.05.2024"].map((cell) => day(cell, "month-first")),
      ["2025-05-06", "13/05/2024", "2024-05-12"],
    );
  });
  test("with the day first and decimal points: 1.234 is that, and 1,234 is asked", () => {
    assert.deepEqual(
      ["12/05/2024", "05/06/2025", "3.6.2014"].map((cell) => day(cell, "day-first-point")),
      ["2024-05-12", "2025-06-05", "2014-06-03"],
    );
    const read = (cell: string) => asWritten(results(cell), "day-first-point");
    assert.deepEqual([read("1.234").chart.rows[0]?.cells.value, read("1.234").problems], ["1.234", []]);
    assert.deepEqual(
      read("1,234").problems.map(({ code, where }) => `${code} ${where.value}`),
      ["number-format 1,234"],
    );
  });
  test("keeps days that the calendar has not, words and missing reasons", () => {
    for (const cell of ["31.02.2024", "32/01/2024", "gestern", "unknown", "not done", "", "12.5.24"])
      assert.equal(day(cell, "day-first"), cell);
  });
  test("with decimal commas: a comma is always decimal, and words stay", () => {
    const value = (cell: string) => asWritten(results(cell), "day-first").chart.rows[0]?.cells.value;
    assert.deepEqual(["41,5", "−4,25", "1.234,5", "1,234", "12", "4.5", "4,5 kg"].map(value), [
      "41.5",
      "-4.25",
      "1234.5",
      "1.234",
      "12",
      "4.5",
      "4,5 kg",
    ]);
  });
  for (const cell of ["1.234", "2.500", "17.000"])
    test(`with decimal commas and ${cell} in it is asked, by row, what that is: the codebook alone would read it`, () => {
      const { chart, problems } = asWritten(results(cell), "day-first");
      const [whole = "", group = ""] = cell.split(".");
      assert.deepEqual(
        problems.map(({ code, where, fix }) => ({ code, where, fix })),
        [
          {
            code: "number-format",
            where: { file: "laboratory.csv", row: 7, column: "value", value: cell },
            fix: `Look it up in the chart and write ${whole},${group} or ${whole}${group}.`,
          },
        ],
      );
      assert.deepEqual(chart.rows[0]?.unread, ["value"]);
      const places = checkCharts([chart]).filter(({ where }) => where.column === "value");
      assert.deepEqual(places, [], "and is not blamed again");
    });
  test("leaves the numbers of a workbook alone: they have no decimal sign", () => {
    const cells = { laboratory: "L1", value: "1.234", upper_limit: "5,5" };
    const chart = { name: "laboratory", file: "laboratory.csv", rows: [{ row: 2, cells, certain: ["value"] }] };
    const read = asWritten(chart, "day-first");
    assert.deepEqual(read.chart.rows[0]?.cells, { ...cells, upper_limit: "5.5" });
    assert.deepEqual(read.problems, []);
  });
  test("leaves texts, keys and choices alone, and the codebook's own writing changes nothing", () => {
    const chart = visits({ visit: "1,5", patient: "05.2013", visited_on: "1.2.2020", weight_kg: "3,5" });
    assert.deepEqual(asWritten(chart, "day-first").chart.rows[0]?.cells, {
      visit: "1,5",
      patient: "05.2013",
      visited_on: "2020-02-01",
      weight_kg: "3.5",
    });
    assert.equal(asWritten(chart, "codebook").chart, chart);
  });
});
