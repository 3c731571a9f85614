import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { asWritten, checkCharts, tableNamed } from "@osteon/codebook";
import { parseTable, readChartWorkbook } from "@osteon/interop";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { type SmallCell, type SmallSheet, smallWorkbook } from "./small-workbook.ts";

/** Workbooks that people found, beside the checkout; where they are not, our own are tried alone. */
const EDGES = fileURLToPath(new URL("../../../../shared/data/chart-edges/", import.meta.url));
const shared = (folder: string) => (existsSync(EDGES) ? [readFileSync(`${EDGES}${folder}/in.xlsx`)] : []);

/** What is read of a workbook: each cell that says something as `2 value 45`, and each problem with place, value and code. */
async function readOf(bytes: Uint8Array) {
  const { charts, problems } = await readChartWorkbook(bytes);
  const cells = charts.flatMap(({ rows }) =>
    rows.flatMap(({ row, cells: own }) =>
      Object.entries(own).flatMap(([column, cell]) => (cell === "" ? [] : [`${row} ${column} ${cell}`])),
    ),
  );
  const ofColumns = checkCharts(charts).filter(({ code }) => code !== "no-such-row");
  const told = [...problems, ...ofColumns].filter(({ code }) => code !== "missing-column" && code !== "required");
  return {
    cells,
    problems: told.map(({ code, where: { file, row, column, value } }) =>
      [file, row, column, value, code].filter((part) => part !== undefined).join(" "),
    ),
    told,
  };
}

/** A sheet of one table: its columns, and rows of cells below. */
const sheet = (table: string, columns: string, ...rows: readonly (readonly SmallCell[])[]): SmallSheet => ({
  name: table,
  rows: [columns.split(" "), ...rows],
});
const result = (value: SmallCell, unit = "%", analyte = "neutrophils"): SmallSheet =>
  sheet("laboratory", "laboratory analyte value unit", ["L1", analyte, value, unit]);
const born = (cell: SmallCell): SmallSheet => sheet("patient", "patient born_on", ["DD-050", cell]);
const weight = (cell: SmallCell): SmallSheet => sheet("visit", "visit weight_kg", ["V1", cell]);
const ofOne = (one: SmallSheet) => readOf(smallWorkbook([one]));
const has = (cells: readonly string[], wanted: string) => assert.ok(cells.includes(wanted), `${wanted}: ${cells}`);

describe("per cent", () => {
  for (const bytes of shared("01-xlsx-percent"))
    test("of the shared workbook is 45", async () => {
      const { cells, problems } = await readOf(bytes);
      has(cells, "2 value 45");
      assert.deepEqual(problems, []);
    });
  const SHOWN = [
    [0.07, "0%", "7"],
    [0.455, 10, "45.5"],
    [0.58, '[Red]0.0\\ %;-0.0\\ "%"', "58"],
    [45, '0" %"', "45"],
  ] as const;
  for (const [number, format, value] of SHOWN)
    test(`${number} under ${format} is ${value}, as the sheet shows it`, async () => {
      const { cells, problems } = await ofOne(result({ number, format }));
      has(cells, `2 value ${value}`);
      assert.deepEqual(problems, []);
    });
  test("where the row does not say that its unit is per cent, it is refused by cell", async () => {
    const of = async (one: SmallSheet) => (await ofOne(one)).problems;
    const cell = { number: 0.45, format: 9 };
    assert.deepEqual(await of(result(cell, "mg/dL", "crp")), ["laboratory.csv 2 value 0.45 percent-cell"]);
    assert.deepEqual(await of(weight(cell)), ["visit.csv 2 weight_kg 0.45 percent-cell"]);
  });
});

