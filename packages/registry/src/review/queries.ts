import { sql } from "kysely";
import type { Session } from "../database/database.ts";

export type QueryState = "open" | "answered" | "closed";

/** A question about a row, raised by a rule or by a person, with everything that was said of it. */
export interface Query {
  readonly query: number;
  readonly centre: string;
  readonly patient: string;
  readonly entity: string;
  readonly rowKey: string;
  readonly field: string | null;
  readonly code: string;
  readonly says: string;
  /** `rule`, or the account of a person. */
  readonly raisedBy: string;
  readonly state: QueryState;
  readonly messages: readonly {
    readonly state: QueryState;
    readonly says: string;
    readonly said_by: string;
    readonly said_at: string;
  }[];
}

/** The row a person asks about. */
export interface AskedAbout {
  readonly centre: string;
  readonly patient: string;
  readonly entity: string;
  readonly rowKey: string;
  readonly field: string | null;
}

export async function askQuery(session: Session, about: AskedAbout, says: string): Promise<number> {
  const { entity, rowKey, field, centre, patient } = about;
  const { rows } = await sql<{ made: number }>`
    select work.ask(${entity}, ${rowKey}, ${field}, ${says}, ${centre}, ${patient}) as made`.execute(session);
  return Number(rows[0]?.made);
}

/** Answers, closes or opens a query again; the database knows who may do which. */
export async function moveQuery(session: Session, query: number, state: QueryState, says: string): Promise<void> {
  await sql`select work.say(${query}, ${state}, ${says})`.execute(session);
}

export interface QueryFilter {
  readonly patient?: string;
  readonly state?: QueryState;
  readonly after?: number;
  readonly limit: number;
}

/** Queries in the order they were raised. */
export async function listQueries(
  session: Session,
  { patient, state, after = 0, limit }: QueryFilter,
): Promise<readonly Query[]> {
  const { rows } =
    await sql<Query>`select q.query, q.centre, q.patient, q.entity, q.row_key as "rowKey", q.field, q.code, q.says,
      q.raised_by as "raisedBy", q.state,
      (select json_agg(json_build_object('state', m.state, 'says', m.says, 'said_by', m.said_by, 'said_at', m.said_at) order by m.message)
       from work.query_message m where m.query = q.query) as messages
    from work.query q where q.query > ${after} and (${patient ?? null}::text is null or q.patient = ${patient ?? null})
      and (${state ?? null}::text is null or q.state = ${state ?? null})
    order by q.query limit ${limit}`.execute(session);
  return rows;
}
