import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { CODEBOOK, CODEBOOK_VERSION, sinceOf, tableNamed } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { chartFolder, firstHeaderOf, headerOf, patients, problemsIn } from "./chart-folder.ts";

describe("a good chart folder", () => {
  test("is read in the order of the codebook, with every table", async (context) => {
    const { charts, problems } = await readChartFolder(await chartFolder(context));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      charts.map(({ name }) => name),
      CODEBOOK.map(({ name }) => name),
    );
    assert.deepEqual(charts[1], { name: "visit", file: "visit.csv", rows: [] });
    assert.equal(charts[0]?.rows[1]?.row, 3);
    assert.equal(charts[0]?.rows[1]?.cells.centre, "Invented, too");
    assert.equal(charts[0]?.rows[1]?.cells.onset_on, "");
  });

  const variants = {
    "with a byte order mark": patients((text) => `\uFEFF${text}`),
    "with the line ends of Windows": patients((text) => text.replaceAll("\n", "\r\n")),
    "with the line ends of both": patients((text) => text.replace("\n", "\r\n")),
    "without a line end at the end": patients((text) => text.trimEnd()),
    "with blank lines and rows of blank cells": patients((text) => `${text}\n,,,,,,,,,,\n\n`),
    "with columns in another order": patients((text) =>
      text
        .replaceAll('"Invented, too"', "Invented")
        .trimEnd()
        .split("\n")
        .map((line) => line.split(",").reverse().join(","))
        .join("\n"),
    ),
    "with a note beside it": { "README.md": "synthetic", ".~lock.patient.csv": "" },
  };
  for (const [variant, change] of Object.entries(variants)) {
    test(`is good ${variant}, too`, async (context) => {
      assert.deepEqual(await problemsIn(await chartFolder(context, change)), []);
    });
  }
});

describe("a folder of an earlier version of the codebook", () => {
  const first = Object.fromEntries(
    CODEBOOK.map((table) => [`${table.name}.csv`, sinceOf(table) > 1 ? undefined : `${firstHeaderOf(table.name)}\n`]),
  );
  const visits = (header: string) => ({ "visit.csv": `${header}\n` });

  test("has not the columns that came later: they are not entered yet, and the folder says no version", async (context) => {
    const folder = await chartFolder(context, first);
    assert.deepEqual(await problemsIn(folder), []);
    const { charts, version } = await readChartFolder(folder);
    assert.equal(version, 1);
    const later = tableNamed("visit").fields.filter((field) => sinceOf(field) > 1);
    assert.ok(later.length > 0);
    assert.deepEqual(
      charts.find(({ name }) => name === "visit")?.absent,
      later.map(({ name }) => name),
    );
  });

  test("that says a version has its columns, or is told which is missing", async (context) => {
    const folder = await chartFolder(context, {
      ...visits(headerOf("visit").replace(",height_cm", "")),
      "codebook_version.txt": "2\n",
    });
    const ofVisits = (await problemsIn(folder)).filter((line) => line.startsWith("visit.csv"));
    assert.deepEqual(ofVisits, ["visit.csv 1 height_cm missing-column"]);
    assert.equal((await readChartFolder(await chartFolder(context))).version, CODEBOOK_VERSION, "by its columns");
  });

  test("is refused where a later column is misspelt, with the nearest name", async (context) => {
    const folder = await chartFolder(context, visits(headerOf("visit").replace("height_cm", "hight_cm")));
    const { problems } = await readChartFolder(folder);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["unknown-column"],
    );
    assert.match(problems[0]?.fix ?? "", /^Rename it to height_cm, or delete it/);
  });

  for (const [says, why] of [
    ["3000", /of version 3000 .* this Osteon knows/],
    ["two", /no whole number/],
    ["", /no whole number/],
  ] as const)
    test(`that says ${JSON.stringify(says)} as its version is refused`, async (context) => {
      const { problems } = await readChartFolder(await chartFolder(context, { "codebook_version.txt": says }));
      assert.deepEqual(
        problems.map(({ code }) => code),
        ["codebook-version"],
      );
      assert.match(problems[0]?.says ?? "", why);
    });
});

