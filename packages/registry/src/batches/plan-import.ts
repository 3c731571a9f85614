import {
  type ChartRow,
  type Charts,
  type ChartTable,
  CODEBOOK,
  type FollowUpPlan,
  keptCell,
  keyOf,
  type Lists,
  type PlacedRow,
  type Problem,
  placed,
  pseudonymFaults,
  type Table,
  tablesKept,
} from "@osteon/codebook";
import { centresWhere } from "../accounts/rights.ts";
import { newNotices, noticeNotes, noticeText } from "../charts/notices.ts";
import { pseudonymPatterns } from "../charts/pseudonyms.ts";
import { chartPages, type RowOfCentre } from "../charts/read-charts.ts";
import { differencesOf, todayOf } from "../charts/save-row.ts";
import { twinProblems } from "../charts/twins.ts";
import type { Session } from "../database/database.ts";
import { planNotes } from "../operate/follow-up-plan.ts";
import { keptFrom } from "../operate/kept-tables.ts";
import { listNotes, readCodebook } from "../operate/lists.ts";
import { refused } from "../registry-fault.ts";
import { type AskedRow, checkWholes, type PlannedTable } from "./check-wholes.ts";
import { completedNotes, draftChildNotes, lockProblems, olderNotes, signatureNotes } from "./foresee.ts";
import { type LackingRows, lackingRows, removalProblems } from "./lacking-rows.ts";
import { versionsOf, writtenChildren } from "./moved-since.ts";
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

/** A row that the file lacks and that goes, because that was asked for. */
export interface RemovedRow {
  readonly centre: string;
  readonly patient: string;
  readonly key: string;
  readonly version: number;
}

/** One table of an import: the rows to add, to change and to remove. */
export interface TablePlan {
  readonly table: Table;
  readonly file: string;
  readonly added: readonly PlacedRow[];
  readonly changed: readonly ChangedRow[];
  readonly unchanged: number;
  /** Of the changed rows those that were drafts. */
  readonly completed: readonly PlacedRow[];
  readonly removed: readonly RemovedRow[];
}

/** What an import would do. With a refused problem it may not be done at all. */
export interface ImportPlan {
  readonly tables: readonly TablePlan[];
  readonly changes: readonly CellChange[];
  readonly problems: readonly Problem[];
  /** What nobody is asked about and whoever imports should know: drafts completed, signatures voided, older values. */
  readonly notes: readonly Problem[];
  /** Rows of the registry, of tables and centres of the file, that the file has not; they stay unless they are among the removed. */
  readonly lacking: readonly LackingRows[];
  /** Questions that rows beside those of the file raise or lose. */
  readonly beside: readonly AskedRow[];
  /** The centre of every child that the import names. */
  readonly centreOf: ReadonlyMap<string, string>;
  /** The children of whom something is written, with their centres, and in which versions all their rows stood. */
  readonly written: ReadonlyMap<string, string>;
  readonly stood: readonly { readonly table: Table; readonly versions: string }[];
  /** What everything made of these charts must say, blank where there is nothing, and the centres that do not say it yet. */
  readonly notice: { readonly text: string; readonly newAt: readonly string[] };
}

export interface PlanOptions {
  /** The centre of children that the files have no row of. */
  readonly at?: string | undefined;
  /** Whether rows that the files lack go. Children stay: they are taken back on their page. */
  readonly lacking?: "keep" | "delete";
  /** What the files say of their charts, as in `notice.txt`. */
  readonly notice?: string | undefined;
  /** The follow-up plan that the files bring along; an import leaves the registry's own as it is. */
  readonly plan?: FollowUpPlan | undefined;
  /** The lists that the files bring along; those of the registry stay. */
  readonly lists?: Lists | undefined;
}

/**
 * Compares charts from files with the registry: new, changed and unchanged rows, cell by cell, and every problem of the
 * whole that would result, at rows beside those of the file too. Writes nothing. Rows that the files leave out stay as they
 * are, unless they are to go. A child is looked for at the centre that its row in the files names; where they have no row
 * of it, at `at`, or else where the registry has it.
 */
