import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { readChartWorkbook, Unpacked, writeChartWorkbook, zipDirectory } from "@osteon/interop";
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from "fflate";
import { smallWorkbook } from "./small-workbook.ts";

const TEXT = "laboratory,patient\nL1,P1\nL2,P1\n";
const FILES = { "laboratory.csv": strToU8(TEXT), "Grüße/visit.csv": strToU8("visit\nV1\n") };

/** What Python's own writer (zipfile) made of the text: sizes before the content, behind it, in the form for more than 4 GB. */
const PYTHON = {
  plain:
    "UEsDBBQAAAAAAAAAIQCur0/jHwAAAB8AAAAOAAAAbGFib3JhdG9yeS5jc3ZsYWJvcmF0b3J5LHBhdGllbnQKTDEsUDEKTDIsUDEKUEsBAhQDFAAAAAAAAAAhAK6vT+MfAAAAHwAAAA4AAAAAAAAAAAAAAIABAAAAAGxhYm9yYXRvcnkuY3N2UEsFBgAAAAABAAEAPAAAAEsAAAAAAA==",
  piped:
    "UEsDBBQACAAAAAAAIQAAAAAAAAAAAAAAAAAOAAAAbGFib3JhdG9yeS5jc3ZsYWJvcmF0b3J5LHBhdGllbnQKTDEsUDEKTDIsUDEKUEsHCK6vT+MfAAAAHwAAAFBLAQIUAxQACAAAAAAAIQCur0/jHwAAAB8AAAAOAAAAAAAAAAAAAACAAQAAAABsYWJvcmF0b3J5LmNzdlBLBQYAAAAAAQABADwAAABbAAAAAAA=",
  commented:
    "UEsDBBQAAAAAAAAAIQCur0/jHwAAAB8AAAAOAAAAbGFib3JhdG9yeS5jc3ZsYWJvcmF0b3J5LHBhdGllbnQKTDEsUDEKTDIsUDEKUEsBAhQDFAAAAAAAAAAhAK6vT+MfAAAAHwAAAA4AAAAAAAAAAAAAAIABAAAAAGxhYm9yYXRvcnkuY3N2UEsFBgAAAAABAAEAPAAAAEsAAAAJAGEgY29tbWVudA==",
  large:
    "UEsDBC0AAAAAAAAAIQCur0/j//////////8OABQAbGFib3JhdG9yeS5jc3YBABAAHwAAAAAAAAAfAAAAAAAAAGxhYm9yYXRvcnkscGF0aWVudApMMSxQMQpMMixQMQpQSwECLQMtAAAAAAAAACEArq9P4x8AAAAfAAAADgAAAAAAAAAAAAAAgAEAAAAAbGFib3JhdG9yeS5jc3ZQSwUGAAAAAAEAAQA8AAAAXwAAAAAA",
} as const;
const python = (how: keyof typeof PYTHON): Uint8Array => new Uint8Array(Buffer.from(PYTHON[how], "base64"));

