import {
  type ChartTable,
  FILE_NOTATION,
  type Field,
  type PlacedRow,
  type Problem,
  placed,
  readingsOf,
  type Table,
  WRITTEN,
} from "@osteon/codebook";
import type { Fault } from "@osteon/words";
import { refused } from "../csv/file-problem.ts";
import { readHeader } from "../csv/read-header.ts";
import { MOST_PROBLEMS, moreProblems } from "../csv/read-records.ts";
import type { CellMark } from "./cell-text.ts";
import { mergedCells } from "./merged-cells.ts";
import { shownName } from "./number-format.ts";
import type { SheetRows } from "./sheet-rows.ts";

/** A cell as the sheet shows it, or why that cannot be told. */
type Meant = { readonly cell: string } | { readonly fault: Fault };

/**
 * A table of a workbook with its cells as the sheet shows them: per cent, months, names with zeros before them. What cannot
 * be told, such as an error or a formula without its result, is a problem of that cell and never a blank.
 */
export function asShown(
  chart: ChartTable,
  sheet: SheetRows,
  book: Table,
): { readonly chart: ChartTable; readonly problems: readonly Problem[] } {
  const places = readHeader(chart.file, sheet.rows[0]?.cells ?? [], book)?.columns ?? [];
  const fields = new Map(book.fields.map((field) => [field.name, field]));
  const merged = mergedCells(chart.file, sheet, places);
  const problems: Problem[] = [...merged.problems];
  const rows = chart.rows.map((row, index) => {
    const { marks, cells: raw = [] } = sheet.rows[index + 1] ?? {};
    if ((marks === undefined || marks.size === 0) && sheet.merged.length === 0) return row;
    const cells: Record<string, string> = { ...row.cells };
    const unread = [...merged.unreadAt(row.row)];
    const certain: string[] = [];
    for (const [name, place] of marks?.size ? places : []) {
      const field = fields.get(name);
      const mark = marks?.get(place);
      if (field === undefined || mark === undefined || unread.includes(name)) continue;
      const text = raw[place] ?? "";
      const meant = meantBy(field, text, mark, row);
      if ("cell" in meant) {
        cells[name] = meant.cell;
        if (isReadOtherwise(field, meant.cell)) certain.push(name);
      } else {
        unread.push(name);
        problems.push(placed(meant.fault, { file: chart.file, row: row.row, column: name, value: text }));
      }
    }
    return {
      ...row,
      cells,
      ...(unread.length > 0 ? { unread } : {}),
      ...(certain.length > 0 ? { certain } : {}),
    };
  });
  const told = problems.slice(0, MOST_PROBLEMS).sort((one, other) => (one.where.row ?? 0) - (other.where.row ?? 0));
  const last = told.at(-1)?.where.row ?? 0;
  return {
    chart: { ...chart, rows },
    problems: problems.length > told.length ? [...told, moreProblems(chart.file, last)] : told,
  };
}

/** Whether some notation of texts would make another number of it: 1.234 where commas are decimal. */
const isReadOtherwise = (field: Field, cell: string): boolean =>
  WRITTEN.some((written) => readingsOf(field, cell, FILE_NOTATION[written]).some((reading) => reading !== cell));

function meantBy(field: Field, text: string, mark: CellMark, row: PlacedRow): Meant {
  const { kind } = field.type;
  switch (mark.is) {
    case "error":
      return { fault: refused("error-cell", { error: text }) };
    case "formula":
      return { fault: refused("formula-without-value", { formula: text }) };
    case "truth":
      return { cell: kind !== "yes-no" ? text : text === "TRUE" ? "yes" : "no" };
    case "date":
      return dateMeant(field, text, mark);
    case "number":
      if (kind !== "integer" && kind !== "decimal" && kind !== "date" && kind !== "partial-date")
        return nameMeant(text, mark);
      return mark.format.shows === "percent" ? percentMeant(field, text, row) : { cell: text };
  }
}

/** As much of the date as the cell shows: who typed 2009-05 gets no day. */
function dateMeant({ type }: Field, text: string, { format }: CellMark & { is: "date" }): Meant {
  if (type.kind !== "date" && type.kind !== "partial-date") return { fault: refused("date-for-text", { day: text }) };
  switch (format.shows) {
    case "month":
      return { cell: text.slice(0, 7) };
    case "year":
      return { cell: text.slice(0, 4) };
    case "part-of-date":
      return { fault: refused("part-of-date") };
    default:
      return { cell: text };
  }
}

function nameMeant(text: string, { format }: CellMark & { is: "number" }): Meant {
  const shown = shownName(text, format);
  return shown === undefined ? { fault: refused("unsure-name", { format: format.code }) } : { cell: shown };
}

/** 45 where the row says that its unit is per cent; elsewhere nobody knows whether 45 or 0.45 is meant. */
function percentMeant({ unit }: Field, text: string, { cells }: PlacedRow): Meant {
  const shown = hundredfold(text);
  if ((unit ?? cells.unit?.trim()) !== "%")
    return { fault: refused("percent-cell", { shown, hasUnit: "unit" in cells }) };
  return { cell: shown };
}

const hundredfold = (number: string): string => String(Number((Number(number) * 100).toPrecision(15)));
