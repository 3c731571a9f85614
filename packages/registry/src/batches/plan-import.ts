import {
  type ChartRow,
  type Charts,
  type ChartTable,
  CODEBOOK,
  checkCharts,
  keyOf,
  type PlacedRow,
  type Problem,
  pseudonymFaults,
  type Table,
} from "@osteon/codebook";
import { sql } from "kysely";
import { pseudonymPatterns } from "../charts/pseudonyms.ts";
import { readCharts } from "../charts/read-charts.ts";
import { differencesOf } from "../charts/save-row.ts";
import { twinProblems } from "../charts/twins.ts";
import type { Session } from "../database/database.ts";

/** One cell that an import would change. */
export interface CellChange {
  readonly table: string;
  readonly key: string;
  readonly row: number;
  readonly field: string;
  readonly was: string;
  readonly becomes: string;
}

/** One table of an import: the rows to add and to change. */
export interface TablePlan {
  readonly table: Table;
  readonly added: readonly PlacedRow[];
  readonly changed: readonly PlacedRow[];
  readonly unchanged: number;
}

/** What an import would do. With a refused problem it may not be done at all. */
export interface ImportPlan {
  readonly tables: readonly TablePlan[];
  readonly changes: readonly CellChange[];
  readonly problems: readonly Problem[];
  /** The centre of every child that the import names. */
  readonly centreOf: ReadonlyMap<string, string>;
}

/** Rows that stand in the registry already and are not in the file: they are checked against, and not blamed. */
const ASIDE = 1_000_000_000;

/**
 * Compares charts from files with the registry: new, changed and unchanged rows, cell by cell, and every problem of the
 * whole that would result. Writes nothing. Rows that the files leave out stay as they are.
 */
export async function planImport(session: Session, charts: Charts): Promise<ImportPlan> {
  const patients = [...new Set(charts.flatMap(({ rows }) => rows.map(({ cells }) => cells.patient ?? "")))];
  const stored = await readCharts(session, { patients, inside: true });
  const tables = CODEBOOK.map((table, place) => planTable(table, chartOf(charts, table), stored[place]));
  const centreOf = new Map(
    [...(stored[0]?.rows ?? []), ...chartOf(charts, CODEBOOK[0]).rows].map(({ cells }) => [
      cells.patient ?? "",
      cells.centre ?? "",
    ]),
  );
  const merged = tables.map(({ whole }) => whole);
  const found = checkCharts(merged).filter(({ where }) => (where.row ?? 0) < ASIDE);
  return {
    tables: tables.map(({ plan }) => plan),
    changes: tables.flatMap(({ changes }) => changes),
    problems: [
      ...(await centreProblems(session, chartOf(charts, CODEBOOK[0]))),
      ...(await newPseudonymProblems(session, tables[0]?.plan.added ?? [])),
      ...(await twinProblems(session, chartOf(charts, CODEBOOK[0]))),
      ...found,
    ],
    centreOf,
  };
}

function chartOf(charts: Charts, table: Table | undefined): ChartTable {
  const name = table?.name ?? "";
  return charts.find((one) => one.name === name) ?? { name, file: `${name}.csv`, rows: [] };
}

interface PlannedTable {
  readonly plan: TablePlan;
  readonly changes: readonly CellChange[];
  /** The table as it would be, for the checks. */
  readonly whole: ChartTable;
}

function planTable(table: Table, chart: ChartTable, stored: ChartTable | undefined): PlannedTable {
  const key = keyOf(table).name;
  const before = new Map((stored?.rows ?? []).map(({ cells }) => [cells[key] ?? "", cells]));
  const added: PlacedRow[] = [];
  const changed: PlacedRow[] = [];
  const changes: CellChange[] = [];
  for (const row of chart.rows) {
    const name = (row.cells[key] ?? "").trim();
    const was = before.get(name);
    before.delete(name);
    if (was === undefined) {
      added.push(row);
      continue;
    }
    const own = cellChanges(table, name, row, was);
    if (own.length > 0) changed.push(row);
    changes.push(...own);
  }
  const rest = [...before.values()].map((cells, place) => ({ row: ASIDE + place, cells }));
  const unchanged = chart.rows.length - added.length - changed.length;
  return { plan: { table, added, changed, unchanged }, changes, whole: { ...chart, rows: [...chart.rows, ...rest] } };
}

function cellChanges(table: Table, key: string, { row, cells }: PlacedRow, was: ChartRow): readonly CellChange[] {
  return differencesOf(table, cells, was).flatMap(({ field, yours, theirs }) =>
    sameNumber(yours, theirs) ? [] : [{ table: table.name, key, row, field, was: theirs, becomes: yours }],
  );
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** `1.50` in a file is the `1.5` of the registry; a text such as `007` is no number there and does not come here. */
const sameNumber = (a: string, b: string): boolean =>
  NUMBER.test(a) && NUMBER.test(b) && Number(a) === Number(b) && /\./.test(a + b);

/** What speaks against the pseudonyms of children that the registry does not have yet. */
async function newPseudonymProblems(session: Session, added: readonly PlacedRow[]): Promise<readonly Problem[]> {
  const patterns = await pseudonymPatterns(session);
  return added.flatMap(({ row, cells }) =>
    pseudonymFaults(cells.patient ?? "", patterns.get(cells.centre ?? "")).map((fault) => ({
      ...fault,
      where: { file: "patient.csv", row, column: "patient", value: cells.patient ?? "" },
    })),
  );
}

async function centreProblems(session: Session, patients: ChartTable): Promise<readonly Problem[]> {
  const { rows } = await sql<{
    centres: readonly string[];
  }>`select access.centres('batch', 'import') as centres`.execute(session);
  const allowed = new Set(rows[0]?.centres);
  return patients.rows
    .filter(({ cells }) => !allowed.has(cells.centre ?? ""))
    .map(({ row, cells }) => ({
      code: "foreign-centre",
      severity: "refused",
      where: { file: patients.file, row, column: "centre", value: cells.centre ?? "" },
      says: `You may not import charts of ${JSON.stringify(cells.centre ?? "")}.`,
      fix:
        allowed.size === 0
          ? "Ask an administrator for the role of a data manager."
          : `Yours: ${[...allowed].join(", ")}.`,
    }));
}
