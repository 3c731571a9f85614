import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import type { PageTable } from "../tables/page-table.ts";
import { note, pageFooter, tableTitle } from "./docx-parts.ts";
import { DocxTable, rowsOf } from "./docx-table.ts";
import { sameBytes } from "./same-bytes.ts";

/** Tables as a Word document, in the clothes of the report. Equal inputs give equal bytes. */
export async function tablesDocx(
  title: string,
  tables: readonly PageTable[],
  notes: readonly string[],
): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...tables.flatMap((table) => [tableTitle(table.title), new DocxTable(table), ...table.notes.map(note)]),
    ...notes.map(note),
  ];
  const document = new Document({
    ...{ title, creator: "Osteon" },
    styles: { default: { document: { run: { font: "Calibri", size: 21 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1130, bottom: 1000, left: 1130, right: 1130 } } },
        footers: { default: pageFooter() },
        children,
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document), rowsOf(children));
}