export async function planImport(
  session: Session,
  charts: Charts,
  { at, lacking: fate = "keep", notice: told = "", plan: brought, lists }: PlanOptions = {},
): Promise<ImportPlan> {
  const allowed = new Set(await centresWhere(session, "batch", "import"));
  const { centreOf: named, problems: unplaced } = await placeChildren(session, charts, allowed, at);
  const lacking = await lackingRows(session, charts, new Set([...named.values()].filter((one) => allowed.has(one))));
  const removed = fate === "delete" ? lacking.filter(({ table }) => table.name !== "patient") : [];
  const centreOf = new Map([
    ...removed.flatMap(({ rows }) => rows.map(({ patient, centre }) => [patient, centre] as const)),
    ...named,
  ]);
  const notice = noticeText(told);
  const noticedAt = await newNotices(session, notice, centreOf);
  const book = await readCodebook(session);
  const tables: PlannedTable[] = [];
  for (const table of book.tables)
    tables.push(
      planTable(
        table,
        asKept(table, chartOf(charts, table)),
        centreOf,
        await storedRows(session, table, centreOf),
        removed.find((one) => one.table.name === table.name)?.rows ?? [],
      ),
    );
  const taken = [];
  for (const planned of tables) taken.push(...(await takenNumbers(session, planned)));
  const { problems: found, beside } = checkWholes(tables, centreOf, {
    today: await todayOf(session),
    book,
    contactFollows: true,
  });
  const plans = tables.map(({ plan }) => plan);
  const changes = tables.flatMap(({ changes: own }) => own);
  const written = writtenChildren(plans, centreOf);
  return {
    tables: plans,
    changes,
    problems: [
      ...centreProblems(allowed, charts, centreOf),
      ...(await keptFileProblems(session, charts, new Set(centreOf.values()))),
      ...(await newPseudonymProblems(session, tables[0]?.plan.added ?? [])),
      ...(await twinProblems(session, chartOf(charts, CODEBOOK[0]))),
      ...unplaced,
      ...found,
      ...taken,
      ...(await lockProblems(session, tables)),
      ...(await removalProblems(session, plans)),
    ],
    notes: [
      ...completedNotes(plans),
      ...(await draftChildNotes(session, plans, centreOf)),
      ...(await signatureNotes(session, tables)),
      ...(await olderNotes(session, changes, tables)),
      ...noticeNotes(notice, noticedAt),
      ...(await planNotes(session, brought)),
      ...listNotes(book, lists),
    ],
    lacking,
    beside,
    centreOf,
    written,
    stood: tables.map(({ plan: { table }, stored }) => ({
      table,
      versions: versionsOf(stored.map(rowThatStood(table)), written),
    })),
    notice: { text: notice, newAt: noticedAt.map(({ centre }) => centre) },
  };
}

const rowThatStood =
  (table: Table) =>
  ({ centre, version, cells }: RowOfCentre) => ({
    ...{ centre, version },
    patient: cells.patient ?? "",
    key: cells[keyOf(table).name] ?? "",
  });

const childOf = ({ cells }: PlacedRow): string => (cells.patient ?? "").trim();

function chartOf(charts: Charts, table: Table | undefined): ChartTable {
  const name = table?.name ?? "";
  return charts.find((one) => one.name === name) ?? { name, file: `${name}.csv`, rows: [] };
}

