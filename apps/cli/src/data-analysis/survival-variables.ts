import type { Problem } from "@osteon/codebook";
import type { DataColumn, DataFile } from "@osteon/interop";
import { EXIT, Stop } from "@osteon/run";
import { type Covariate, dummies, levelsOf, settledTimes } from "@osteon/stats";
import { columnList } from "./column-list.ts";
import { columnNamed, covariateOf, groupValues, missingNotes, namesOf, numbersOf } from "./columns.ts";
import { eventsOf } from "./event-codes.ts";
import { requireFew } from "./group-columns.ts";
import { type ChosenRows, splitCondition } from "./rows-where.ts";

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
  const listed = columnList(data, names.covariates);
  const factor = columnList(data, names.factor).map((name) => columnNamed(data, name).name);
  const terms = listed.map((name) => covariateOf(data, name, problems, factor));
  for (const { name, kind } of terms) if (kind === "text") requireFew(whole, name);
  for (const name of factor)
    if (!terms.some((term) => term.name === name))
      throw new Stop(EXIT.usage, `--factor ${name}: it is not among the --covariates.`);
  const coded = names.competing
    ? { event: [], name: names.event, notes: [] }
    : eventsOf(rows, names.event, names.event === "CNSR" && asked.event === undefined, problems);
  const time = numbersOf(data, names.time, problems);
  const start = names.start === undefined ? undefined : numbersOf(data, names.start, problems);
  checkTimes(data, time, start, names, problems);
  const per = sizesOf(data, names.per, terms);
  const factors = factorsOf(data, terms, asked.reference ?? []);
  const strata = columnList(data, names.strata);
  return {
    time,
    event: coded.event,
    start,
    count: names.count === undefined ? undefined : countsOf(data, columnNamed(data, names.count).name, problems),
    group: names.group === undefined ? undefined : groupValues(data, names.group),
    stratum: strata.length === 0 ? undefined : strataOf(data, strata),
    id: names.id === undefined ? undefined : namesOf(data, names.id),
    covariates: terms.flatMap((term) =>
      term.kind === "number" ? scaled(term, per) : dummies(term.name, term.values, levelsIn(factors, term.name)),
    ),
    factors,
    names: { time: names.time, event: coded.name, group: names.group, id: names.id },
    notes: [
      ...coded.notes,
      ...missingNotes(data, [names.time, ...(names.start ? [names.start] : []), ...listed]),
      ...factors.map(({ name, levels }) => `${name}: reference level ${levels[0] ?? "none"}.`),
    ],
  };
}

/** Factors with their levels in code-point order, codes in that of numbers; the reference first, where one is asked for. */
function factorsOf(data: DataFile, terms: readonly DataColumn[], references: readonly string[]): readonly Factor[] {
  const asked = references.map((text) => splitCondition(data, text, "--reference"));
  const wanted = new Map(asked.map(({ name, value }) => [columnNamed(data, name).name, value]));
  const factors = terms.flatMap(({ name, kind, values }): readonly Factor[] => {
    if (kind !== "text") return [];
    const found = levelsOf(values as readonly (string | null)[]);
    const levels = found.every((level) => /^\d+$/.test(level))
      ? [...found].sort((a, b) => Number(a) - Number(b))
      : found;
    const reference = wanted.get(name);
    if (reference === undefined) return [{ name, levels }];
    if (!levels.includes(reference))
      throw new Stop(EXIT.usage, `--reference ${name}=${reference}: ${name} has ${levels.join(", ")}.`);
    return [{ name, levels: [reference, ...levels.filter((level) => level !== reference)] }];
  });
  for (const name of wanted.keys())
    if (!factors.some((factor) => factor.name === name))
      throw new Stop(
        EXIT.usage,
        `--reference ${name}: it is no factor among the --covariates; --factor makes codes one.`,
      );
  return factors;
}

const levelsIn = (factors: readonly Factor[], name: string): readonly string[] =>
  factors.find((factor) => factor.name === name)?.levels ?? [];

/** Whole numbers of subjects; anything else is a problem at its row. */
function countsOf(data: DataFile, name: string, problems: Problem[]): readonly number[] {
  return numbersOf(data, name, problems).map((count, row) => {
    if (count !== null && Number.isSafeInteger(count) && count >= 0) return count;
    problems.push({
      code: "not-a-count",
      severity: "refused",
      where: { file: data.file, row: data.rowNumbers[row] ?? row + 1, column: name, value: String(count ?? "") },
      says: "A row stands for a whole number of subjects, from 0.",
      fix: "Write how many; delete the row where it is not known.",
    });
    return 0;
  });
}

/** A covariate in units of the size asked for, which its name then says. */
function scaled({ name, values }: DataColumn, per: ReadonlyMap<string, number>): readonly Covariate[] {
  const size = per.get(name);
  const numbers = values as readonly (number | null)[];
  if (size === undefined) return [{ name, values: numbers }];
  return [{ name: `${name} per ${size}`, values: numbers.map((value) => (value === null ? null : value / size)) }];
}

function sizesOf(data: DataFile, list: string | undefined, terms: readonly DataColumn[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const part of list === undefined ? [] : list.split(/,(?=[^,]*=)/)) {
    const { name, value } = splitCondition(data, part.trim(), "--per");
    const size = Number(value);
    const term = terms.find((own) => own.name === columnNamed(data, name).name);
    if (term?.kind !== "number" || !(size > 0 && Number.isFinite(size)))
      throw new Stop(EXIT.usage, `--per ${part.trim()}: write COLUMN=SIZE, a numeric covariate and a size above 0.`);
    sizes.set(term.name, size);
  }
  return sizes;
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
