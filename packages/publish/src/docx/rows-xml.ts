import { escapeText } from "../svg/markup.ts";
import type { PageRow } from "../tables/page-table.ts";

/** The element that keeps the place of rows in the XML of a table. */
export const ROWS_GO_HERE = "osteon:rows";

/** Of the letters of a cell, in half-points. */
export const CELL_SIZE = 17;

interface CellStyle {
  readonly bold?: boolean;
  readonly indent?: number;
  readonly span?: number;
  /** On one page with the row that follows. */
  readonly keep?: boolean;
}

/** Rows of a Word table (`w:tr`), as the library `docx` would write them. */
export const rowsXml = (rows: readonly PageRow[], widths: readonly number[]): string =>
  rows.map((row) => rowXml(row, widths)).join("");

function rowXml({ label, level = 0, cells }: PageRow, widths: readonly number[]): string {
  const inside =
    cells.length === 0
      ? cellXml(label, 100, { bold: true, span: widths.length, keep: true })
      : cellXml(label, widths[0] ?? 10, { indent: level }) +
        cells.map(({ text }, place) => cellXml(text, widths[place + 1] ?? 10, {})).join("");
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${inside}</w:tr>`;
}

const sides = (side: (name: string) => string): string => ["top", "left", "bottom", "right"].map(side).join("");
const NO_BORDERS = sides((side) => `<w:${side} w:val="none" w:color="auto" w:sz="0"/>`);
const MARGIN: Readonly<Record<string, number>> = { top: 20, left: 40, bottom: 20, right: 80 };
const MARGINS = sides((side) => `<w:${side} w:type="dxa" w:w="${MARGIN[side]}"/>`);

/** Widths are in per cent; Word counts fiftieths of one. */
function cellXml(text: string, width: number, { bold = false, indent = 0, span = 1, keep = false }: CellStyle): string {
  const cell = `<w:tcW w:type="pct" w:w="${Math.round(width * 50)}"/><w:gridSpan w:val="${span}"/><w:tcBorders>${NO_BORDERS}</w:tcBorders><w:tcMar>${MARGINS}</w:tcMar>`;
  const paragraph = `${onOff("keepNext", keep)}<w:spacing w:after="0"/><w:ind w:left="${indent * 160}"/>`;
  const run = `${onOff("b", bold)}${onOff("bCs", bold)}<w:sz w:val="${CELL_SIZE}"/><w:szCs w:val="${CELL_SIZE}"/>`;
  return `<w:tc><w:tcPr>${cell}</w:tcPr><w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p></w:tc>`;
}

const onOff = (name: string, on: boolean): string => (on ? `<w:${name}/>` : `<w:${name} w:val="false"/>`);

/** XML 1.0 has no control characters of ASCII but tab and line ends. */
const CONTROL = /[^\P{Cc}\t\n\r\u007F-\u009F]/gu;

const xmlText = (text: string): string => escapeText(text.replaceAll(CONTROL, "")).replaceAll("'", "&apos;");
