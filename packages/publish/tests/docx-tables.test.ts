import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageTable } from "@osteon/publish";
import { tablesDocx } from "@osteon/publish";
import { BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: "1C2733" };

interface Style {
  readonly width: number;
  readonly bold?: boolean;
  readonly ruled?: boolean;
  readonly level?: number;
  readonly span?: number;
  readonly keep?: boolean;
}

/** A cell as the library writes it by itself. */
const cell = (text: string, { width, bold = false, ruled = false, level = 0, span = 1, keep = false }: Style) =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    columnSpan: span,
    margins: { top: 20, bottom: 20, left: 40, right: 80 },
    borders: { top: NONE, left: NONE, right: NONE, bottom: ruled ? RULE : NONE },
    children: [
      new Paragraph({
        keepNext: keep,
        indent: { left: level * 160 },
        spacing: { after: 0 },
        children: [new TextRun({ text, bold, size: 17 })],
      }),
    ],
  });

function libraryTable({ heads, rows }: PageTable): Table {
  const widths = heads.map((_, place) => (place === 0 ? 34 : 66 / (heads.length - 1)));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: NONE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, place) => cell(head, { width: widths[place] ?? 0, bold: true, ruled: true })),
      }),
      ...rows.map(
        ({ label, level = 0, cells }) =>
          new TableRow({
            cantSplit: true,
            children:
              cells.length === 0
                ? [cell(label, { width: 100, bold: true, span: heads.length, keep: true })]
                : [label, ...cells.map(({ text }) => text)].map((text, place) =>
                    cell(text, { width: widths[place] ?? 0, level: place === 0 ? level : 0 }),
                  ),
          }),
      ),
    ],
  });
}

const documentOf = (docx: Uint8Array): string => strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
const tablesOf = (xml: string): readonly string[] => xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];

/** Both on a page with the margins of the report, which decide how wide the columns are. */
async function bothWays(tables: readonly PageTable[]): Promise<readonly [readonly string[], readonly string[]]> {
  const page = { margin: { top: 1130, bottom: 1000, left: 1130, right: 1130 } };
  const plain = new Document({ sections: [{ properties: { page }, children: tables.map(libraryTable) }] });
  const ours = documentOf(await tablesDocx("Tables", tables, []));
  return [tablesOf(ours), tablesOf(documentOf(await Packer.toBuffer(plain)))];
}

const anyText = fc.oneof(
  fc.constantFrom("", "CRP > 5 & ESR < 20", `"quoted" and 'quoted'`, "a\u0001b\u001fc\u0085", "two\nlines\tand a tab"),
  fc.string({ unit: "binary" }).filter((text) => text.isWellFormed() && !/[{}]/.test(text)),
);
const anyTable = fc.integer({ min: 2, max: 6 }).chain((columns) =>
  fc.record({
    id: fc.constant("any"),
    title: fc.constant("Any"),
    notes: fc.constant([]),
    heads: fc.array(anyText, { minLength: columns, maxLength: columns }),
    rows: fc.array(
      fc.record({
        label: anyText,
        level: fc.integer({ min: 0, max: 3 }),
        cells: fc.oneof(
          fc.constant([]),
          fc.array(fc.record({ text: anyText }), { minLength: columns - 1, maxLength: columns - 1 }),
        ),
      }),
      { maxLength: 4 },
    ),
  }),
);

test("tables of a Word document are those that the library writes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyTable, { minLength: 1, maxLength: 3 }), async (tables) => {
      const [ours, library] = await bothWays(tables);
      assert.equal(ours.length, tables.length);
      assert.deepEqual(ours, library);
    }),
    { numRuns: 15 },
  );
});
