import { crc32, deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";

export const XLSX = { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
export const ZIP = { "content-type": "application/zip" };
export const CSV = { "content-type": "text/csv" };

const CELL = (name: string, text: string): string => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEADER = `<row r="1">${CELL("A1", "visit")}${CELL("B1", "patient")}${CELL("C1", "visited_on")}</row>`;

/** A workbook of one sheet `visit` whose XML is given, and other parts of it. */
export function workbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": `<Relationships ${relationships}><Relationship Id="r1" Type="${kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${kind}"><sheets><sheet name="visit" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships ${relationships}><Relationship Id="rId1" Type="${kind}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${kind}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A sheet `visit` with its first columns, and more rows of XML. */
export const visitSheet = (rows: string): Uint8Array => workbook(HEADER + rows);

export const oneCell = (name: string, text = "x"): Uint8Array =>
  visitSheet(`<row r="${/\d+/.exec(name)?.[0]}">${CELL(name, text)}</row>`);

const SHARED = "xl/sharedStrings.xml";

/** A ZIP archive of files, each so many zeros; the sizes that it claims are those given. */
export function zeros(files: Readonly<Record<string, number>>, claimed?: number): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, size] of Object.entries(files)) {
    const plain = Buffer.alloc(size, 48);
    const packed = deflateRawSync(plain, { level: 1 });
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(8, 0);
    fields.writeUInt32LE(crc32(plain), 6);
    fields.writeUInt32LE(packed.length, 10);
    fields.writeUInt32LE(claimed ?? size, 14);
    fields.writeUInt16LE(name.length, 18);
    const head = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    const entry = Buffer.concat([head, fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const known = Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0]);
    directory.push(known, fields, place, Buffer.from(name));
    local.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}

/** A ZIP archive of so many empty entries, stored as they are; without a directory, which nobody here reads. */
export function entries(count: number, name: (n: number) => string): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const all = Array.from({ length: count }, (_, n) => {
    const called = Buffer.from(name(n));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(called.length, 26);
    return Buffer.concat([head, called]);
  });
  return Buffer.concat([...all, end]);
}

/** Files that are small, or look small, and hold far more than a registry does; each with what it is sent as. */
export const BOMBS: readonly (readonly [what: string, bytes: () => Uint8Array, type: Record<string, string>])[] = [
  ["an archive that unpacks to 150 MB, and claims 10 bytes", () => zeros({ "visit.csv": 150_000_000 }, 10), ZIP],
  [
    "an archive whose two files together unpack to 150 MB",
    () => zeros({ "visit.csv": 75_000_000, "laboratory.csv": 75_000_000 }),
    ZIP,
  ],
  ["a workbook whose sheet unpacks to 150 MB", () => zeros({ "xl/workbook.xml": 150_000_000 }), XLSX],
  [
    "one long shared text in five thousand cells",
    () =>
      workbook(
        HEADER +
          Array.from({ length: 5_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" t="s"><v>0</v></c></row>`).join(
            "",
          ),
        { [SHARED]: `<sst><si><t>${"x".repeat(32_000)}</t></si></sst>` },
      ),
    XLSX,
  ],
  ["a hundred thousand nested elements", () => workbook(`${HEADER}${"<row>".repeat(100_000)}`), XLSX],
];
