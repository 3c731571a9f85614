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

/** A row as it is stored: its cells, and the version that they are of. */
export interface VersionedRow {
  readonly cells: ChartRow;
  readonly version: number;
}

/** So many that a page is read within a moment: others are answered between two of them. */
const PAGE = 5_000;

/** The rows of one table in pages, by key, each as the codebook writes it. */
export async function* chartPages(
  session: Session,
  table: Table,
  selection: ChartSelection = {},
): AsyncGenerator<readonly ChartRow[]> {
  for await (const page of versionedPages(session, table, selection)) yield page.map(({ cells }) => cells);
}

/** As `chartPages`, with the version of each row. */
export async function* versionedPages(
  session: Session,
  table: Table,
  selection: ChartSelection = {},
): AsyncGenerator<readonly VersionedRow[]> {
  const key = sql.ref(keyOf(table).name);
  const names = sql.join(table.fields.map(({ name }) => sql.ref(name)));
  for (let after = ""; ; ) {
    const { rows } = await sql<
      ChartRow & { row_version: number }
    >`select ${names}, version as row_version from ${cellsOf(table)}
      where ${key} > ${after} ${limits(selection)} order by ${key} limit ${PAGE}`.execute(session);
    if (rows.length > 0) yield rows.map(({ row_version: version, ...cells }) => ({ cells, version: Number(version) }));
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.[keyOf(table).name] ?? "";
  }
}

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
      for (const cells of page) rows.push({ row: rows.length + 2, cells });
    }
    charts.push({ name: table.name, file: `${table.name}.csv`, rows });
  }
  return charts;
}