/** [sentence, changed files, every problem of the folder] */
const FAULTS: readonly (readonly [string, Parameters<typeof chartFolder>[1], readonly string[]])[] = [
  ["a missing file", { "relapse.csv": undefined }, ["relapse.csv missing-file"]],
  [
    "a missing file that others refer to",
    { "patient.csv": undefined, ...visits("V1,P1,2009-05-17") },
    ["patient.csv missing-file"],
  ],
  ["an unknown file", { "pets.csv": "dog\n" }, ["pets.csv unknown-file"]],
  ["a workbook", { "charts.xlsx": "PK" }, ["charts.xlsx unknown-file"]],
  ["an empty file", { "visit.csv": "" }, ["visit.csv empty-file"]],
  ["a file of blanks", { "visit.csv": "\uFEFF\r\n\r\n" }, ["visit.csv empty-file"]],
  ["a file without a header", { "joint.csv": "J1,P1,M1,knee\n" }, ['joint.csv 1 "J1,P1,M1,knee" no-header']],
  [
    "a missing column, required though it is",
    patients((text) => text.replaceAll(/,centre|,Invented|,"Invented, too"/g, "")),
    ["patient.csv 1 centre missing-column"],
  ],
  [
    "a missing key column",
    { ...patients((text) => text.replaceAll(/^(patient|P.),/gm, "")), ...visits("V1,P1,2009-05-17") },
    ["patient.csv 1 patient missing-column"],
  ],
  ["an unknown column", { "relapse.csv": `${headerOf("relapse")},why\n` }, ['relapse.csv 1 why "why" unknown-column']],
  ["a column without a name", { "relapse.csv": `${headerOf("relapse")},\n` }, ['relapse.csv 1  "" unknown-column']],
  [
    "a column in capitals, whose cells are read on",
    patients((text) => text.replace("born_on", "Born on").replace("2001", "2O01")),
    ['patient.csv 1 Born on "Born on" unknown-column', 'patient.csv 3 born_on "2O01" date-format'],
  ],
  [
    "a column that stands twice",
    { "relapse.csv": `${headerOf("relapse")},new_lesion\n` },
    ['relapse.csv 1 new_lesion "new_lesion" duplicate-column'],
  ],
  ["a decimal comma that makes a row too long", visits("V1,P1,2009-05-17,31,5", 1), ["visit.csv 2 ragged-row"]],
  [
    "a row that is too short",
    patients((text) => text.replace(",yes", "").replace(",no\n", "\n")),
    ["patient.csv 2 ragged-row"],
  ],
  [
    "an open quotation mark, and a fault after it",
    patients((text) => text.replace("P1,Invented", 'P1,"Invented').replace("male,2001", "mail,2001")),
    [
      `patient.csv 2 ${JSON.stringify('P1,"Invented,cno,female,1999-11,2009,2009-05-17,given,alive,2012-03-01,no')} broken-csv`,
      'patient.csv 3 sex "mail" unknown-choice',
    ],
  ],
  [
    "a text of two lines",
    patients((text) => text.replace("Invented, too", "Invented,\ntoo")),
    ['patient.csv 3 centre "Invented,\\ntoo" line-break'],
  ],
  [
    "a quotation mark that is open in one row and closed in a later one",
    cultures(
      'C1,P1,2010-01-20,bone,growth,"Staph',
      "C2,P1,2010-01-21,bone,growth,E. coli",
      'C3,P1,2010-01-22,bone,growth,aureus"',
    ),
    [swallowed("organism", "Staph\nC2,P1,2010-01-21,bone,growth,E. coli\nC3,P1,2010-01-22,bone,growth,aureus")],
  ],
  [
    "one that is closed in the next row, in a column before the last",
    cultures('C1,P1,2010-01-20,"bone,growth,S. aureus', 'C2,P1,2010-01-21,bone",growth,E. coli'),
    [swallowed("material", "bone,growth,S. aureus\nC2,P1,2010-01-21,bone")],
  ],
  [
    "one that swallows a row within quotation marks of its own",
    cultures('C1,P1,2010-01-20,bone,growth,"Staph', 'C2,P1,2010-01-21,bone,growth,""E. coli""', 'C3,P1,2010-01-22,,,"'),
    [swallowed("organism", 'Staph\nC2,P1,2010-01-21,bone,growth,"E. coli"\nC3,P1,2010-01-22,,,')],
  ],
  [
    "one that swallows rows with the line ends of Windows",
    { "culture.csv": `${headerOf("culture")}\r\nC1,P1,2010-01-20,,,"a\r\nC2,P1,2010-01-20,,,b"\r\n` },
    [swallowed("organism", "a\r\nC2,P1,2010-01-20,,,b")],
  ],
  [
    "semicolons with decimal commas",
    semicolons("V1;P1;2009-05-17;31,5"),
    ["visit.csv not-comma-separated", 'visit.csv 2 weight_kg "31,5" decimal-comma'],
  ],
  [
    "tabs",
    patients((text) => text.replaceAll('"Invented, too"', "Invented").replaceAll(",", "\t")),
    ["patient.csv not-comma-separated"],
  ],
  [
    "Windows-1252, and a fault beside it",
    { "patient.csv": latin(patients((text) => text.replace("P1,Invented", "P1,München").replace("female", "femal"))) },
    ['patient.csv 2 centre "München" not-utf-8', 'patient.csv 2 sex "femal" unknown-choice'],
  ],
  [
    'a spreadsheet\'s "Unicode text"',
    { "joint.csv": Buffer.from(`\uFEFF${headerOf("joint").replaceAll(",", "\t")}\r\n`, "utf16le") },
    ["joint.csv not-utf-8", "joint.csv not-comma-separated"],
  ],
];

