import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { settledTimes } from "@osteon/stats";

/** Every time that cannot be: below 0, or with a start at its end. */
export function checkTimes(
  { file, rowNumbers }: DataFile,
  time: readonly (number | null)[],
  start: readonly (number | null)[] | undefined,
  names: { readonly time: string; readonly start?: string },
  problems: Problem[],
): void {
  const refuse = (row: number, column: string, value: number, code: string, says: string, fix: string) =>
    problems.push({
      ...{ code, severity: "refused", says, fix },
      where: { file, row: rowNumbers[row] ?? row + 1, column, value: String(value) },
    });
  const settled = start === undefined ? { time, start: [] } : settledTimes(time, start);
  for (const [row, ends] of time.entries()) {
    if (ends !== null && ends < 0)
      refuse(
        row,
        names.time,
        ends,
        "negative-time",
        "Follow-up cannot be negative.",
        "Correct the dates it comes from.",
      );
    const from = start?.[row] ?? null;
    if (from === null || names.start === undefined) continue;
    if (from < 0)
      refuse(
        row,
        names.start,
        from,
        "negative-time",
        "A start cannot be negative.",
        "Count time from an earlier zero.",
      );
    const ended = settled.time[row] ?? null;
    if (ends !== null && ended !== null && ends >= 0 && (settled.start[row] ?? from) >= ended)
      refuse(
        row,
        names.start,
        from,
        "starts-at-its-end",
        from < ends
          ? `The row ends at ${ends}, which differs from its start by rounding alone: it has no length.`
          : `The row starts at or after its end, ${ends}.`,
        "Correct start or end, or delete the row.",
      );
  }
}

/** Times of 0, which have no logarithm: a model of log time cannot take them. */
export function checkLogarithms(
  { file, rowNumbers }: DataFile,
  time: readonly (number | null)[],
  column: string,
  problems: Problem[],
): void {
  for (const [row, ends] of time.entries())
    if (ends === 0)
      problems.push({
        ...{ code: "zero-time", severity: "refused" },
        where: { file, row: rowNumbers[row] ?? row + 1, column, value: "0" },
        says: "Accelerated failure time takes the logarithm of the time, and 0 has none.",
        fix: "Correct the time, count what lies within a day as half of it, or leave the rows out with --where.",
      });
}
