import { strToU8, zipSync } from "fflate";

/** A cell: a text, or what a spreadsheet makes of something else. */
export type SmallCell =
  | string
  | { readonly number: number | string; readonly format?: string | number }
  /** A formula, with its result where the program calculated it. */
  | { readonly formula: string; readonly value?: string; readonly type?: string }
  | { readonly error: string }
  /** A text in the cell, and a value beside it, as some writers leave both. */
  | { readonly inline: string; readonly value: string }
  | { readonly truth: boolean };

/** A sheet: rows of cells, the header first. */
export interface SmallSheet {
  readonly name: string;
  readonly rows: readonly (readonly SmallCell[])[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What Excel for Mac adds for itself. */
const MORE = `<extLst><ext uri="{79F54976-1DA5-4618-B147-4CDE4B953A38}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:workbookPr defaultImageDpi="32767"/></ext></extLst>`;

/** An XLSX workbook, written letter by letter, so that it holds what no library would write. */
export function smallWorkbook(sheets: readonly SmallSheet[], { from1904 = false } = {}): Uint8Array {
  const formats: (string | number)[] = [];
  const parts = sheets.map(({ rows, merged = [] }) => {
    const lines = rows.map((cells, row) => {
      const written = cells.map((cell, column) => cellXml(cell, `${letter(column)}${row + 1}`, formats));
      return `<row r="${row + 1}">${written.join("")}</row>`;
    });
    const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join("");
    return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData><mergeCells>${areas}</mergeCells></worksheet>`;
  });
  const named = sheets.map(
    ({ name, hidden }, place) =>
      `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="s${place}"${hidden ? ' state="hidden"' : ""}/>`,
  );
  const relations = sheets.map(
    (_, place) => `<Relationship Id="s${place}" Type="${OFFICE}/worksheet" Target="worksheets/s${place}.xml"/>`,
  );
  return zipSync(
    Object.fromEntries(
      Object.entries({
        "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="w" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904}"/><sheets>${named.join("")}</sheets>${MORE}</workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${relations.join("")}<Relationship Id="f" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
        ...Object.fromEntries(parts.map((xml, place) => [`xl/worksheets/s${place}.xml`, xml])),
        "xl/styles.xml": stylesXml(formats),
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}

function cellXml(cell: SmallCell, name: string, formats: (string | number)[]): string {
  if (cell === "") return "";
  if (typeof cell === "string") return `<c r="${name}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ("error" in cell) return `<c r="${name}" t="e"><f>A1/0</f><v>${cell.error}</v></c>`;
  if ("inline" in cell)
    return `<c r="${name}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is><v>${escaped(cell.value)}</v></c>`;
  if ("truth" in cell) return `<c r="${name}" t="b"><v>${cell.truth ? 1 : 0}</v></c>`;
  if ("formula" in cell) {
    const type = cell.type === undefined ? "" : ` t="${cell.type}"`;
    return `<c r="${name}"${type}><f>${escaped(cell.formula)}</f>${cell.value === undefined ? "" : `<v>${cell.value}</v>`}</c>`;
  }
  if (cell.format === undefined) return `<c r="${name}"><v>${cell.number}</v></c>`;
  if (!formats.includes(cell.format)) formats.push(cell.format);
  return `<c r="${name}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.number}</v></c>`;
}

/** Formats by number are those that spreadsheets know, others have a code of their own. */
function stylesXml(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, place) => (typeof format === "number" ? format : 164 + place));
  const codes = formats.flatMap((format, place) =>
    typeof format === "number" ? [] : [`<numFmt numFmtId="${164 + place}" formatCode="${escaped(format)}"/>`],
  );
  const styles = [0, ...ids].map((id) => `<xf numFmtId="${id}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
}

const letter = (column: number): string =>
  (column < 26 ? "" : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