/** The rows of a file as the registry would keep them, so that they are compared with what it keeps. */
function asKept(table: Table, chart: ChartTable): ChartTable {
  const fields = table.fields.filter((field) => field.type.kind === "partial-date" && field.type.finest !== undefined);
  if (fields.length === 0) return chart;
  const kept = (cells: ChartRow): ChartRow => ({
    ...cells,
    ...Object.fromEntries(
      fields.flatMap((field) => (field.name in cells ? [[field.name, keptCell(field, cells[field.name] ?? "")]] : [])),
    ),
  });
  return { ...chart, rows: chart.rows.map((row) => ({ ...row, cells: kept(row.cells) })) };
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

function planTable(
  table: Table,
  chart: ChartTable,
  centreOf: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, RowOfCentre>,
  removed: readonly RemovedRow[],
): PlannedTable {
  const key = keyOf(table).name;
  const rest = new Map(stored);
  const before = new Map<number, RowOfCentre>();
  const added: PlacedRow[] = [];
  const changed: ChangedRow[] = [];
  const completed: PlacedRow[] = [];
  const changes: CellChange[] = [];
  for (const row of chart.rows) {
    const name = (row.cells[key] ?? "").trim();
    const place = placeOf(centreOf.get(childOf(row)), name);
    const was = rest.get(place);
    rest.delete(place);
    if (was === undefined) {
      added.push(row);
      continue;
    }
    before.set(row.row, was);
    const own = cellChanges(table, name, row, was.cells);
    if (own.length > 0 || was.status === "draft") changed.push({ ...row, version: was.version });
    if (was.status === "draft") completed.push(row);
    changes.push(...own);
  }
  for (const { centre, key: gone } of removed) rest.delete(placeOf(centre, gone));
  const unchanged = chart.rows.length - added.length - changed.length;
  return {
    plan: { table, file: chart.file, added, changed, unchanged, completed, removed },
    changes,
    whole: chart,
    rest: [...rest.values()],
    before,
    centreOf,
    stored: [...stored.values()],
  };
}

function cellChanges(table: Table, key: string, { row, cells }: PlacedRow, was: ChartRow): readonly CellChange[] {
  const numbers = new Set(table.fields.flatMap(({ name, type }) => (NUMBER_KINDS.has(type.kind) ? [name] : [])));
  return differencesOf(table, cells, was).flatMap(({ field, yours, theirs }) =>
    numbers.has(field) && sameNumber(yours, theirs)
      ? []
      : [{ table: table.name, key, row, field, was: theirs, becomes: yours }],
  );
}

const NUMBER_KINDS: ReadonlySet<string> = new Set(["integer", "decimal"]);
const NUMBER = /^-?\d+(\.\d+)?$/;

/** `1.50` in a file is the `1.5` of the registry; of a text, or of the number of a row, every letter counts. */
const sameNumber = (a: string, b: string): boolean => NUMBER.test(a) && NUMBER.test(b) && Number(a) === Number(b);

/** What speaks against the pseudonyms of children that the registry does not have yet. */
async function newPseudonymProblems(session: Session, added: readonly PlacedRow[]): Promise<readonly Problem[]> {
  const patterns = await pseudonymPatterns(session);
  return added.flatMap(({ row, cells }) =>
    pseudonymFaults(cells.patient ?? "", patterns.get(cells.centre ?? ""))
      // The shape of a key is asked of every row already.
      .filter(({ code }) => code !== "key-shape")
      .map((fault) => ({
        ...fault,
        where: { file: "patient.csv", row, column: "patient", value: cells.patient ?? "" },
      })),
  );
}

/** A file of a table that is kept from the person: none of its rows could be compared with those that stand. */
async function keptFileProblems(
  session: Session,
  charts: Charts,
  centres: ReadonlySet<string>,
): Promise<readonly Problem[]> {
  const kept = await keptFrom(session);
  return charts.flatMap(({ name, file, rows }) =>
    kept
      .filter(({ centre, table }) => rows.length > 0 && table === name && centres.has(centre))
      .map(({ centre }) => ({ ...tablesKept(centre, [name], false), where: { file } })),
  );
}

function centreProblems(
  allowed: ReadonlySet<string>,
  charts: Charts,
  centreOf: ReadonlyMap<string, string>,
): readonly Problem[] {
  const yours = allowed.size === 0 ? undefined : [...allowed];
  // A child whose own row is in the files is told there, once.
  const told = new Set(chartOf(charts, CODEBOOK[0]).rows.map(childOf));
  return charts.flatMap(({ name, file, rows }) =>
    rows.flatMap(({ row, cells }): readonly Problem[] => {
      const child = (cells.patient ?? "").trim();
      const centre = name === "patient" ? (cells.centre ?? "") : centreOf.get(child);
      if (centre === undefined || allowed.has(centre) || (name !== "patient" && told.has(child))) return [];
      const column = name === "patient" ? "centre" : "patient";
      return [placed(refused("foreign-centre", { centre, yours }), { file, row, column, value: cells[column] ?? "" })];
    }),
  );
}
