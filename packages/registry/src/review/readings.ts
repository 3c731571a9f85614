import { type ChartRow, type Table, tableNamed } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { readCodebook } from "../operate/lists.ts";

/** One reader's cells of a row under chart review. */
export interface Reading {
  readonly reader: string;
  readonly cells: ChartRow;
}

/** A field as two readers read it. */
export interface ReadField {
  readonly field: string;
  readonly first: string;
  readonly second: string;
  readonly agree: boolean;
}

/** A row that is read twice, and what was decided. */
export interface DoubleReading {
  readonly centre: string;
  readonly patient: string;
  readonly entity: string;
  readonly rowKey: string;
  readonly readers: readonly [string, string];
  readonly fields: readonly ReadField[];
  readonly decided: ChartRow | undefined;
  /** Who decided. */
  readonly decidedBy: string | undefined;
}

interface ReadAbout {
  readonly centre: string;
  readonly patient: string;
  readonly entity: string;
  readonly rowKey: string;
}

/** Hands a reading in; the same person cannot read a row twice (23505). */
export async function submitReading(session: Session, about: ReadAbout, cells: ChartRow): Promise<void> {
  await refuseKept(session, { centres: [about.centre], tables: [about.entity] });
  await sql`insert into work.reading (centre, patient, entity, row_key, cells)
    values (${about.centre}, ${about.patient}, ${about.entity}, ${about.rowKey}, ${JSON.stringify(cells)}::jsonb)`.execute(
    session,
  );
}

/** The rows that this person has read and nobody else yet. */
export async function readAlone(
  session: Session,
): Promise<
  readonly { readonly centre: string; readonly table: string; readonly patient: string; readonly key: string }[]
> {
  const { rows } = await sql<{ centre: string; table: string; patient: string; key: string }>`
    select centre, entity as "table", patient, row_key as key from work.reading
    where reader = access.account() and not work.both_read(centre, entity, row_key) order by reading`.execute(session);
  return rows;
}

/** Keeps what was decided where two readers differ; both readings stay. */
export async function adjudicate(session: Session, about: ReadAbout, cells: ChartRow): Promise<void> {
  await refuseKept(session, { centres: [about.centre], tables: [about.entity] });
  await sql`insert into work.adjudication (centre, patient, entity, row_key, cells)
    values (${about.centre}, ${about.patient}, ${about.entity}, ${about.rowKey}, ${JSON.stringify(cells)}::jsonb)`.execute(
    session,
  );
}

/** The rows of a table that two people have read, field by field, in the order of the codebook. */
export async function doubleReadings(session: Session, entity: string): Promise<readonly DoubleReading[]> {
  const table = tableNamed(entity, (await readCodebook(session)).tables);
  const { rows } = await sql<{
    centre: string;
    patient: string;
    row_key: string;
    readings: readonly Reading[];
    decided: ChartRow | null;
    decided_by: string | null;
  }>`
    select r.centre, r.patient, r.row_key, json_agg(json_build_object('reader', r.reader, 'cells', r.cells) order by r.reading) as readings,
      min(a.cells::text)::json as decided, min(a.decided_by) as decided_by
    from work.reading r left join work.adjudication a on a.centre = r.centre and a.entity = r.entity and a.row_key = r.row_key
    where r.entity = ${entity} group by r.centre, r.patient, r.row_key having count(*) >= 2 order by r.row_key, r.centre`.execute(
    session,
  );
  return rows.flatMap(({ centre, patient, row_key, readings: [first, second], decided, decided_by }) =>
    first === undefined || second === undefined
      ? []
      : [
          {
            centre,
            patient,
            entity,
            rowKey: row_key,
            readers: [first.reader, second.reader],
            fields: compared(table, first.cells, second.cells),
            decided: decided ?? undefined,
            decidedBy: decided_by ?? undefined,
          },
        ],
  );
}

function compared(table: Table, first: ChartRow, second: ChartRow): readonly ReadField[] {
  const fields = table.fields.filter(({ type }) => type.kind !== "key" && type.kind !== "reference");
  return fields.map(({ name }) => {
    const [one, other] = [first[name] ?? "", second[name] ?? ""];
    return { field: name, first: one, second: other, agree: one === other };
  });
}
