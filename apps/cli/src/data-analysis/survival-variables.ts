import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { EXIT, Stop } from "@osteon/run";
import { type Covariate, settledTimes } from "@osteon/stats";
import type { Factor } from "../data-options/factors.ts";
import { countsOf } from "../data-options/row-weights.ts";
import { termsOf } from "../data-options/terms.ts";
import { columnList } from "./column-list.ts";
import { columnNamed, groupValues, missingNotes, namesOf, numbersOf } from "./columns.ts";
import { eventsOf } from "./event-codes.ts";
import { requireFew } from "./group-columns.ts";
import type { ChosenRows } from "./rows-where.ts";

/** Which column is what. */
export interface SurvivalNames {
  readonly time?: string;
  readonly event?: string;
  readonly start?: string;
  readonly group?: string;
  readonly covariates?: string;
  readonly strata?: string;
  readonly id?: string;
  /** Columns of codes to be taken for factors. */
  readonly factor?: string;
  /** `COLUMN=LEVEL`: what the others of a factor are compared with. */
  readonly reference?: readonly string[];
  /** How many subjects a row stands for. */
  readonly count?: string;
  /** `COLUMN=SIZE`: ratios per so much of it. */
  readonly per?: string;
  /** The event has several causes, which are read apart. */
  readonly competing?: true;
}

/** The columns of a survival analysis, one place for each row of the file. */
export interface SurvivalVariables {
  readonly time: readonly (number | null)[];
  readonly event: readonly (0 | 1 | null)[];
  readonly start: readonly (number | null)[] | undefined;
  /** Subjects that each row stands for; one where it is undefined. */
  readonly count: readonly number[] | undefined;
  readonly group: readonly (string | number | null)[] | undefined;
  readonly stratum: readonly (string | null)[] | undefined;
  readonly id: readonly (string | null)[] | undefined;
  readonly covariates: readonly Covariate[];
  readonly factors: readonly Factor[];
  /** What they are called in the file. */
  readonly names: Readonly<Record<"time" | "event", string>> & Readonly<Record<"group" | "id", string | undefined>>;
  readonly notes: readonly string[];
}

/** Reads the columns named; ADTTE of CDISC needs no names. Every value that cannot be is among the problems. */
export function survivalVariables(rows: ChosenRows, asked: SurvivalNames, problems: Problem[]): SurvivalVariables {
  const { data, whole } = rows;
  const names = { ...asked, ...timeAndEvent(data, asked) };
  if (names.group !== undefined) requireFew(whole, names.group);
  const terms = termsOf(rows, names.covariates, asked, problems);
  const coded = names.competing
    ? { event: [], name: names.event, notes: [] }
    : eventsOf(rows, names.event, names.event === "CNSR" && asked.event === undefined, problems);
  const time = numbersOf(data, names.time, problems);
  const start = names.start === undefined ? undefined : numbersOf(data, names.start, problems);
  checkTimes(data, time, start, names, problems);
  const strata = columnList(data, names.strata);
  return {
    time,
    event: coded.event,
    start,
    count: names.count === undefined ? undefined : countsOf(data, columnNamed(data, names.count).name, problems),
    group: names.group === undefined ? undefined : groupValues(data, names.group),
    stratum: strata.length === 0 ? undefined : strataOf(data, strata),
    id: names.id === undefined ? undefined : namesOf(data, names.id),
    covariates: terms.covariates,
    factors: terms.factors,
    names: { time: names.time, event: coded.name, group: names.group, id: names.id },
    notes: [
      ...coded.notes,
      ...missingNotes(data, [names.time, ...(names.start ? [names.start] : []), ...terms.columns]),
      ...rows.notes,
      ...terms.notes,
    ],
  };
}

/** An ADTTE of several parameters has several rows a subject, one for each event: they must not be pooled. */
function requireOneParameter({ columns, file }: DataFile): void {
  const parameter = columns.find(({ name }) => name === "PARAMCD");
  const codes = [...new Set<string | number | null>(parameter?.values ?? [])];
  if (codes.length > 1)
    throw new Stop(
      EXIT.usage,
      `${file} holds several parameters; choose one with --where PARAMCD=CODE: ${codes.join(", ")}.`,
    );
}

function timeAndEvent(data: DataFile, { time, event }: SurvivalNames) {
  const { columns, file } = data;
  const has = (name: string) => columns.some((column) => column.name === name);
  const analysis = has("AVAL") && has("CNSR");
  if (analysis && time === undefined) requireOneParameter(data);
  const named = { time: time ?? (analysis ? "AVAL" : undefined), event: event ?? (analysis ? "CNSR" : undefined) };
  if (named.time !== undefined && named.event !== undefined) return { time: named.time, event: named.event };
  const missing = named.time === undefined ? "--time" : "--event";
  const names = columns.map(({ name }) => name).join(", ");
  throw new Stop(
    EXIT.usage,
    `${file} is no ADTTE (no AVAL and CNSR): say which column it is with ${missing}. It has: ${names}.`,
  );
}

/** One stratum for each combination of values, whatever stands in them. */
function strataOf(data: DataFile, names: readonly string[]): readonly (string | null)[] {
  const columns = names.map((name) => namesOf(data, name));
  return Array.from({ length: data.rowCount }, (_, row) => {
    const parts = columns.map((column) => column[row] ?? null);
    return parts.includes(null) ? null : JSON.stringify(parts);
  });
}

function checkTimes(
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
