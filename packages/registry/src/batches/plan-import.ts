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
import { chartPages, type RowOfCentre } from "../charts/read-charts.ts";
import { differencesOf } from "../charts/save-row.ts";
import { twinProblems } from "../charts/twins.ts";
import type { Session } from "../database/database.ts";
import { placeChildren } from "./place-children.ts";
import { takenNumbers } from "./taken-numbers.ts";

/** One cell that an import would change. */
export interface CellChange {
  readonly table: string;
  readonly key: string;
  readonly row: number;
  readonly field: string;
  readonly was: string;
  readonly becomes: string;
}

/** A row that an import changes, and the version that it was compared with: another one meanwhile is not overwritten. */
export interface ChangedRow extends PlacedRow {
  readonly version: number;
}

/** One table of an import: the rows to add and to change. */
export interface TablePlan {
  readonly table: Table;
  readonly added: readonly PlacedRow[];
  readonly changed: readonly ChangedRow[];
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
 * whole that would result. Writes nothing. Rows that the files leave out stay as they are. A child is looked for at the
 * centre that its row in the files names; where they have no row of it, at `at`, or else where the registry has it.
 */
export async function planImport(session: Session, charts: Charts, at?: string): Promise<ImportPlan> {
  const allowed = await importable(session);
  const { centreOf, problems: unplaced } = await placeChildren(session, charts, allowed, at);
  const tables: PlannedTable[] = [];
  for (const table of CODEBOOK)
    tables.push(planTable(table, chartOf(charts, table), centreOf, await storedRows(session, table, centreOf)));
  const taken = [];
  for (const { plan, whole } of tables) taken.push(...(await takenNumbers(session, plan, centreOf, whole.file)));
  return {
    tables: tables.map(({ plan }) => plan),
    changes: tables.flatMap(({ changes }) => changes),
    problems: [
      ...centreProblems(allowed, chartOf(charts, CODEBOOK[0])),
      ...(await newPseudonymProblems(session, tables[0]?.plan.added ?? [])),
      ...(await twinProblems(session, chartOf(charts, CODEBOOK[0]))),
      ...unplaced,
      ...checkByCentre(
        tables.map(({ whole }) => whole),
        centreOf,
      ),
      ...taken,
    ],
    centreOf,
  };
}

const childOf = ({ cells }: PlacedRow): string => (cells.patient ?? "").trim();

function chartOf(charts: Charts, table: Table | undefined): ChartTable {
  const name = table?.name ?? "";
  return charts.find((one) => one.name === name) ?? { name, file: `${name}.csv`, rows: [] };
}

/** What the registry holds of the children, each at its centre, by number. */
async function storedRows(
  session: Session,
  table: Table,
  centreOf: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, RowOfCentre>> {
  const stored = new Map<string, RowOfCentre>();
  const selection = { patients: [...centreOf.keys()], centres: [...new Set(centreOf.values())], inside: true } as const;
  for await (const page of chartPages(session, table, selection))
    for (const row of page)
      if (centreOf.get(row.cells.patient ?? "") === row.centre)
        stored.set(placeOf(row.centre, row.cells[keyOf(table).name]), row);
  return stored;
}

/** A number with its centre; no centre has a line break in its name. */
const placeOf = (centre: string | undefined, key: string | undefined): string => `${centre ?? ""}\n${key ?? ""}`;

/** The problems of each centre's charts as they would be: numbers and references hold within a centre. */
function checkByCentre(whole: Charts, centreOf: ReadonlyMap<string, string>): readonly Problem[] {
  const centres = new Set(whole.flatMap(({ rows }) => rows.map((row) => centreOf.get(childOf(row)))));
  return [...centres].flatMap((centre) => {
    const own = whole.map((chart) => ({
      ...chart,
      rows: centres.size === 1 ? chart.rows : chart.rows.filter((row) => centreOf.get(childOf(row)) === centre),
    }));
    return checkCharts(own).filter(({ where }) => (where.row ?? 0) < ASIDE);
  });
}

interface PlannedTable {
  readonly plan: TablePlan;
  readonly changes: readonly CellChange[];
  /** The table as it would be, for the checks. */
  readonly whole: ChartTable;
}

function planTable(
  table: Table,
  chart: ChartTable,
  centreOf: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, RowOfCentre>,
): PlannedTable {
  const key = keyOf(table).name;
  const before = new Map(stored);
  const added: PlacedRow[] = [];
  const changed: ChangedRow[] = [];
  const changes: CellChange[] = [];
  for (const row of chart.rows) {
    const name = (row.cells[key] ?? "").trim();
    const place = placeOf(centreOf.get(childOf(row)), name);
    const was = before.get(place);
    before.delete(place);
    if (was === undefined) {
      added.push(row);
      continue;
    }
    const own = cellChanges(table, name, row, was.cells);
    if (own.length > 0) changed.push({ ...row, version: was.version });
    changes.push(...own);
  }
  const rest = [...before.values()].map(({ cells }, place) => ({ row: ASIDE + place, cells }));
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

async function importable(session: Session): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    centres: readonly string[];
  }>`select access.centres('batch', 'import') as centres`.execute(session);
  return new Set(rows[0]?.centres);
}

function centreProblems(allowed: ReadonlySet<string>, patients: ChartTable): readonly Problem[] {
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
