import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import type { DurationUnit } from "../rows/durations.ts";
import type { SharedAsked } from "../shared-asked.ts";

/** Which column is what in a survival analysis. */
export interface SurvivalNames
  extends Pick<SharedAsked, "factor" | "reference" | "levels" | "per" | "count" | "weights"> {
  readonly time?: string;
  /** Dates between which the time passed, instead of a column of times. */
  readonly from?: string;
  readonly to?: string;
  readonly unit?: DurationUnit;
  readonly event?: string;
  readonly start?: string;
  readonly group?: string;
  readonly covariates?: string;
  readonly strata?: string;
  readonly id?: string;
  readonly offset?: string;
  /** Only who is followed beyond this time, from it on. */
  readonly landmark?: number;
  /** The event has several causes, which are read apart. */
  readonly competing?: true;
  /** Codes of the event's column that compete with it. */
  readonly competes?: string;
}

/** An ADTTE of several parameters has several rows a subject, one for each event: they must not be pooled. */
function requireOneParameter({ columns, file }: DataFile): void {
  const parameter = columns.find(({ name }) => name === "PARAMCD");
  const codes = [...new Set<string | number | null>(parameter?.values ?? [])];
  if (codes.length > 1)
    throw new Refusal(
      "asked",
      `${file} holds several parameters; choose one with --where PARAMCD=CODE: ${codes.join(", ")}.`,
    );
}

/** The columns of time and event: those named, dates that give the time, or those of an ADTTE. */
export function timeAndEvent(data: DataFile, { time, event, from, to }: SurvivalNames) {
  if (from !== undefined && to !== undefined) {
    if (event === undefined)
      throw new Refusal("asked", "--from and --to give the time: say with --event what the event is.");
    return { time: `${from} to ${to}`, event };
  }
  const { columns, file } = data;
  const has = (name: string) => columns.some((column) => column.name === name);
  const analysis = has("AVAL") && has("CNSR");
  if (analysis && time === undefined) requireOneParameter(data);
  const named = { time: time ?? (analysis ? "AVAL" : undefined), event: event ?? (analysis ? "CNSR" : undefined) };
  if (named.time !== undefined && named.event !== undefined) return { time: named.time, event: named.event };
  const missing = named.time === undefined ? "--time" : "--event";
  const names = columns.map(({ name }) => name).join(", ");
  throw new Refusal(
    "asked",
    `${file} is no ADTTE (no AVAL and CNSR): say which column it is with ${missing}. It has: ${names}.`,
  );
}
