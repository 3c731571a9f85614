import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { PageRow, PageTable } from "../tables/page-table.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: "1C2733" };
/** Half-points. */
const SIZE = 17;

/** A Word table with real head rows that repeat on each page; widths in per cent, the first column the widest. */
export function docxTable({ heads, rows }: PageTable, widths: readonly number[] = equalWidths(heads.length)): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: NONE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, place) => cell(head, widths[place] ?? 10, { bold: true, ruled: true })),
      }),
      ...rows.map((row) => tableRow(row, widths)),
    ],
  });
}

const equalWidths = (columns: number): readonly number[] => {
  const first = 34;
  return [first, ...Array.from({ length: columns - 1 }, () => (100 - first) / (columns - 1))];
};

function tableRow({ label, level = 0, cells }: PageRow, widths: readonly number[]): TableRow {
  if (cells.length === 0) {
    return new TableRow({
      cantSplit: true,
      children: [cell(label, 100, { bold: true, span: widths.length, keep: true })],
    });
  }
  return new TableRow({
    cantSplit: true,
    children: [
      cell(label, widths[0] ?? 10, { indent: level }),
      ...cells.map(({ text }, place) => cell(text, widths[place + 1] ?? 10, {})),
    ],
  });
}

interface CellStyle {
  readonly bold?: boolean;
  readonly ruled?: boolean;
  readonly indent?: number;
  readonly span?: number;
  /** On one page with the row that follows. */
  readonly keep?: boolean;
}

function cell(
  text: string,
  width: number,
  { bold = false, ruled = false, indent = 0, span = 1, keep = false }: CellStyle,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    columnSpan: span,
    margins: { top: 20, bottom: 20, left: 40, right: 80 },
    borders: { top: NONE, left: NONE, right: NONE, bottom: ruled ? RULE : NONE },
    children: [
      new Paragraph({
        keepNext: keep,
        indent: { left: indent * 160 },
        spacing: { after: 0 },
        children: [new TextRun({ text, bold, size: SIZE })],
      }),
    ],
  });
}
