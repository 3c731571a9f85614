import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { cellCheck, checkCharts, type Field, type Problem, tableNamed } from "@osteon/codebook";
import { parseTable } from "@osteon/interop";
import { parse } from "csv-parse/sync";

/** Files that people found, beside the checkout; where they are not, our own are tried alone. */
const EDGES = fileURLToPath(new URL("../../../../shared/data/chart-edges/", import.meta.url));
const there = existsSync(EDGES);

const fieldNamed = (name: string): Field => {
  const [table = "", column = ""] = name.split(".");
  const field = tableNamed(table).fields.find((one) => one.name === column);
  assert.ok(field, name);
  return field;
};

/** What the check says of one cell. */
const adviceFor = (name: string, value: string): string =>
  cellCheck(fieldNamed(name))(value)
    .map(({ fix }) => fix)
    .join(" ");

/** The problems of a CSV, its columns and references aside, as `3 value 1.234 maybe-thousands`. */
function problemsOf(table: string, text: string): readonly Problem[] {
  const parsed = parseTable(Buffer.from(text), `${table}.csv`, tableNamed(table));
  const found = [...parsed.problems, ...(parsed.table === undefined ? [] : checkCharts([parsed.table]))];
  return found.filter(({ code }) => code !== "no-such-row" && code !== "missing-column");
}
const inOneLine = ({ where: { row, column, value }, code }: Problem): string => `${row} ${column} ${value} ${code}`;

/** Numbers that advice names: of dates, the days. */
const namedIn = (advice: string): readonly string[] =>
  advice.match(/\d{4}-\d{2}-\d{2}|(?<![\w.,])-?\d+(?:[.,]\d+)?(?![\w-])/g) ?? [];

describe("advice that turned the value round (22)", () => {
  const rows: readonly (readonly string[])[] = there
    ? parse(readFileSync(`${EDGES}22-misleading-fixes/values.csv`), { from: 2 })
    : [];
  for (const [field = "", value = "", proposed = "", meant = ""] of rows)
    test(`${field} ${value} means ${meant}, and is never called ${proposed}`, () => {
      const { type } = fieldNamed(field);
      const advice = adviceFor(field, value);
      if (type.kind === "choice" || type.kind === "yes-no") {
        const named = /^Did you mean (\S+)\?/.exec(advice)?.[1];
        const codes = type.kind === "choice" ? type.choices.map(({ code }) => code) : ["yes", "no"];
        assert.equal(named, codes.includes(meant) && meant !== "none" ? meant : undefined, advice);
        return;
      }
      const surely = /^Write (\S+)\.$/.exec(advice)?.[1];
      assert.ok(surely === undefined || surely === meant, advice);
      assert.ok(surely !== undefined || !namedIn(advice).includes(proposed) || namedIn(advice).length > 1, advice);
    });

  test("and so is no other number", () => {
    for (const [value, meant] of [
      [".25", "0.25"],
      ["2.5E2", "250"],
      ["12,345.6", "12345.6"],
      ["12.345,6", "12345.6"],
      ["12\u00a0345", "12345"],
      ["1:320", "320"],
      ["−0.5", "-0.5"],
    ] as const)
      assert.ok(adviceFor("laboratory.value", value).startsWith(`Write ${meant}.`), value);
    for (const value of [
      "<0.3",
      "> 100",
      "≤5",
      "~5",
      "5-7",
      "5±1",
      "ca. 5",
      "5 mg/L",
      "5/6",
      "5;6",
      "5 %",
      "five",
      "0x1F",
    ])
      assert.deepEqual(namedIn(adviceFor("laboratory.value", value)), [], value);
  });

  test("nor any other day", () => {
    for (const value of ["2010-01-31T23:30:00Z", "2010-01-31T01:00:00+02:00", "03/04/2010"])
      assert.equal(namedIn(adviceFor("visit.visited_on", value)).length, 2, value);
    for (const value of ["31.04.2010", "3.4.10", "Apr 10", "14/15/2010"])
      assert.deepEqual(
        namedIn(adviceFor("visit.visited_on", value)).filter((one) => one !== "2009-05-17"),
        [],
        value,
      );
  });
});

describe("a German thousand (30)", () => {
  const head = "laboratory,patient,sampled_on,analyte,value,unit,upper_limit";
  if (there)
    test("of the shared file is asked about", () => {
      const found = problemsOf("laboratory", readFileSync(`${EDGES}30-german-thousands/laboratory.csv`, "utf8"));
      assert.deepEqual(found.map(inOneLine), ["3 value 1.234 maybe-thousands"]);
      assert.deepEqual([...new Set(found.map(({ severity }) => severity))], ["query"]);
    });
  test("is asked about where the analyte can be so much, of a limit too", () => {
    const text = [
      head,
      "L1,P1,2010-01-20,ferritin,2.450,ng/mL,",
      "L2,P1,2010-01-20,ana,1.280,{titer},",
      "L3,P1,2010-01-20,ldh,245,U/L,1.250",
      "L4,P1,2010-01-20,leukocytes,9.123,10*9/L,11.000",
    ].join("\n");
    assert.deepEqual(problemsOf("laboratory", text).map(inOneLine), [
      "2 value 2.450 maybe-thousands",
      "3 value 1.280 maybe-thousands",
      "4 upper_limit 1.250 maybe-thousands",
    ]);
  });
});

describe("powers of ten and thousands in a CSV (10 and 23 of the log)", () => {
  const [laboratory, visit] = ["laboratory,value", "visit,weight_kg"];
  const CELLS = [
    [laboratory, "1.5E3", "Write 1500."],
    [laboratory, "1e+05", "Write 100000."],
    [laboratory, "2.5e-1", "Write 0.25."],
    [visit, "1e1", "Write 10."],
    [laboratory, '"1,234"', "Write 1.234, or 1234 if the comma separates thousands."],
    [laboratory, '"1,234.5"', "Write 1234.5."],
    [laboratory, '"1.234,5"', "Write 1234.5."],
    [laboratory, "1\u00a0234", "Write 1234."],
    [laboratory, "1.234.567,8", undefined],
  ] as const;
  for (const [columns, cell, fix] of CELLS)
    test(`${cell} is ${fix ?? "two cells without its quotation marks"}`, () => {
      const [table = ""] = columns.split(",");
      const [problem] = problemsOf(table, `${columns}\nK1,${cell}\n`);
      if (fix === undefined) assert.equal(problem?.code, "ragged-row");
      else assert.deepEqual([problem?.where.row, problem?.where.column, problem?.fix], [2, columns.split(",")[1], fix]);
    });
  test("a number of a row stays what it is, and one that a spreadsheet shortened is asked about", () => {
    for (const key of ["1e+05", "007", "1.10", "1.23457E+11", "4E12", "1E"]) {
      const parsed = parseTable(Buffer.from(`visit,weight_kg\n${key},10\n`), "visit.csv", tableNamed("visit"));
      assert.equal(parsed.table?.rows[0]?.cells.visit, key);
      assert.deepEqual(
        problemsOf("visit", `visit,weight_kg\n${key},10\n`).map(({ code }) => code),
        key.includes("+") ? ["rounded-key"] : [],
      );
    }
  });
});
