import {
  type ChartRow,
  type Charts,
  CODEBOOK,
  type FollowUpPlan,
  type Table,
  type TypedColumn,
  typedCell,
  typedColumns,
} from "@osteon/codebook";
import { csvLine } from "../csv/write-chart-folder.ts";
import { escapedLetters } from "../workbook/cell-text.ts";
import { NOTICE_SHEET } from "../workbook/notice-sheet.ts";
import { planSheets } from "../workbook/plan-sheet.ts";

/** By this mark spreadsheets know UTF-8; it stands before the header. */
const MARK = "\uFEFF";

/** The head of a typed CSV file. */
export const typedHead = (table: Table): string => MARK + csvLine(typedColumns(table).map(({ name }) => name));

/** Rows of a typed CSV file. */
export function typedRows(table: Table, rows: readonly ChartRow[]): string {
  const columns = typedColumns(table);
  return rows
    .map((cells) => csvLine(columns.map((column) => typedCell(column, cells[column.field.name] ?? ""))))
    .join("");
}

/** Before this day spreadsheets count one day too many. */
const FIRST_DAY = "1900-03-01";

/** Writes charts as a workbook whose cells are numbers, days, TRUE and FALSE, and texts, which no spreadsheet runs. */
export async function writeTypedWorkbook(charts: Charts, notice: string, plan?: FollowUpPlan): Promise<Uint8Array> {
  const sheets = CODEBOOK.map((table) => {
    const columns = typedColumns(table);
    const rows = charts.find(({ name }) => name === table.name)?.rows ?? [];
    const head = columns.map(({ name }) => ({ value: name, type: String, fontWeight: "bold" as const }));
    const data = rows.map(({ cells }) => columns.map((column) => workbookCell(column, cells[column.field.name] ?? "")));
    return { sheet: table.name, data: [head, ...data], stickyRowsCount: 1 };
  });
  const said = notice.split("\n").map((line) => [{ value: escapedLetters(line), type: String }]);
  const { default: writeWorkbook } = await import("write-excel-file/node");
  return await writeWorkbook([
    ...(notice === "" ? [] : [{ sheet: NOTICE_SHEET, data: said }]),
    ...sheets,
    ...planSheets(plan),
  ]).toBuffer();
}

function workbookCell(column: TypedColumn, cell: string) {
  const written = typedCell(column, cell);
  if (written === "") return null;
  const { kind } = column.field.type;
  const isDay =
    column.holds === "first-day" || column.holds === "last-day" || (kind === "date" && column.holds === "value");
  if (isDay && written >= FIRST_DAY)
    return { value: new Date(`${written}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  if (column.holds !== "value" || isDay) return { value: written, type: String };
  if (kind === "yes-no") return { value: written === "TRUE", type: Boolean };
  if (kind === "integer" || kind === "decimal") return { value: Number(written), type: Number };
  // A workbook runs no text; guarded all the same, since it may be saved as CSV and is read back by one rule.
  return { value: escapedLetters(written), type: String };
}
