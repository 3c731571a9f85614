import { SHIPPED } from "../book.ts";
import type { ChartRow, Charts } from "../charts.ts";
import { keyOf, tableNamed } from "../codebook.ts";
import type { Table } from "../field.ts";
import type { Problem } from "../problem.ts";
import { type CheckOptions, checkCharts } from "./check-charts.ts";
import { askedOfStanding } from "./check-own.ts";
import { UNNUMBERED } from "./line-of.ts";

/** A row of one child's chart; the key of a new row may be empty. A draft is looked up and never blamed. */
export interface KeyedRow {
  readonly table: string;
  readonly key: string;
  readonly cells: ChartRow;
  readonly status?: "draft" | "complete";
}

/** A complete row beside the saved one, and what is asked about it once that is saved. */
export interface AskedBeside {
  readonly table: string;
  readonly key: string;
  readonly queries: readonly Problem[];
}

/** What saving a row makes of the child's whole chart. */
export interface ChildCheck {
  /** Problems of the row, and rules that other complete rows would break because of it, told at the field that was changed. */
  readonly problems: readonly Problem[];
  /** Complete rows about which other questions are asked than before. */
  readonly beside: readonly AskedBeside[];
}

/** Rows of a chart are counted from 2, as in a file; the rows that are checked come first. */
const THIS_ROW = 2;

/** The problems of one row within the child's whole chart, and those that it makes in other complete rows. */
export function checkRow(chart: readonly KeyedRow[], row: KeyedRow, options: CheckOptions = {}): readonly Problem[] {
  return checkChild(chart, row, options).problems;
}

/** The child's whole chart with one row saved, against what it was: what stood before is not blamed on who saves. */
export function checkChild(chart: readonly KeyedRow[], row: KeyedRow, options: CheckOptions = {}): ChildCheck {
  const { problems, beside } = checkTogether(chart, [row], options);
  return { problems: problems[0] ?? [], beside };
}

/** What saving several rows at once makes of the child's whole chart: the problems of each row in turn. */
export interface TogetherCheck {
  readonly problems: readonly (readonly Problem[])[];
  readonly beside: readonly AskedBeside[];
}

/**
 * As `checkChild` for rows that are saved together: the whole chart is checked once before and once after, however many they
 * are. Rows that are new need a name each as their key where they are more than one. A draft among them is looked up and not blamed.
 */
export function checkTogether(
  chart: readonly KeyedRow[],
  saved: readonly KeyedRow[],
  options: CheckOptions = {},
): TogetherCheck {
  const rows = saved.map((row) => (row.key === "" ? { ...row, key: UNNUMBERED } : row));
  const storedOf = rows.map((row) => chart.find(({ table, key }) => table === row.table && key === row.key));
  const others = chart.filter((one) => !storedOf.includes(one));
  const named = rows.map((row) => ({
    ...row,
    cells: { ...row.cells, [keyOf(tableNamed(row.table, options.book?.tables)).name]: row.key },
  }));
  const after = problemsByRow([...named, ...others], options);
  const before = problemsByRow([...storedOf.filter((one) => one !== undefined), ...others], options);
  const bookOf = ({ table }: KeyedRow): Table => tableNamed(table, options.book?.tables);
  const problems = rows.map((row, place): Problem[] => {
    if (row.status === "draft") return [];
    const found = (after.get(nameOf(row)) ?? []).map(inThisRow);
    const stored = storedOf[place];
    return [...(stored === undefined ? found : askedOfStanding(found, bookOf(row), stored, row.cells))];
  });
  const complete = others.filter(({ status }) => status === "complete");
  for (const one of complete)
    for (const problem of newly(after.get(nameOf(one)), before.get(nameOf(one)))) {
      const place = causeOf(one, rows);
      const cause = rows[place];
      if (cause !== undefined)
        problems[place]?.push(blamed(problem, one, changedColumn(bookOf(cause), cause, storedOf[place])));
    }
  const beside = complete.flatMap((one) => {
    const [now, was] = [after, before].map((all) => queriesOf(all.get(nameOf(one))));
    if (JSON.stringify(now) === JSON.stringify(was)) return [];
    return [{ table: one.table, key: one.key, queries: now ?? [] }];
  });
  return { problems, beside };
}

/** Which of the saved rows is told of a rule that another row breaks now: the one that it names, else one of its table, else the first. */
function causeOf({ table, cells }: KeyedRow, saved: readonly KeyedRow[]): number {
  const named = saved.findIndex((row) => row.table !== "patient" && cells[row.table] === row.key);
  const alike = saved.findIndex((row) => row.table === table);
  return [named, alike].find((place) => place >= 0) ?? 0;
}

const inThisRow = (problem: Problem): Problem => ({ ...problem, where: { ...problem.where, row: THIS_ROW } });

const nameOf = ({ table, key }: KeyedRow): string => `${table}\n${key}`;

const queriesOf = (problems: readonly Problem[] = []): readonly Problem[] =>
  problems.filter(({ severity }) => severity === "query");

/** The problems of a chart by its rows. */
function problemsByRow(rows: readonly KeyedRow[], options: CheckOptions): ReadonlyMap<string, readonly Problem[]> {
  const { tables } = options.book ?? SHIPPED;
  const placed = tables.map(({ name }) => ({ name, rows: rows.filter(({ table }) => table === name) }));
  const charts: Charts = placed.map(({ name, rows: own }) => ({
    name,
    file: name,
    rows: own.map(({ cells, status }, place) => ({
      ...{ row: place + THIS_ROW, cells },
      ...(status === "draft" ? { draft: true as const } : {}),
    })),
  }));
  const byTable = new Map(placed.map(({ name, rows: own }) => [name, own]));
  const found = new Map<string, Problem[]>();
  for (const problem of checkCharts(charts, options)) {
    const row = byTable.get(problem.where.file ?? "")?.[(problem.where.row ?? 0) - THIS_ROW];
    if (row === undefined) continue;
    const list = found.get(nameOf(row)) ?? [];
    list.push(problem);
    found.set(nameOf(row), list);
  }
  return found;
}

/** What refuses a row now and did not before, whatever its words. */
export function newly(after: readonly Problem[] = [], before: readonly Problem[] = []): readonly Problem[] {
  const stood = new Set(before.filter(isRefused).map(placeOf));
  return after.filter((problem) => isRefused(problem) && !stood.has(placeOf(problem)));
}

const isRefused = ({ severity }: Problem): boolean => severity === "refused";
const placeOf = ({ code, where }: Problem): string => `${code} ${where.column ?? ""}`;

/** The first field that differs from what is stored; of a new row, its number. */
function changedColumn(book: Table, { cells }: KeyedRow, stored: KeyedRow | undefined): string {
  const changed = book.fields.find(({ name }) => stored !== undefined && cells[name] !== stored.cells[name]);
  return (changed ?? keyOf(book)).name;
}

/** The problem of another row, told where it was caused. */
function blamed(problem: Problem, { table, key }: KeyedRow, column: string): Problem {
  return {
    ...problem,
    where: { file: table, row: THIS_ROW, column, value: key, beside: { table, key } },
    says: besideSays(table, key, problem.says),
  };
}

/** How the problem of a row is told that the reader did not touch. */
export const besideSays = (table: string, key: string, says: string): string => `In ${table} ${key}: ${says}`;