describe("a date", () => {
  for (const bytes of shared("02-xlsx-month-cell"))
    test("of the shared workbook is the month that it shows", async () => {
      const { cells, problems } = await readOf(bytes);
      has(cells, "2 born_on 1999-11");
      assert.deepEqual(problems, []);
    });
  // 36465 is 1999-11-01, by the day numbers of any spreadsheet.
  const SHOWN = [
    [17, "1999-11"],
    ["mm/yyyy", "1999-11"],
    ["[$-407]mmmm\\ yyyy;@", "1999-11"],
    ["yyyy", "1999"],
    ['"born "mmm\\ yy', "1999-11"],
    [14, "1999-11-01"],
    ["dd\\.mm\\.yyyy", "1999-11-01"],
    ["yyyy\\-mm\\-dd\\ hh:mm", "1999-11-01"],
  ] as const;
  for (const [format, shown] of SHOWN)
    test(`under ${format} is ${shown}: nothing more than it shows`, async () => {
      const { cells, problems } = await ofOne(born({ number: 36465, format }));
      has(cells, `2 born_on ${shown}`);
      assert.deepEqual(problems, []);
    });
  for (const format of [16, "d\\. mmm", 20, "mm:ss", 27])
    test(`under ${format} shows no year, and is refused`, async () => {
      const { problems } = await ofOne(born({ number: 36465.5, format }));
      assert.deepEqual(problems, ["patient.csv 2 born_on 1999-11-01 part-of-date"]);
    });
  test("that shows a month is no day, where a day is needed", async () => {
    const { problems } = await ofOne(sheet("visit", "visit visited_on", ["V1", { number: 36465, format: 17 }]));
    assert.deepEqual(problems, ["visit.csv 2 visited_on 1999-11 day-needed"]);
  });
  test("counts from 1904 where the workbook says so", async () => {
    const { cells } = await readOf(smallWorkbook([born({ number: 35003, format: 17 })], { from1904: true }));
    has(cells, "2 born_on 1999-11");
  });
  const EARLY = [
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
  ] as const;
  for (const [number, day] of EARLY)
    test(`number ${number} is ${day}, as spreadsheets show it, who count a 29 February 1900`, async () => {
      has((await ofOne(born({ number, format: 14 }))).cells, `2 born_on ${day}`);
    });
  test("that a spreadsheet made of 7-8 is no level of a vertebra, and no number of a visit", async () => {
    const cell = { number: 46211, format: 16 };
    const level = await ofOne(sheet("lesion", "lesion level", ["N1", cell]));
    assert.deepEqual(level.problems, ["lesion.csv 2 level 2026-07-08 date-for-text"]);
    const key = await ofOne(sheet("visit", "visit swelling", [cell, "yes"]));
    assert.deepEqual(key.problems, ["visit.csv 2 visit 2026-07-08 date-for-text"]);
  });
});

describe("a formula", () => {
  for (const bytes of shared("03-xlsx-formula-without-value"))
    test("of the shared workbook has no result, and is refused by cell", async () => {
      const { problems } = await readOf(bytes);
      assert.deepEqual(problems, ["visit.csv 2 weight_kg =31.5+0.2 formula-without-value"]);
    });
  const WITHOUT: readonly SmallCell[] = [
    { formula: "31.5+0.2", value: "" },
    { formula: "B1" },
    { formula: 'CONCATENATE("3","1")', type: "str" },
    { formula: "1=1", value: "", type: "b" },
  ];
  for (const cell of WITHOUT)
    test(`without a result is never a blank: ${JSON.stringify(cell)}`, async () => {
      const { problems } = await ofOne(weight(cell));
      const { formula } = cell as { formula: string };
      assert.deepEqual(problems, [`visit.csv 2 weight_kg =${formula} formula-without-value`]);
    });
  test("without a result is refused where it names something or is a text", async () => {
    const { problems } = await ofOne(
      sheet("culture", "culture organism", [{ formula: "A1&1" }, { formula: "UPPER(B9)" }]),
    );
    assert.deepEqual(problems, [
      "culture.csv 2 culture =A1&1 formula-without-value",
      "culture.csv 2 organism =UPPER(B9) formula-without-value",
    ]);
  });
  test("with its result is that, and one whose result is no letter is blank", async () => {
    has((await ofOne(weight({ formula: "31.5+0.2", value: "31.7" }))).cells, "2 weight_kg 31.7");
    const { cells, problems } = await ofOne(weight({ formula: 'IF(A1="","","x")', value: "", type: "str" }));
    assert.deepEqual([cells, problems], [["2 visit V1"], []]);
  });
});

