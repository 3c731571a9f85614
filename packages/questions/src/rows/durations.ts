import { DAYS_PER_MONTH, DAYS_PER_YEAR, type Problem, placed } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import type { DURATION_UNITS } from "../choices.ts";
import { daysOf } from "./cells.ts";
import { columnNamed } from "./columns.ts";
import { refused } from "./row-fault.ts";
import type { ChosenRows } from "./rows-where.ts";

export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A month is 30.4375 days and a year 365.25, as everywhere in Osteon. */
export const DAYS_IN: Readonly<Record<DurationUnit, number>> = {
  days: 1,
  weeks: 7,
  months: DAYS_PER_MONTH,
  years: DAYS_PER_YEAR,
};

/** Time from one date to another in the unit asked for; a column of no dates, and an end before its start, are problems. */
export function durationsOf(
  { data, whole, kept }: ChosenRows,
  { from, to, unit }: { readonly from: string; readonly to: string; readonly unit: DurationUnit },
  problems: Problem[],
): readonly (number | null)[] {
  // What 05/06/2024 means is settled by the whole column, whatever rows are chosen.
  const [starts, ends] = [from, to].map((name) => {
    const days = datesOf(whole, name, problems);
    return kept.map((row) => days[row] ?? null);
  });
  return Array.from({ length: data.rowCount }, (_, row) => {
    const [start, end] = [starts?.[row] ?? null, ends?.[row] ?? null];
    if (start === null || end === null) return null;
    if (end >= start) return (end - start) / DAYS_IN[unit];
    const column = columnNamed(data, to);
    problems.push(
      placed(refused("negative-time", { of: "dates", from: String(columnNamed(data, from).values[row]) }), {
        file: data.file,
        row: data.rowNumbers[row] ?? row + 1,
        column: column.name,
        value: String(column.values[row]),
      }),
    );
    return null;
  });
}

/** Days of a column of dates; the first cell that is none is a problem. */
function datesOf(data: DataFile, asked: string, problems: Problem[]): readonly (number | null)[] {
  const column = columnNamed(data, asked);
  const days = daysOf(column);
  if (days !== undefined) return days;
  const present = column.values.flatMap((value, row) => (value === null ? [] : [{ value: String(value), row }]));
  const found = present.find(({ value }) => daysOf({ values: [value] }) === undefined) ?? present[0];
  problems.push(
    placed(refused("not-a-date", { found: found === undefined ? "none" : "other" }), {
      ...{ file: data.file, column: column.name },
      ...(found && { row: data.rowNumbers[found.row] ?? found.row + 1, value: found.value }),
    }),
  );
  return column.values.map(() => null);
}
