import {
  ASIDE,
  askedOfStanding,
  besideSays,
  type Charts,
  type ChartTable,
  type CheckOptions,
  checkCharts,
  keyOf,
  newly,
  type PlacedRow,
  type Problem,
} from "@osteon/codebook";
import type { RowOfCentre } from "../charts/read-charts.ts";
import { placed } from "./check-children.ts";
import type { CellChange, TablePlan } from "./plan-import.ts";

/** One table of an import, beside what the registry has of the same children. */
export interface PlannedTable {
  readonly plan: TablePlan;
  readonly changes: readonly CellChange[];
  /** The table as the file has it. */
  readonly whole: ChartTable;
  /** What stays of the registry beside the rows of the file. */
  readonly rest: readonly RowOfCentre[];
  /** What the registry holds of a row of the file, by its place there. */
  readonly before: ReadonlyMap<number, RowOfCentre>;
  /** The centre of every child that the import names. */
  readonly centreOf: ReadonlyMap<string, string>;
  /** All that the registry holds of these children. */
  readonly stored: readonly RowOfCentre[];
}

/** A row and what is asked about it. */
export interface AskedRow {
  readonly centre: string;
  readonly patient: string;
  readonly table: string;
  readonly key: string;
  readonly queries: readonly Problem[];
}

/**
 * The charts of each centre as they would be: every problem of the files' rows; rules that other complete rows would break and
 * kept before, told at a row of the file; and the questions about other rows that change. Numbers hold within a centre.
 */
export function checkWholes(
  tables: readonly PlannedTable[],
  centreOf: ReadonlyMap<string, string>,
  options: CheckOptions,
): { readonly problems: readonly Problem[]; readonly beside: readonly AskedRow[] } {
  const centreOfRow = ({ cells }: PlacedRow) => centreOf.get((cells.patient ?? "").trim());
  const centres = new Set([
    ...tables.flatMap(({ whole }) => whole.rows.map(centreOfRow)),
    ...tables.flatMap(({ rest }) => rest.map(({ centre }) => centre)),
  ]);
  const problems: Problem[] = [];
  const beside: AskedRow[] = [];
  for (const centre of centres) {
    const own = tables.map((one) => ({
      ...one,
      file: one.whole.rows.filter((row) => centreOfRow(row) === centre),
      rest: one.rest.filter((row) => row.centre === centre),
      stored: one.stored.filter((row) => row.centre === centre),
    }));
    const after = checkCharts(
      own.map(({ whole, file, rest }) => ({ ...whole, rows: [...file, ...aside(rest)] })),
      options,
    );
    problems.push(...after.filter(({ where }) => (where.row ?? 0) < ASIDE).flatMap((one) => askedOfFile(one, own)));
    if (!own.some(({ rest }) => rest.length > 0)) continue;
    const before = checkCharts(
      own.map(({ whole, stored }) => ({ ...whole, rows: aside(stored) })),
      options,
    );
    for (const { whole, plan, rest, stored } of own) {
      const [now, was] = [byKey(after, whole.file, rest), byKey(before, whole.file, stored)];
      const key = keyOf(plan.table).name;
      for (const row of rest) {
        const name = row.cells[key] ?? "";
        const found = newly(now.get(name), was.get(name)).filter(
          (one) => row.status === "complete" || LOOSE.has(one.code),
        );
        problems.push(...found.map((problem) => toldInFile(problem, plan.table.name, name, row, tables)));
        const [asked, stood] = [now, was].map((all) => (all.get(name) ?? []).filter(isQuery));
        if (row.status !== "complete" || JSON.stringify(asked) === JSON.stringify(stood)) continue;
        const patient = row.cells.patient ?? "";
        beside.push({ centre: row.centre, patient, table: plan.table.name, key: name, queries: asked ?? [] });
      }
    }
  }
  return { problems, beside };
}

/** The problem of a row of the file, beside what the registry holds of that row: an untouched value of an own field stays. */
function askedOfFile(
  problem: Problem,
  tables: readonly (Pick<PlannedTable, "plan" | "whole" | "before"> & { readonly file: readonly PlacedRow[] })[],
): readonly Problem[] {
  const { file, row = 0 } = problem.where;
  const table = tables.find(({ whole }) => whole.file === file);
  const was = table?.before.get(row);
  const is = was && table?.file.find((one) => one.row === row);
  return was && is && table ? askedOfStanding([problem], table.plan.table, was, is.cells) : [problem];
}

/** A draft may break every rule but these: the database itself holds its references. */
const LOOSE: ReadonlySet<string> = new Set(["no-such-row", "other-patient"]);

const isQuery = ({ severity }: Problem): boolean => severity === "query";

const aside = (rows: readonly RowOfCentre[]): Charts[number]["rows"] =>
  rows.map((row, place) => placed(row, ASIDE + place));

/** The problems of rows of the registry, by their number. */
function byKey(
  problems: readonly Problem[],
  file: string,
  rows: readonly RowOfCentre[],
): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const row = problem.where.file === file ? rows[(problem.where.row ?? 0) - ASIDE] : undefined;
    if (row === undefined) continue;
    const key = row.cells[file.replace(/\.csv$/, "")] ?? "";
    const list = found.get(key);
    if (list === undefined) found.set(key, [problem]);
    else list.push(problem);
  }
  return found;
}

/** The problem of a row that the file has not, told at the row of the same child that the file changes or adds. */
function toldInFile(
  problem: Problem,
  table: string,
  key: string,
  { cells }: RowOfCentre,
  tables: readonly PlannedTable[],
): Problem {
  const says = besideSays(table, key, problem.says);
  const beside = { table, key };
  for (const { plan, changes, whole } of tables) {
    const cause = [...plan.changed, ...plan.added].find((row) => (row.cells.patient ?? "").trim() === cells.patient);
    if (cause === undefined) continue;
    const column = changes.find(({ row }) => row === cause.row)?.field ?? keyOf(plan.table).name;
    const where = { file: whole.file, row: cause.row, column, value: cause.cells[column] ?? "" };
    return { ...problem, where: { ...where, beside }, says };
  }
  const where = { file: `${table}.csv`, column: problem.where.column ?? table, value: key, beside };
  return { ...problem, where, says };
}
