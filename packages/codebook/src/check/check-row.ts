import { SHIPPED } from "../book.ts";
import type { ChartRow, Charts } from "../charts.ts";
import { keyOf, tableNamed } from "../codebook.ts";
import type { Table } from "../field.ts";
import type { Problem } from "../problem.ts";
import { type CheckOptions, checkCharts } from "./check-charts.ts";
import { askedOfStanding } from "./check-own.ts";

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

/** Stands for the number that a new row gets only when it is written. */
const UNNUMBERED = "new";

/** Rows of a chart are counted from 2, as in a file; the row that is checked comes first. */
const THIS_ROW = 2;

/** The problems of one row within the child's whole chart, and those that it makes in other complete rows. */
export function checkRow(chart: readonly KeyedRow[], row: KeyedRow, options: CheckOptions = {}): readonly Problem[] {
  return checkChild(chart, row, options).problems;
}

/** The child's whole chart with one row saved, against what it was: what stood before is not blamed on who saves. */
export function checkChild(chart: readonly KeyedRow[], row: KeyedRow, options: CheckOptions = {}): ChildCheck {
  const { table, key, cells } = row;
  const stored = chart.find((one) => one.table === table && one.key === key);
  const others = chart.filter((one) => one !== stored);
  const named = key === "" ? { ...cells, [keyOf(tableNamed(table)).name]: UNNUMBERED } : cells;
  const after = problemsByRow([{ ...row, key: key === "" ? UNNUMBERED : key, cells: named }, ...others], options);
  const before = problemsByRow(stored === undefined ? others : [stored, ...others], options);
  const found = (after.get(nameOf({ ...row, key: key === "" ? UNNUMBERED : key })) ?? []).map(inThisRow);
  const book = tableNamed(table, options.book?.tables);
  const own = stored === undefined ? found : askedOfStanding(found, book, stored, cells);
  const complete = others.filter(({ status }) => status === "complete");
  const broken = complete.flatMap((one) =>
    newly(after.get(nameOf(one)), before.get(nameOf(one))).map((problem) =>
      blamed(problem, one, changedColumn(book, row, stored)),
    ),
  );
  const beside = complete.flatMap((one) => {
    const [now, was] = [after, before].map((all) => queriesOf(all.get(nameOf(one))));
    if (JSON.stringify(now) === JSON.stringify(was)) return [];
    return [{ table: one.table, key: one.key, queries: now ?? [] }];
  });
  return { problems: [...own, ...broken], beside };
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
    rows: own.map(({ cells }, place) => ({ row: place + THIS_ROW, cells })),
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
    where: { file: table, row: THIS_ROW, column, value: key },
    says: besideSays(table, key, problem.says),
  };
}

/** How the problem of a row is told that the reader did not touch. */
export const besideSays = (table: string, key: string, says: string): string => `In ${table} ${key}: ${says}`;
