import { type ChartRow, type Charts, CODEBOOK, keyOf, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { cellsOf } from "./stored-row.ts";

/** Which rows of the charts are meant; without any limit all that the reader may see. */
export interface ChartSelection {
  readonly patients?: readonly string[];
  readonly centres?: readonly string[];
  /** Drafts are left out: what is not complete is not yet said. */
  readonly drafts?: true;
}

/** So many that a page is read within a moment: others are answered between two of them. */
const PAGE = 5_000;

/** A row as the codebook writes it, with the centre at which its numbers hold. */
export interface RowOfCentre {
  readonly centre: string;
  /** The version that the cells are of. */
  readonly version: number;
  readonly cells: ChartRow;
}

/** The rows of one table in pages, by centre and key, each as the codebook writes it. */
export async function* chartPages(
  session: Session,
  table: Table,
  selection: ChartSelection = {},
): AsyncGenerator<readonly RowOfCentre[]> {
  const key = keyOf(table).name;
  const names = sql.join(table.fields.map(({ name }) => sql.ref(name)));
  for (let last: RowOfCentre | undefined; ; ) {
    const from = last === undefined ? sql`true` : sql`(centre, ${sql.ref(key)}) > (${last.centre}, ${last.cells[key]})`;
    const { rows } = await sql<ChartRow>`
      select ${names}, centre as ${sql.ref(AT)}, version as ${sql.ref(VERSION)} from ${cellsOf(table)}
      where ${from} ${limits(selection)} order by centre, ${sql.ref(key)} limit ${PAGE}`.execute(session);
    const page = rows.map(({ [AT]: centre = "", [VERSION]: version, ...cells }) => ({
      centre,
      version: Number(version),
      cells,
    }));
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}

/** Names that no column has. */
const [AT, VERSION] = ["at centre", "row version"];

function limits({ patients, centres, drafts }: ChartSelection) {
  return sql.join(
    [
      ...(drafts === true ? [] : [sql`and row_status = 'complete'`]),
      ...(patients === undefined ? [] : [sql`and patient = any (${patients}::text[])`]),
      ...(centres === undefined ? [] : [sql`and centre = any (${centres}::text[])`]),
    ],
    sql` `,
  );
}

/** Whole charts, as the folder of their files would hold them; a freeze begins with these. */
export async function readCharts(session: Session, selection: ChartSelection = {}): Promise<Charts> {
  const charts = [];
  for (const table of CODEBOOK) {
    const rows: { row: number; cells: ChartRow }[] = [];
    for await (const page of chartPages(session, table, selection)) {
      for (const { cells } of page) rows.push({ row: rows.length + 2, cells });
    }
    charts.push({ name: table.name, file: `${table.name}.csv`, rows });
  }
  return charts;
}
