import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import { parseTable, readChartWorkbook } from "@osteon/interop";
import { zipSync } from "fflate";
import { unpackArchive } from "../../apps/server/src/imports/unpack-archive.ts";
import { entries, visitSheet, workbook } from "./hostile-files.ts";

const folder = mkdtempSync(join(tmpdir(), "osteon-shapes-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const VISIT = tableNamed("visit");
const HEADER = VISIT.fields.map(({ name }) => name).join(",");
const codes = (problems: readonly { readonly code: string }[]): ReadonlySet<string> =>
  new Set(problems.map(({ code }) => code));
const csv = (text: string) => parseTable(Buffer.from(text), "visit.csv", VISIT);

test("a header of a hundred thousand columns is one problem, and the columns of the table are read", () => {
  const strange = Array.from({ length: 100_000 }, (_, n) => `,c${n}`).join("");
  const { table, problems } = csv(`${HEADER}${strange}\nV1,P1,2014-01-01\n`);
  assert.equal(table?.rows.length, 1);
  assert.ok(problems.length < 400, `${problems.length}`);
  assert.ok(problems.some(({ says }) => says.includes(`${VISIT.fields.length + 100_000} columns`)));
});

for (const [what, line] of [
  ["cells", `V1,P1${",".repeat(2_000_000)}`],
  ["one cell", `V1,P1,${"x".repeat(2_000_000)}`],
  ["one cell in marks", `V1,P1,"${"x\n".repeat(1_000_000)}"`],
  ["marks alone", `V1,P1,${'"'.repeat(2_000_000)}`],
] as const) {
  test(`a record of two million characters (${what}) is none, and is quoted in a few of them`, () => {
    const { problems } = csv(`${HEADER}\n${line}\n`);
    assert.ok(codes(problems).has("broken-csv"), [...codes(problems)].join());
    for (const { where } of problems) assert.ok((where.value ?? "").length < 1_000);
  });
}

test("an archive of more entries than a chart folder has is refused before they are looked at, folders too", async () => {
  for (const [what, name] of [
    ["folders", (n: number) => `folder-${n}/`],
    ["what a Macintosh adds", (n: number) => `__MACOSX/${n}`],
  ] as const) {
    const path = join(folder, what);
    writeFileSync(path, entries(5_000, name));
    const problem = await unpackArchive(path, folder);
    assert.match(problem?.says ?? "", /more than 200 entries/, what);
  }
});

/** An archive of empty files of these names, whole. */
const packed = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array()])));

test("an archive writes into its own folder alone, and each file once", async () => {
  for (const [what, names] of Object.entries({
    climbs: ["../../visit.csv"],
    begins: ["/visit.csv"],
    deep: [`${"a/".repeat(30_000)}visit.csv`],
  })) {
    const into = mkdtempSync(join(folder, what));
    writeFileSync(join(folder, "one.zip"), packed(names[0] ?? ""));
    assert.equal(await unpackArchive(join(folder, "one.zip"), into), undefined, what);
    assert.deepEqual(readdirSync(into), ["visit.csv"]);
  }
  for (const name of ["visit.csv/../../x", "..\\visit.csv", "visit.csv\0", "VISIT.CSV", "constructor", ".csv"]) {
    writeFileSync(join(folder, "one.zip"), packed(name));
    assert.equal((await unpackArchive(join(folder, "one.zip"), folder))?.code, "unknown-file", JSON.stringify(name));
  }
  writeFileSync(join(folder, "one.zip"), packed("0/visit.csv", "1/visit.csv"));
  const twice = mkdtempSync(join(folder, "twice"));
  assert.equal((await unpackArchive(join(folder, "one.zip"), twice))?.code, "unknown-file", "twice");
});

test("a workbook's own entities are not resolved, and what it says of its size is not believed", async () => {
  const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("");
  const cell = '<row r="2"><c r="A2" t="inlineStr"><is><t>&a9;&file;</t></is></c></row>';
  const sheet = `<!DOCTYPE x [<!ENTITY a0 "x">${bomb}<!ENTITY file SYSTEM "file:///etc/hostname">]><worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>visit</t></is></c></row>${cell}</sheetData></worksheet>`;
  const { charts } = await readChartWorkbook(workbook("", { "xl/worksheets/sheet1.xml": sheet }));
  const rows = charts[0]?.rows ?? [];
  assert.ok(JSON.stringify(rows).length < 1_000, JSON.stringify(rows).slice(0, 200));
  const repeated = await readChartWorkbook(visitSheet('<row r="2"><c r="A2"><v>1</v></c></row>'.repeat(1_000)));
  assert.ok(codes(repeated.problems).size > 0);
});
