import type { ChartTable } from "./charts.ts";
import { isoReadings } from "./check/iso-readings.ts";
import { tableNamed } from "./codebook.ts";
import type { Field } from "./field.ts";
import { missingReasonOf } from "./missing-reason.ts";
import { parsePartialDate } from "./partial-date.ts";

/**
 * How a file writes dates and numbers: as the codebook does; day first with a decimal comma (12.05.2024, 12/05/2024, 4,5);
 * or month first (05/12/2024). Points between day, month and year always mean the day first.
 */
export const WRITTEN = ["codebook", "day-first", "month-first"] as const;
export type Written = (typeof WRITTEN)[number];

/** A table with its dates and numbers as the codebook writes them. What can be read in more than one way stays, to be asked about. */
export function asWritten(chart: ChartTable, written: Written): ChartTable {
  if (written === "codebook") return chart;
  const fields = tableNamed(chart.name).fields.filter(({ type }) => KINDS.has(type.kind));
  const rows = chart.rows.map((row) => {
    const read = fields.flatMap((field) => {
      const cell = row.cells[field.name];
      return cell === undefined ? [] : [[field.name, cellAsWritten(field, cell, written)]];
    });
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(read) } };
  });
  return { ...chart, rows };
}

const KINDS: ReadonlySet<string> = new Set(["date", "partial-date", "integer", "decimal"]);

/** One cell; what is no date or number in this writing stays as it is, for the checks to speak of. */
export function cellAsWritten({ type }: Field, cell: string, written: Written): string {
  const text = cell.trim();
  if (written === "codebook" || text === "" || missingReasonOf(text) !== undefined) return cell;
  if (type.kind === "date" || type.kind === "partial-date") return dateAsWritten(text, written) ?? cell;
  if ((type.kind === "integer" || type.kind === "decimal") && written === "day-first")
    return numberAsWritten(text) ?? cell;
  return cell;
}

const STROKES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

function dateAsWritten(text: string, written: Written): string | undefined {
  const strokes = STROKES.exec(text);
  if (strokes === null) {
    const [only, ...others] = isoReadings(text);
    return others.length === 0 ? only : undefined;
  }
  const [, first = "", second = "", year = ""] = strokes;
  const [day, month] = written === "day-first" ? [first, second] : [second, first];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parsePartialDate(iso) === undefined ? undefined : iso;
}

/** `4,5` and `1.234,5`; three digits behind a comma alone may be thousands. */
function numberAsWritten(text: string): string | undefined {
  if (/^[-−]?\d+,(?:\d{1,2}|\d{4,})$/.test(text)) return text.replace("−", "-").replace(",", ".");
  if (/^[-−]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replace("−", "-").replaceAll(".", "").replace(",", ".");
  return undefined;
}