function streamed(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const [name, bytes] of Object.entries(FILES)) {
    const entry = name.startsWith("lab") ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const asPacked = (archive: Uint8Array): boolean | undefined => {
  const content = new Unpacked();
  content.take(strToU8(TEXT.slice(0, 7)));
  content.take(strToU8(TEXT.slice(7)));
  const listed = zipDirectory(archive)?.get("laboratory.csv");
  return listed && content.isAs(listed);
};

describe("the directory of an archive", () => {
  const archives: Readonly<Record<string, () => Uint8Array>> = {
    "of this library, whole": () => zipSync(FILES),
    "of this library, streamed": streamed,
    "of Python": () => python("plain"),
    "of Python, streamed": () => python("piped"),
    "of Python, with a comment": () => python("commented"),
    "of Python, in the form for large files": () => python("large"),
    "behind other bytes": () => Buffer.concat([strToU8("#!/bin/sh\n"), zipSync(FILES)]),
  };
  for (const [which, made] of Object.entries(archives))
    test(`${which}, tells what was packed, and that one byte is another`, () => {
      const archive = made();
      assert.equal(asPacked(archive), true);
      const content = new Unpacked();
      content.take(strToU8(TEXT.replace("L2", "L3")));
      assert.equal(content.isAs(zipDirectory(archive)?.get("laboratory.csv")), false);
    });

  test("knows names beyond ASCII, and is none where anything of its end is gone", () => {
    const archive = zipSync(FILES);
    assert.deepEqual([...(zipDirectory(archive)?.keys() ?? [])], Object.keys(FILES));
    for (let cut = 1; cut < archive.length; cut++)
      assert.equal(zipDirectory(archive.subarray(0, archive.length - cut)), undefined, `${cut} bytes less`);
    assert.equal(zipDirectory(new Uint8Array(0)), undefined);
  });

  test("tells an entry that was packed with a password", () => {
    const archive = zipSync(FILES);
    const place = Buffer.from(archive).indexOf("PK\u0001\u0002");
    assert.equal(zipDirectory(archive)?.get("laboratory.csv")?.locked, false);
    archive[place + 8] = (archive[place + 8] ?? 0) | 1;
    assert.equal(zipDirectory(archive)?.get("laboratory.csv")?.locked, true);
  });
});

describe("a workbook", () => {
  let made: Promise<Buffer> | undefined;
  const workbook = (): Promise<Buffer> => {
    made ??= write();
    return made;
  };
  const write = async (): Promise<Buffer> =>
    Buffer.from(
      await writeChartWorkbook(
        CODEBOOK.map(({ name }) => ({
          name,
          file: `${name}.csv`,
          rows:
            name === "relapse" ? [{ row: 2, cells: { relapse: "R1", patient: "P1", noticed_on: "2010-01-20" } }] : [],
        })),
      ),
    );
  const told = async (bytes: Uint8Array): Promise<readonly string[]> =>
    (await readChartWorkbook(bytes)).problems.map(({ code, where, says }) => `${code} ${where.file}: ${says}`);

  test("of which any byte of a sheet is another is refused with the sheet, and never read as it is", async () => {
    const whole = await workbook();
    assert.deepEqual(await told(whole), []);
    const name = "xl/worksheets/sheet16.xml";
    const begin = whole.indexOf(name) + name.length;
    const end =
      whole.indexOf("PK\u0003\u0004", begin) < 0
        ? whole.indexOf("PK\u0001\u0002")
        : whole.indexOf("PK\u0003\u0004", begin);
    let refused = 0;
    for (let place = begin; place < end - 16; place += 3) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0x20;
      const [problem = "nothing"] = await told(changed);
      assert.match(problem, /^(damaged-archive xl\/worksheets\/sheet16\.xml:|not-a-workbook)/, `byte ${place - begin}`);
      if (problem.startsWith("damaged")) refused += 1;
    }
    assert.ok(refused > 20, `${refused}`);
  });

  test("that was cut anywhere is refused, with where it breaks off", async () => {
    const whole = await workbook();
    for (const share of [0.3, 0.6, 0.9, 0.999])
      assert.match(
        (await told(whole.subarray(0, Math.floor(whole.length * share))))[0] ?? "nothing",
        /^damaged-archive .+: The archive breaks off (within|after) /,
        `${share}`,
      );
    assert.match((await told(Buffer.from("PK is how it begins")))[0] ?? "", /^not-a-workbook/);
  });

  /** The workbook with each of its parts under another name, or with another text, or left out. */
  const packedAnew = async (
    of: (name: string, text: string) => readonly [string, string] | undefined,
    bytes?: Uint8Array,
  ) =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(bytes ?? (await workbook()))).flatMap(([name, bytes]) => {
          const part = of(name, strFromU8(bytes));
          return part === undefined ? [] : [[part[0], strToU8(part[1])]];
        }),
      ),
    );

  test("has its parts whatever letters and strokes their names are packed with", async () => {
    const whole = (await readChartWorkbook(await workbook())).charts;
    assert.equal(whole.find(({ name }) => name === "relapse")?.rows[0]?.cells.noticed_on, "2010-01-20");
    for (const named of [
      (name: string) => name.replace("sharedStrings", "SharedStrings").replace("styles", "Styles"),
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll("/", "\\"),
    ]) {
      const read = await readChartWorkbook(await packedAnew((name, text) => [named(name), text]));
      assert.deepEqual([read.charts, read.problems], [whole, []]);
    }
  });

  const LOST = [
    ["the texts", "xl/sharedStrings.xml", /sharedStrings\.xml$/],
    ["a sheet", "xl/worksheets/sheet16.xml", /sheet16\.xml$/],
  ] as const;
  for (const [what, entry, part] of LOST)
    test(`that lost ${what} is refused, and no cell of it is a blank`, async () => {
      const lost = await packedAnew((name, text) => (part.test(name) ? undefined : [name, text]));
      const [problem = "nothing"] = await told(lost);
      assert.match(problem, new RegExp(`^damaged-archive ${entry}: Other parts of the workbook refer to`));
    });

  test("that lost its formats is refused where a number has one, and read where none has", async () => {
    const lost = (format?: number) =>
      packedAnew(
        (name, text) => (name === "xl/styles.xml" ? undefined : [name, text]),
        smallWorkbook([
          {
            name: "laboratory",
            rows: [
              ["laboratory", "value", "unit"],
              ["L1", { number: 0.45, ...(format && { format }) }, "%"],
            ],
          },
        ]),
      );
    assert.match((await told(await lost(9)))[0] ?? "nothing", /^damaged-archive xl\/styles\.xml: Other parts/);
    const { charts } = await readChartWorkbook(await lost());
    assert.equal(charts[0]?.rows[0]?.cells.value, "0.45");
  });

  test("of which one text is lost, the last, is refused", async () => {
    const lost = await packedAnew((name, text) => [
      name,
      name.endsWith("sharedStrings.xml") ? text.replace(/<si>(?:(?!<si>).)*<\/si>(?=<\/sst>)/s, "") : text,
    ]);
    assert.match((await told(lost))[0] ?? "nothing", /^damaged-archive xl\/sharedStrings\.xml/);
  });
});
