import type { Chart } from "@osteon/api";
import { missingReasonOf, type Table } from "@osteon/codebook";
import { byDay, DAY_FIELDS, rowsOf } from "../patient/chart-rows.ts";

/** The row that a value was in, and its day. */
export interface ValueBefore {
  readonly cells: Readonly<Record<string, string>>;
  readonly on: string;
}

interface Row {
  readonly key: string | undefined;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Of a field the last value that counts: in the latest complete row of the same kind before the day of this one. A draft is
 * nobody's last word, and a reason why there was none is no value.
 */
export function valueBefore(table: Table, chart: Chart | undefined, { key, cells }: Row) {
  const day = DAY_FIELDS[table.name] ?? "";
  const like = table.name === "laboratory" ? "analyte" : undefined;
  const isRepeated = table.name === "visit" || table.name === "laboratory";
  const own = cells[day] ?? "";
  const earlier = (isRepeated && chart !== undefined ? byDay(rowsOf(chart, table.name)) : []).filter(
    (one) =>
      one.status === "complete" &&
      one.key !== key &&
      (own === "" || (one.cells[day] ?? "") < own) &&
      (like === undefined || one.cells[like] === cells[like]),
  );
  return (field: string): ValueBefore | undefined => {
    if (field === day || field === like || field === "visit") return undefined;
    const found = earlier.findLast((one) => missingReasonOf(one.cells[field] ?? "") === undefined);
    return found === undefined ? undefined : { cells: found.cells, on: found.cells[day] ?? "" };
  };
}