describe("an error", () => {
  const ERRORS = [
    ["visit", "weight_kg", "#N/A"],
    ["visit", "swelling", "#REF!"],
    ["visit", "visited_on", "#VALUE!"],
    ["culture", "organism", "#NAME?"],
    ["culture", "culture", "#DIV/0!"],
  ] as const;
  for (const [table, column, error] of ERRORS)
    test(`${error} as ${column} is refused by cell, in a workbook as in a CSV`, async () => {
      const other = column === "culture" ? "growth" : tableNamed(table).fields[0]?.name;
      const { problems } = await ofOne(
        sheet(table, `${other} ${column}`, [other === "growth" ? "none" : "K1", { error }]),
      );
      assert.deepEqual(problems, [`${table}.csv 2 ${column} ${error} error-cell`]);
      if (column === "culture") return;
      const text = `${other},${column}\nK1,${error}\n`;
      const parsed = parseTable(Buffer.from(text), `${table}.csv`, tableNamed(table));
      assert.ok(parsed.table);
      const refused = checkCharts([parsed.table]).filter(({ where }) => where.column === column);
      assert.deepEqual(
        refused.map(({ where, severity }) => [where.row, where.value, severity]),
        [[2, error, "refused"]],
      );
    });
});

describe("merged cells", () => {
  for (const bytes of shared("05-xlsx-merged-cells"))
    test("of the shared workbook are refused, with where", async () => {
      const { problems, told } = await readOf(bytes);
      assert.deepEqual(problems, ["visit.csv 2 recorded_outcome partial_remission merged-cells"]);
      assert.match(told[0]?.says ?? "", /^R2:R4 /);
    });
  const rows = [
    ["V1", "relapse", "yes"],
    ["V2", "", ""],
    ["V3", "", "no"],
  ];
  const visits = (...merged: readonly string[]): SmallSheet => ({
    ...sheet("visit", "visit recorded_outcome swelling", ...rows),
    merged,
  });
  const MERGED = [
    [["B2:B4"], ["visit.csv 2 recorded_outcome relapse merged-cells"]],
    [["B2:C2"], ["visit.csv 2 recorded_outcome relapse merged-cells"]],
    [["A1:A2"], ["visit.csv 1 visit visit merged-cells"]],
    [["B3:C4"], ["visit.csv 3 recorded_outcome no merged-cells"]],
  ] as const;
  for (const [areas, problems] of MERGED)
    test(`${areas} hold something, and are refused once`, async () => {
      assert.deepEqual((await ofOne(visits(...areas))).problems, problems);
    });
  test("that hold nothing, or are one cell, harm nothing", async () => {
    assert.deepEqual((await ofOne(visits("B3:C3", "A2", "B2:B2", "E9:F12", "nonsense"))).problems, []);
  });
});

describe("a second sheet of like name", () => {
  for (const bytes of shared("06-xlsx-second-sheet-dropped"))
    test("in the shared workbook is refused", async () => {
      assert.deepEqual((await readOf(bytes)).problems, ["visit  repeated-sheet"]);
    });
  const one = sheet("visit", "visit weight_kg", ["V1", "31.5"]);
  for (const [name, code] of [
    ["VISIT", "repeated-sheet"],
    ["visit\u00a0", "repeated-sheet"],
    [" Visit", "repeated-sheet"],
    ["visit (2)", "unknown-file"],
    ["visit\u200b", "unknown-file"],
  ] as const)
    for (const hidden of [false, true])
      test(`${JSON.stringify(name)}, ${hidden ? "hidden" : "seen"}, is not left out without a word`, async () => {
        const bytes = smallWorkbook([one, { ...sheet("visit", "visit weight_kg", ["V2", "32"]), name, hidden }]);
        assert.deepEqual((await readOf(bytes)).problems, [`${name} ${code}`]);
      });
});

describe("letters", () => {
  const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?>${text}`;
  /** By what Node writes of each: as Latin-1, and as UTF-16 with its mark and without. */
  const WRITTEN: readonly (readonly [name: string, bytes: (text: string) => Buffer])[] = [
    ["ISO-8859-1", (text) => Buffer.from(declared("ISO-8859-1", text), "latin1")],
    ["windows-1252", (text) => Buffer.from(declared("windows-1252", text), "latin1")],
    ["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${declared("UTF-8", text)}`)],
    ["UTF-16", (text) => Buffer.from(`\ufeff${declared("UTF-16", text)}`, "utf16le")],
    ["UTF-16 of the other order, without a mark", (text) => Buffer.from(declared("UTF-16", text), "utf16le").swap16()],
  ];
  const kit = sheet("laboratory", "laboratory kit", ["L1", "Köln é"]);
  const packed = (bytes: (text: string) => Buffer) =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(smallWorkbook([kit]))).map(([name, part]) => [name, bytes(strFromU8(part))]),
      ),
    );
  for (const [name, bytes] of WRITTEN)
    test(`of parts in ${name} are those that were written`, async () => {
      has((await readOf(packed(bytes))).cells, "2 kit Köln é");
    });
  test("that are not in the encoding that is said are no workbook, and never another letter", async () => {
    const { cells, problems } = await readOf(packed((text) => Buffer.from(declared("UTF-8", text), "latin1")));
    assert.deepEqual([cells, problems], [[], ["not-a-workbook"]]);
  });
});

