import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { type Covariate, dummies, levelsOf } from "@osteon/stats";
import { EXIT, Stop } from "../exit-code.ts";
import { columnNamed, covariateOf, numbersOf, textsOf } from "./columns.ts";
import { eventsOf } from "./event-codes.ts";

/** Which column is what. */
export interface SurvivalNames {
  readonly time?: string;
  readonly event?: string;
  readonly start?: string;
  readonly group?: string;
  readonly covariates?: string;
  readonly strata?: string;
  readonly id?: string;
  /** The event has several causes, which are read apart. */
  readonly competing?: true;
}

/** A factor and its levels, the reference first. */
export interface Factor {
  readonly name: string;
  readonly levels: readonly string[];
}

/** The columns of a survival analysis, one place for each row of the file. */
export interface SurvivalVariables {
  readonly time: readonly (number | null)[];
  readonly event: readonly (0 | 1 | null)[];
  readonly start: readonly (number | null)[] | undefined;
  readonly group: readonly (string | number | null)[] | undefined;
  readonly stratum: readonly (string | null)[] | undefined;
  readonly id: readonly (string | null)[] | undefined;
  readonly covariates: readonly Covariate[];
  readonly factors: readonly Factor[];
  /** What they are called in the file. */
  readonly names: { readonly time: string; readonly event: string; readonly group: string | undefined };
  readonly notes: readonly string[];
}

/** Reads the columns named; ADTTE of CDISC needs no names. Every value that cannot be is among the problems. */
export function survivalVariables(data: DataFile, asked: SurvivalNames, problems: Problem[]): SurvivalVariables {
  const names = { ...asked, ...timeAndEvent(data, asked) };
  const coded = asked.competing
    ? { event: [], name: names.event, notes: [] }
    : eventsOf(data, names.event, names.event === "CNSR" && asked.event === undefined, problems);
  const time = numbersOf(data, names.time, problems);
  const start = names.start === undefined ? undefined : numbersOf(data, names.start, problems);
  checkTimes(data, time, start, names, problems);
  const terms = splitNames(names.covariates).map((name) => covariateOf(data, name, problems));
  const factors = terms.flatMap(({ name, kind, values }) =>
    kind === "text" ? [{ name, levels: levelsOf(values as readonly (string | null)[]) }] : [],
  );
  return {
    time,
    event: coded.event,
    start,
    group: names.group === undefined ? undefined : columnNamed(data, names.group).values,
    stratum: splitNames(names.strata).length === 0 ? undefined : strataOf(data, splitNames(names.strata)),
    id: names.id === undefined ? undefined : textsOf(data, names.id),
    covariates: terms.flatMap((term): readonly Covariate[] =>
      term.kind === "number" ? [{ name: term.name, values: term.values }] : dummies(term.name, term.values),
    ),
    factors,
    names: { time: names.time, event: coded.name, group: names.group },
    notes: [...coded.notes, ...factors.map(({ name, levels }) => `${name}: reference level ${levels[0] ?? "none"}.`)],
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

export const splitNames = (list: string | undefined): readonly string[] =>
  (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** One stratum for each combination of values. */
function strataOf(data: DataFile, names: readonly string[]): readonly (string | null)[] {
  const columns = names.map((name) => textsOf(data, name));
  return Array.from({ length: data.rowCount }, (_, row) => {
    const parts = columns.map((column) => column[row] ?? null);
    return parts.includes(null) ? null : parts.join(", ");
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
    if (ends !== null && ends >= 0 && from >= ends)
      refuse(
        row,
        names.start,
        from,
        "starts-at-its-end",
        `The row starts at or after its end, ${ends}.`,
        "Correct start or end, or delete the row.",
      );
  }
}
