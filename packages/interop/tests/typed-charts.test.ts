import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type ChartRow,
  type Charts,
  CODEBOOK,
  CODEBOOK_VERSION,
  type Field,
  guarded,
  isTypedHead,
  MISSING_REASONS,
  SHIPPED,
  type Table,
  tableNamed,
  typedColumns,
  unguarded,
} from "@osteon/codebook";
import { parseTable, readChartWorkbook, typedHead, typedRows, writeTypedWorkbook } from "@osteon/interop";
import fc from "fast-check";

const pad = (n: number): string => String(n).padStart(2, "0");
const day = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${pad(month)}-${pad(date)}`);
/** Texts as people write them, and as nobody would: formulas, apostrophes, semicolons, letters of every script. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(..."=+-@'\";,ä ＝－\t1".split("")), maxLength: 8 }),
  )
  .filter((cell) => cell !== "" && !MISSING_REASONS.some(({ token }) => token === cell) && !/[\0\uFEFF]/.test(cell));

function anyValue({ type }: Field): fc.Arbitrary<string> {
  switch (type.kind) {
    case "key":
    case "reference":
    case "text":
      return text;
    case "choice":
      return fc.constantFrom(...type.choices.map(({ code }) => code));
    case "yes-no":
      return fc.constantFrom("yes", "no");
    case "integer":
      return fc.integer({ min: type.limits.possible[0], max: type.limits.possible[1] }).map(String);
    case "decimal":
      return fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 10 ** type.decimals));
    case "date":
      return day;
    case "partial-date":
      return fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([whole, letters]) => whole.slice(0, letters));
  }
}

const reasons = fc.constantFrom(...MISSING_REASONS.map(({ token }) => token));
const rowOf = ({ fields }: Table): fc.Arbitrary<ChartRow> =>
  fc.record(
    Object.fromEntries(
      fields.map((field) => [field.name, field.required ? anyValue(field) : fc.oneof(anyValue(field), reasons)]),
    ),
    { noNullPrototype: true },
  );
const chartOf = (table: Table): fc.Arbitrary<Charts[number]> =>
  fc.array(rowOf(table), { minLength: 1, maxLength: 4 }).map((rows) => ({
    name: table.name,
    file: `${table.name}.csv`,
    rows: rows.map((cells, place) => ({ row: place + 2, cells })),
  }));

const typedOf = (table: Table, rows: readonly ChartRow[]): string => typedHead(table) + typedRows(table, rows);

describe("the typed form of charts", () => {
  test("as CSV is read back as the same charts, whatever the codebook allows in a cell", () => {
    for (const table of CODEBOOK)
      fc.assert(
        fc.property(chartOf(table), (chart) => {
          const written = typedOf(
            table,
            chart.rows.map(({ cells }) => cells),
          );
          assert.deepEqual(parseTable(Buffer.from(written), chart.file, table), { table: chart, problems: [] });
        }),
        { seed: 6, numRuns: 15, endOnFailure: true },
      );
  });

  test("as a workbook, too", async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...CODEBOOK.map(chartOf)), async (charts) => {
        const read = await readChartWorkbook(await writeTypedWorkbook(charts, "All invented."));
        // What a workbook says beside its cells, that a number is one in every notation, is not of the charts.
        const told = read.charts.map((chart) => ({ ...chart, rows: chart.rows.map(({ certain: _, ...row }) => row) }));
        assert.deepEqual(
          { ...read, charts: told },
          { notice: "All invented.", charts, version: CODEBOOK_VERSION, book: SHIPPED, problems: [] },
        );
      }),
      { seed: 7, numRuns: 3, endOnFailure: true },
    );
  });

  test("has no two columns of one name, and a reason beside each field that may be missing", () => {
    for (const table of CODEBOOK) {
      const names = typedColumns(table).map(({ name }) => name);
      assert.equal(new Set(names).size, names.length, table.name);
      for (const { name, required } of table.fields) assert.ok(required || names.includes(`${name}_missing`), name);
      assert.ok(
        isTypedHead(table, names) &&
          !isTypedHead(
            table,
            table.fields.map(({ name }) => name),
          ),
        table.name,
      );
      assert.ok(
        names.some((name) => name.endsWith("_missing")),
        `${table.name}: by these the form is known`,
      );
    }
  });

  const oneVisit = (change: (line: string) => string): readonly string[] => {
    const visit = tableNamed("visit");
    const cells = { visit: "V1", patient: "P1", visited_on: "2010-01-20", weight_kg: "31.5", swelling: "no" };
    const [head = "", line = ""] = typedOf(visit, [cells]).split("\n");
    const { table, problems } = parseTable(Buffer.from(`${head}\n${change(line)}\n`), "visit.csv", visit);
    return [
      ...problems.map(({ code, where }) => `${code} ${where.row} ${where.column} ${where.value}`),
      `${table?.rows[0]?.cells.weight_kg} ${table?.rows[0]?.cells.swelling}`,
    ];
  };

  test("takes what a person changes in it: a value for a reason, a spreadsheet's own TRUE, and asks where two things stand", () => {
    assert.deepEqual(
      oneVisit((line) => line.replace("31.5,", ",not-done")),
      ["not done no"],
    );
    assert.deepEqual(
      oneVisit((line) => line.replace("31.5,", "31.5,not-done")),
      ["value-and-reason 2 weight_kg_missing not-done", "31.5 no"],
    );
    assert.deepEqual(
      oneVisit((line) => line.replace("FALSE", "WAHR")),
      ["31.5 yes"],
    );
    assert.deepEqual(
      oneVisit((line) => line.replace("31.5,", ",lost")),
      ["lost no"],
    );
    const patient = tableNamed("patient");
    const text = typedOf(patient, [{ patient: "P1", centre: "Ulm", born_on: "2009-05" }]);
    assert.match(text, /,2009-05,2009-05-01,2009-05-31,/);
    const { problems } = parseTable(Buffer.from(text.replace("2009-05-31", "2009-06-30")), "patient.csv", patient);
    assert.deepEqual(
      problems.map(({ code, where, says }) => [code, where.column, says]),
      [["follows-from-date", "born_on_to", "born_on_to follows from born_on, which is 2009-05: it is 2009-05-31."]],
    );
  });

  test("lets no spreadsheet run a text, at its start or behind a semicolon", () => {
    for (const [cell, shown] of [
      ["=1+1", "'=1+1"],
      ["@SUM(A1)", "'@SUM(A1)"],
      ["+49 351", "'+49 351"],
      ["-", "'-"],
      ["\t=1", "'\t=1"],
      ["\r=1", "'\r=1"],
      ["＝1+1", "'＝1+1"],
      ["x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"],
      ["'=1", "''=1"],
      ["O'Neil = -1", "O'Neil = -1"],
      ["'plain'", "'plain'"],
    ] as const) {
      assert.equal(guarded(cell), shown);
      assert.equal(unguarded(shown), cell);
    }
    assert.equal(unguarded("=typed by hand;-1"), "=typed by hand;-1");
  });
});
