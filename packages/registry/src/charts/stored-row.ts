import { type ChartRow, type Codebook, keyOf, type Table } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { readCodebook } from "../operate/lists.ts";

export type RowStatus = "draft" | "complete";

/** A row of a chart as it is read: its cells as the codebook writes them, and what the registry knows of it. */
export interface StoredRow {
  readonly table: string;
  readonly key: string;
  readonly patient: string;
  readonly centre: string;
  readonly cells: ChartRow;
  readonly status: RowStatus;
  /** Counts the writes; whoever saves says which version was read. */
  readonly version: number;
  readonly writtenAt: string;
  readonly writtenBy: string;
}

type Line = Readonly<Record<string, unknown>>;

/** A line of a `_cells` view as a row. */
export function storedRow(table: Table, line: Line): StoredRow {
  const text = (name: string): string => String(line[name] ?? "");
  return {
    table: table.name,
    key: text(keyOf(table).name),
    patient: text("patient"),
    centre: text("centre"),
    cells: Object.fromEntries(
      table.fields.map(({ name, own }) => [name, own === undefined ? text(name) : ownCell(line, name)]),
    ),
    status: line.row_status as RowStatus,
    version: Number(line.version),
    writtenAt: isoTime(line.written_at),
    writtenBy: text("written_by"),
  };
}

const ownCell = ({ own }: Line, name: string): string => String((own as Line | undefined)?.[name] ?? "");

/** Times inside JSON come as PostgreSQL writes them, alone as ISO 8601: both leave as ISO 8601 in UTC. */
const isoTime = (written: unknown): string => new Date(String(written)).toISOString();

/** One row, or nothing where there is none that the reader may see. A number says which row within its centre alone. */
export async function readRow(
  session: Session,
  table: Table,
  centre: string,
  key: string,
): Promise<StoredRow | undefined> {
  const { rows } = await sql<Line>`select * from ${cellsOf(table)}
    where centre = ${centre} and ${sql.ref(keyOf(table).name)} = ${key}`.execute(session);
  return rows[0] === undefined ? undefined : storedRow(table, rows[0]);
}

/** Every row of a child's chart, in the order of the codebook of the registry. Empty where the reader may see none. */
export async function readChart(
  session: Session,
  centre: string,
  patient: string,
  book?: Codebook,
): Promise<readonly StoredRow[]> {
  const { tables } = book ?? (await readCodebook(session));
  const { rows } = await sql<{
    chart: Readonly<Record<string, readonly Line[] | null>>;
  }>`select chart.read(${centre}, ${patient}) as chart`.execute(session);
  return tables.flatMap((table) => (rows[0]?.chart[table.name] ?? []).map((line) => storedRow(table, line)));
}

/** The view that reads a chart table as cells. */
export const cellsOf = ({ name }: Table) => sql.table(`chart.${name}_cells`);
export const tableOf = ({ name }: Table) => sql.table(`chart.${name}`);
