import { type Problem, placed } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { settledTimes } from "@osteon/stats";
import type { Fault } from "@osteon/words";
import { refused } from "../rows/row-fault.ts";

/** Every time that cannot be: below 0, or with a start at its end. */
export function checkTimes(
  { file, rowNumbers }: DataFile,
  time: readonly (number | null)[],
  start: readonly (number | null)[] | undefined,
  names: { readonly time: string; readonly start?: string },
  problems: Problem[],
): void {
  const refuse = (row: number, column: string, value: number, fault: Fault) =>
    problems.push(placed(fault, { file, row: rowNumbers[row] ?? row + 1, column, value: String(value) }));
  const settled = start === undefined ? { time, start: [] } : settledTimes(time, start);
  for (const [row, ends] of time.entries()) {
    if (ends !== null && ends < 0) refuse(row, names.time, ends, refused("negative-time", { of: "time" }));
    const from = start?.[row] ?? null;
    if (from === null || names.start === undefined) continue;
    if (from < 0) refuse(row, names.start, from, refused("negative-time", { of: "start" }));
    const ended = settled.time[row] ?? null;
    if (ends !== null && ended !== null && ends >= 0 && (settled.start[row] ?? from) >= ended)
      refuse(row, names.start, from, refused("starts-at-its-end", { of: from < ends ? "rounding" : "row", end: ends }));
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
      problems.push(placed(refused("zero-time"), { file, row: rowNumbers[row] ?? row + 1, column, value: "0" }));
}