test("a text in a cell is read once where the file holds a value beside it", async () => {
  const both = { inline: "no", value: "yes" };
  const { cells } = await ofOne(sheet("visit", "visit swelling redness", ["V1", both, { inline: "yes", value: "" }]));
  assert.deepEqual(cells, ["2 visit V1", "2 swelling no", "2 redness yes"]);
});

describe("a number that is a name", () => {
  const SHOWN = [
    [7, "000", "007"],
    [7, '"DD-"000', "DD-007"],
    [7, "000;-000;@", "007"],
    [12, "DD\\-0000", undefined],
    [12, '"DD"\\-0000', "DD-0012"],
    [1.1, "0.00", "1.10"],
    [1.1, undefined, "1.1"],
    [7, "Standard", "7"],
    [12345678, "@", "12345678"],
    [1234, "#,##0", undefined],
    [100000, "0E+00", undefined],
    ["1.23456789012346E+15", undefined, undefined],
  ] as const;
  for (const [number, format, shown] of SHOWN)
    test(`${number} under ${format ?? "no format"} is ${shown ?? "refused"}`, async () => {
      const cell = { number, ...(format === undefined ? {} : { format }) };
      const { cells, problems } = await ofOne(sheet("visit", "visit patient swelling", [cell, cell, "yes"]));
      if (shown !== undefined)
        assert.deepEqual([cells.slice(0, 2), problems], [[`2 visit ${shown}`, `2 patient ${shown}`], []]);
      else
        assert.deepEqual(
          problems.map((one) => one.split(" ").at(-1)),
          ["unsure-name", "unsure-name"],
        );
    });
  test("is the number where a number is meant, however it is shown", async () => {
    for (const format of ["000.0", "#,##0.00", '0.0" kg"', "0.00E+00", "@"])
      has((await ofOne(weight({ number: 31.5, format }))).cells, "2 weight_kg 31.5");
  });
  test("of a power of ten is written out", async () => {
    has((await ofOne(result({ number: "1.5E+3" }, "ng/mL", "ferritin"))).cells, "2 value 1500");
    has((await ofOne(result({ number: "0.30000000000000004" }, "mg/dL", "crp"))).cells, "2 value 0.3");
  });
});

test("truth is yes or no where that is asked, and nothing of the kind elsewhere", async () => {
  const { cells, problems } = await ofOne(sheet("culture", "culture growth organism", ["K1", { truth: true }, "x"]));
  has(cells, "2 growth TRUE");
  assert.deepEqual(problems, ["culture.csv 2 growth TRUE unknown-choice"]);
  has((await ofOne(sheet("visit", "visit swelling", ["V1", { truth: false }]))).cells, "2 swelling no");
});

test("a number of a workbook is that number, however the texts beside it are written", async () => {
  const { charts } = await readChartWorkbook(
    smallWorkbook([
      sheet(
        "laboratory",
        "laboratory value upper_limit",
        ["L1", { number: 1.234 }, "1.234"],
        ["L2", { number: 12.5 }, "12,5"],
      ),
    ]),
  );
  const [chart] = charts;
  assert.ok(chart);
  const { chart: read, problems } = asWritten(chart, "day-first");
  assert.deepEqual(
    read.rows.map(({ cells }) => [cells.value, cells.upper_limit]),
    [
      ["1.234", "1.234?"],
      ["12.5", "12.5"],
    ],
  );
  assert.deepEqual(
    problems.map(({ where }) => [where.row, where.column, where.value]),
    [[2, "upper_limit", "1.234"]],
  );
});