function cultures(...rows: readonly string[]): Readonly<Record<string, string>> {
  return { "culture.csv": `${[headerOf("culture"), ...rows].join("\n")}\n` };
}

function swallowed(column: string, cell: string): string {
  return `culture.csv 2 ${column} ${JSON.stringify(cell.slice(0, 80))} rows-in-a-cell`;
}

/** A visit file of one row, filled up to its width and `surplus` cells beyond. */
function visits(row: string, surplus = 0): Readonly<Record<string, string>> {
  const width = headerOf("visit").split(",").length - row.split(",").length + surplus;
  return { "visit.csv": `${headerOf("visit")}\n${row}${",".repeat(width)}\n` };
}

function semicolons(row: string): Readonly<Record<string, string>> {
  const width = headerOf("visit").split(",").length - row.split(";").length;
  return { "visit.csv": `${headerOf("visit").replaceAll(",", ";")}\r\n${row}${";".repeat(width)}\r\n` };
}

/** All letters of the text are in Latin-1, which Windows-1252 extends. */
function latin(files: Readonly<Record<string, string>>): Uint8Array {
  return Buffer.from(files["patient.csv"] ?? "", "latin1");
}

describe("a chart folder", () => {
  for (const [sentence, change, problems] of FAULTS) {
    test(`with ${sentence} has that problem and no other`, async (context) => {
      assert.deepEqual(await problemsIn(await chartFolder(context, change)), problems);
    });
  }

  test("with several faults has all of them at once", async (context) => {
    const faults = { "joint.csv": "", "relapse.csv": undefined, ...semicolons("V1;P9;2009-02-30;31,5"), "x.csv": "y" };
    assert.deepEqual(await problemsIn(await chartFolder(context, faults)), [
      "visit.csv not-comma-separated",
      "joint.csv empty-file",
      "relapse.csv missing-file",
      "x.csv unknown-file",
      'visit.csv 2 visited_on "2009-02-30" impossible-date',
      'visit.csv 2 weight_kg "31,5" decimal-comma',
      'visit.csv 2 patient "P9" no-such-row',
    ]);
  });

  test("names the first five letters at risk and counts the rest", async (context) => {
    const row = (n: number) => `P${n},Köln,cno,,1999,,2009-05-17,,,2012-03-01,\n`;
    const text = `${firstHeaderOf("patient")}\n${[1, 2, 3, 4, 5, 6, 7].map(row).join("")}`;
    const { problems } = await readChartFolder(
      await chartFolder(context, { "patient.csv": Buffer.from(text, "latin1") }),
    );
    assert.deepEqual(
      problems.map(({ where }) => where.row),
      [2, 3, 4, 5, 6],
    );
    assert.match(problems[4]?.says ?? "", /So do 2 more cells\./);
  });

  test("that does not exist is a problem, not a crash", async (context) => {
    const folder = await chartFolder(context);
    const nowhere = join(folder, "nowhere");
    assert.deepEqual(await problemsIn(nowhere), [`${nowhere} no-folder`]);
  });

  test("is named by what it is nearest to when a file or a column is misspelt", async (context) => {
    const change = {
      "visits.csv": "x",
      "visit.csv": undefined,
      "relapse.csv": "relaps,patient,noticed_on,new_symptoms,new_lesion\n",
    };
    const { problems } = await readChartFolder(await chartFolder(context, change));
    const fixes = problems.map(({ fix }) => fix).join("\n");
    assert.match(fixes, /Rename it to visit\.csv/);
    assert.match(fixes, /Rename it to relapse/);
  });
});
