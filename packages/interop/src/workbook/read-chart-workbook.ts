import { CODEBOOK, nearestChoice, type Problem } from "@osteon/codebook";
import readWorkbook from "read-excel-file/node";
import { fileProblem } from "../csv/file-problem.ts";
import { parseTable } from "../csv/parse-table.ts";
import type { ReadFolder } from "../csv/read-chart-folder.ts";
import { csvLine } from "../csv/write-chart-folder.ts";

/** A sheet as it was read; numbers stay the texts of the file. */
interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

/** Reads charts from an XLSX workbook: one sheet for each table, named as the table. Its problems name the sheet as a file. */
export async function readChartWorkbook(bytes: Uint8Array): Promise<ReadFolder> {
  const sheets = await sheetsOf(bytes);
  if (sheets === undefined) {
    return {
      charts: [],
      problems: [
        fileProblem("not-a-workbook", {}, "The file is no XLSX workbook.", "Save it as .xlsx and send it again."),
      ],
    };
  }
  const parsed = CODEBOOK.flatMap((table) => {
    const sheet = sheets.find((one) => one.sheet.trim().toLowerCase() === table.name);
    if (sheet === undefined) return [];
    const width = sheet.data[0]?.length ?? 0;
    const text = sheet.data
      .map((row) => csvLine(Array.from({ length: width }, (_, place) => cellText(row[place]))))
      .join("");
    return [parseTable(Buffer.from(text), `${table.name}.csv`, table)];
  });
  const known = new Set(CODEBOOK.map(({ name }) => name));
  return {
    charts: parsed.flatMap(({ table }) => (table === undefined ? [] : [table])),
    problems: [...parsed.flatMap(({ problems }) => problems), ...strangeSheets(sheets, known)],
  };
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[] | undefined> {
  try {
    return (await readWorkbook(Buffer.from(bytes), {
      parseNumber: (text: string) => text as never,
    })) as unknown as readonly Sheet[];
  } catch {
    return undefined;
  }
}

function strangeSheets(sheets: readonly Sheet[], known: ReadonlySet<string>): readonly Problem[] {
  return sheets
    .filter(({ sheet, data }) => data.length > 0 && !known.has(sheet.trim().toLowerCase()) && !/^readme/i.test(sheet))
    .map(({ sheet }) => {
      const guess = nearestChoice(
        sheet,
        [...known].map((code) => ({ code })),
      );
      const fix = `Rename the sheet to ${guess}, or remove it. Tables: ${[...known].join(", ")}.`;
      return fileProblem("unknown-file", { file: sheet.slice(0, 60) }, "The codebook has no table of this name.", fix);
    });
}

const LONG_NUMBER = /^-?\d+\.\d{12,}$/;

/** A cell as the codebook writes it: dates as year-month-day, numbers without the noise of binary fractions. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  const text = String(cell);
  return LONG_NUMBER.test(text) || /^-?\d(\.\d+)?e[+-]?\d+$/i.test(text)
    ? String(Number(Number(text).toPrecision(15)))
    : text;
}
