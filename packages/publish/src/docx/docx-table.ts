import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { PageTable } from "../tables/page-table.ts";
import { CELL_SIZE, ROWS_GO_HERE, rowsXml } from "./rows-xml.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: "1C2733" };
/**
 * A Word table with a real head row that repeats on each page; widths in per cent, the first column the widest. The library writes it and its
 * head, and keeps a place for the rows, where `sameBytes` puts them: of hundreds of rows it would make a hundred thousand objects.
 */
export class DocxTable extends Table {
  /** The rows below the head, as XML. */
  readonly below: string;

  constructor({ heads, rows }: PageTable, widths: readonly number[] = equalWidths(heads.length)) {
    super({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: NONE },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((head, place) => headCell(head, widths[place] ?? 10)),
        }),
        new RowsBelow({ children: [] }),
      ],
    });
    this.below = rowsXml(rows, widths);
  }
}

/** The rows of the tables among these blocks. */
export const rowsOf = (blocks: readonly object[]): readonly string[] =>
  blocks.flatMap((block) => (block instanceof DocxTable ? [block.below] : []));

class RowsBelow extends TableRow {
  override prepForXml(): Record<string, object> {
    return { [ROWS_GO_HERE]: {} };
  }
}

const equalWidths = (columns: number): readonly number[] => {
  const first = 34;
  return [first, ...Array.from({ length: columns - 1 }, () => (100 - first) / (columns - 1))];
};

const headCell = (text: string, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    columnSpan: 1,
    margins: { top: 20, bottom: 20, left: 40, right: 80 },
    borders: { top: NONE, left: NONE, right: NONE, bottom: RULE },
    children: [
      new Paragraph({
        keepNext: false,
        indent: { left: 0 },
        spacing: { after: 0 },
        children: [new TextRun({ text, bold: true, size: CELL_SIZE })],
      }),
    ],
  });
