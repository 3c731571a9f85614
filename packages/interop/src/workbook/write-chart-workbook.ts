import { type Charts, CODEBOOK, type FollowUpPlan } from "@osteon/codebook";
import { escapedLetters } from "./cell-text.ts";
import { NOTICE_SHEET } from "./notice-sheet.ts";
import { planSheets } from "./plan-sheet.ts";

/**
 * Writes charts as an XLSX workbook: a sheet for each table, every cell a text, so that no spreadsheet turns `2009-05` into a day;
 * and what must be said of them on a sheet of its own, the first; a follow-up plan on the last.
 */
export async function writeChartWorkbook(charts: Charts, notice = "", plan?: FollowUpPlan): Promise<Uint8Array> {
  const sheets = CODEBOOK.map(({ name, fields }) => {
    const rows = charts.find((chart) => chart.name === name)?.rows ?? [];
    const header = fields.map((field) => ({ value: field.name, type: String, fontWeight: "bold" as const }));
    const data = rows.map(({ cells }) => fields.map((field) => textCell(cells[field.name] ?? "")));
    return { sheet: name, data: [header, ...data], stickyRowsCount: 1 };
  });
  const said = notice.split("\n").map((line) => [{ value: escapedLetters(line), type: String }]);
  const { default: writeWorkbook } = await import("write-excel-file/node");
  return await writeWorkbook([
    ...(notice === "" ? [] : [{ sheet: NOTICE_SHEET, data: said }]),
    ...sheets,
    ...planSheets(plan),
  ]).toBuffer();
}

const textCell = (value: string) => (value === "" ? null : { value: escapedLetters(value), type: String });
