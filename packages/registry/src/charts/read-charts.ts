import { type ChartRow, type Charts, CODEBOOK, type Field, keptBook, keyOf, type Table } from "@osteon/codebook";
import { type RawBuilder, sql } from "kysely";
import type { Session } from "../database/database.ts";
import { readCodebook } from "../operate/lists.ts";
import { cellsOf } from "./stored-row.ts";

/** Which rows of the charts are meant; without any limit all that the reader may see. */
export interface ChartSelection {
  readonly patients?: readonly string[];
  readonly centres?: readonly string[];
  /**
   * For work within the registry alone: drafts and children who stay out of studies too. Without it only what may leave the
   * registry is read: complete rows that hang on no draft, of children whom `work.standing` lets in.
   */
  readonly inside?: true;
}

/** So many that a page is read within a moment: others are answered between two of them. */
const PAGE = 5_000;

/** A row as the codebook writes it, with the centre at which its numbers hold. */
export interface RowOfCentre {
  readonly centre: string;
  /** The version that the cells are of. */
  readonly version: number;
  readonly status: "draft" | "complete";
  readonly cells: ChartRow;
}

/** The rows of one table in pages, by centre and key, each as the codebook writes it. */
export async function* chartPages(
  session: Session,
  table: Table,
  selection: ChartSelection = {},
): AsyncGenerator<readonly RowOfCentre[]> {
  const key = keyOf(table).name;
  const names = sql.join(
    table.fields.map(({ name, own }) =>
      own === undefined ? sql.ref(name) : sql`coalesce(own ->> ${name}, '') as ${sql.ref(name)}`,
    ),
  );
  for (let last: RowOfCentre | undefined; ; ) {
    const from = last === undefined ? sql`true` : sql`(centre, ${sql.ref(key)}) > (${last.centre}, ${last.cells[key]})`;
    const { rows } = await sql<ChartRow>`
      select ${names}, centre as ${sql.ref(AT)}, version as ${sql.ref(VERSION)}, row_status as ${sql.ref(STATUS)} from ${cellsOf(table)} one
      where ${from} ${limits(table, selection)} order by centre, ${sql.ref(key)} limit ${PAGE}`.execute(session);
    const page = rows.map(({ [AT]: centre = "", [VERSION]: version, [STATUS]: status, ...cells }) => ({
      centre,
      version: Number(version),
      status: status === "draft" ? ("draft" as const) : ("complete" as const),
      cells,
    }));
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}

/** Names that no column has. */
const [AT, VERSION, STATUS] = ["at centre", "row version", "row status"];

function limits(table: Table, { patients, centres, inside }: ChartSelection) {
  return sql.join(
    [
      ...(inside === true ? [] : [sql`and ${mayLeave(table)}`]),
      ...(patients === undefined ? [] : [sql`and patient = any (${patients}::text[])`]),
      ...(centres === undefined ? [] : [sql`and centre = any (${centres}::text[])`]),
    ],
    sql` `,
  );
}

/** The condition on a row, named `one`, under which it leaves the registry; the one gate of exports, runs and what counts them. */
export function mayLeave({ fields }: Table): RawBuilder<unknown> {
  return sql.join([IN_STUDIES, ...fields.flatMap(hangsOnNoDraft)], sql` `);
}

const IN_STUDIES = sql`one.row_status = 'complete' and (one.centre, one.patient) in (
  select s.centre, s.patient from work.standing s where s.standing = 'in' and s.row_status = 'complete')`;

/** A row that refers to a draft is not yet said either; the reference would lead nowhere. */
function hangsOnNoDraft({ name, type }: Field) {
  if (type.kind !== "reference" || type.table === "patient") return [];
  const [own, key] = [sql.ref(`one.${name}`), sql.ref(`other.${type.table}`)];
  return [
    sql`and (coalesce(${own}, '') = '' or (one.centre, one.patient, ${own}) in (
      select other.centre, other.patient, ${key} from ${sql.table(`chart.${type.table}`)} other where other.row_status = 'complete'))`,
  ];
}

/** Children that are drafts and have complete rows: all of these stay out until the child itself is complete. */
export async function countDraftChildren(session: Session, centres: readonly string[]): Promise<readonly DraftChild[]> {
  const counts = CODEBOOK.filter(({ name }) => name !== "patient").map(
    ({ name }) => sql`select centre, patient from ${sql.table(`chart.${name}`)} where row_status = 'complete'`,
  );
  const { rows } = await sql<DraftChild>`
    select p.centre, p.patient, count(*)::int as rows from chart.patient p
      join (${sql.join(counts, sql` union all `)}) as one using (centre, patient)
    where p.row_status = 'draft' and p.centre = any (${centres}::text[]) group by 1, 2 order by 1, 2`.execute(session);
  return rows;
}

/** A child that is a draft, and how many complete rows wait for it. */
export interface DraftChild {
  readonly centre: string;
  readonly patient: string;
  readonly rows: number;
}

/** Whole charts, as the folder of their files would hold them; a freeze begins with these. */
export async function readCharts(session: Session, selection: ChartSelection = {}): Promise<Charts> {
  const charts = [];
  const { tables } = keptBook(await readCodebook(session));
  for (const table of tables) {
    const rows: { row: number; cells: ChartRow }[] = [];
    for await (const page of chartPages(session, table, selection)) {
      for (const { cells } of page) rows.push({ row: rows.length + 2, cells });
    }
    charts.push({ name: table.name, file: `${table.name}.csv`, rows });
  }
  return charts;
}
