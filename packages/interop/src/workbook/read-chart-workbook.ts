import { CODEBOOK, type Codebook, type Problem, placed, SHIPPED, slipOf, type Table } from "@osteon/codebook";
import { refused } from "../csv/file-problem.ts";
import { readBeside, TABLES_BESIDE } from "../csv/read-beside.ts";
import { type ReadFolder, versionOfCharts } from "../csv/read-chart-folder.ts";
import { readRecords } from "../csv/read-records.ts";
import { damagedArchive } from "../zip/damaged-archive.ts";
import { asShown } from "./as-shown.ts";
import { Damaged } from "./damaged.ts";
import { NOTICE_SHEET } from "./notice-sheet.ts";
import { Oversized } from "./oversized.ts";
import { type SheetRows, sheetRows } from "./sheet-rows.ts";
import { workbookFrame } from "./workbook-frame.ts";
import { partsOf } from "./workbook-parts.ts";
import type { XmlEvents } from "./xml-events.ts";

/** Bytes of the sheets and texts, unpacked: more than 20,000 charts. */
const LARGEST_UNPACKED = 120_000_000;
/** Sheets that are no table are named, and only so many looked into. */
const STRANGE_SHEETS = 20;

const SHEETS = [...CODEBOOK, ...TABLES_BESIDE];
const TABLES: ReadonlySet<string> = new Set(SHEETS.map(({ name }) => name));
const tableOf = (sheet: string): string => sheet.trim().toLowerCase();

interface Sheets {
  readonly tables: ReadonlyMap<string, SheetRows>;
  readonly notice: SheetRows;
  readonly problems: readonly Problem[];
}

/** Reads charts from an XLSX workbook: one sheet for each table, named as the table. Its problems name the sheet as a file. */
export async function readChartWorkbook(bytes: Uint8Array, into?: Codebook): Promise<ReadFolder> {
  const sheets = sheetsOf(bytes);
  if ("code" in sheets) return { charts: [], version: 1, book: SHIPPED, problems: [sheets] };
  const read = (table: Table) => {
    const sheet = sheets.tables.get(table.name);
    if (sheet === undefined) return undefined;
    const file = `${table.name}.csv`;
    const records = sheet.rows.map(({ row, cells }) => ({ row, cells, broken: false }));
    const { table: chart, problems } = readRecords(records, file, table);
    const shown = chart && asShown(chart, sheet, table);
    return { chart: shown?.chart, problems: [...problems, ...(shown?.problems ?? []), ...strayCells(file, sheet)] };
  };
  const { plan, book, problems } = await readBeside(async (table) => {
    const stated = read(table);
    return stated && { ...(stated.chart && { table: stated.chart }), problems: stated.problems };
  }, into);
  const parsed = book.tables.flatMap((table) => read(table) ?? []);
  const notice = sheets.notice.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== "")).join("\n");
  const charts = parsed.flatMap(({ chart }) => (chart === undefined ? [] : [chart]));
  return {
    ...(notice === "" ? {} : { notice }),
    ...(plan === undefined ? {} : { plan }),
    charts,
    version: versionOfCharts(charts, 1),
    book,
    problems: [...parsed.flatMap((one) => one.problems), ...problems, ...sheets.problems],
  };
}

function sheetsOf(bytes: Uint8Array): Sheets | Problem {
  try {
    const read = partsOf(bytes, LARGEST_UNPACKED);
    const frame = workbookFrame(read);
    const tables = new Map<string, SheetRows>();
    const events = new Map<string, XmlEvents>();
    const problems: Problem[] = [];
    const notice: SheetRows = { rows: [], strays: [], merged: [] };
    const strange = frame.sheets.filter(
      ({ name }) => !TABLES.has(tableOf(name)) && tableOf(name) !== NOTICE_SHEET && !/^readme/i.test(name),
    );
    for (const { name, part } of frame.sheets) {
      const table = tableOf(name);
      if (table === NOTICE_SHEET) events.set(part, sheetRows(frame, notice));
      if (!TABLES.has(table)) continue;
      if (tables.has(table) || events.has(part)) {
        problems.push(repeatedSheet(name));
        continue;
      }
      const rows: SheetRows = { rows: [], strays: [], merged: [] };
      tables.set(table, rows);
      events.set(part, sheetRows(frame, rows));
    }
    const looked = strange.slice(0, STRANGE_SHEETS).map(({ name, part }) => {
      const content = { any: false };
      if (!events.has(part)) events.set(part, noticing(content));
      return { name, content };
    });
    const there = read(events);
    const lost = frame.sheets.find(({ part }) => events.has(part) && !there.has(part));
    if (lost !== undefined) throw new Damaged("lacks", lost.part);
    problems.push(...looked.filter(({ content }) => content.any).map(({ name }) => strangeSheet(name, tables)));
    return { tables, notice, problems };
  } catch (error) {
    if (error instanceof Oversized) return tooLarge();
    if (error instanceof Damaged) return damagedArchive(error.damage, error.part);
    return placed(refused("not-a-workbook"), {});
  }
}

/** Notices whether any cell of a sheet says something. */
const noticing = (content: { any: boolean }): XmlEvents => ({
  open: (element) => {
    if (/^(v|t|f)$/.test(element)) content.any = true;
  },
});

const tooLarge = (): Problem => placed(refused("file-too-large-to-read", { of: "workbook" }), {});

const strayCells = (file: string, { strays }: SheetRows): readonly Problem[] =>
  strays.map((place) => placed(refused("stray-cell", { place }), { file, column: place }));

const repeatedSheet = (sheet: string): Problem => placed(refused("repeated-sheet"), { file: sheet.slice(0, 60) });

function strangeSheet(sheet: string, there: Sheets["tables"]): Problem {
  const guess = slipOf(
    sheet.slice(0, 60),
    [...TABLES].filter((code) => !there.has(code)).map((code) => ({ code })),
  );
  return placed(refused("unknown-file", { of: "workbook", guess, known: [...TABLES] }), { file: sheet.slice(0, 60) });
}
