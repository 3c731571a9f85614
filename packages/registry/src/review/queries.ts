import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";

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
  await refuseKept(session, { centres: [centre], tables: [entity] });
  const { rows } = await sql<{ made: number }>`
    select work.ask(${entity}, ${rowKey}, ${field}, ${says}, ${centre}, ${patient}) as made`.execute(session);
  return Number(rows[0]?.made);
}

/** Answers, closes or opens a query again; the database knows who may do which. */
export async function moveQuery(session: Session, query: number, state: QueryState, says: string): Promise<void> {
  await sql`select work.say(${query}, ${state}, ${says})`.execute(session);
}

/** Whether the centre has answered, so that nothing more needs to be said to close it. */
export async function isAnswered(session: Session, query: number): Promise<boolean> {
  const { rows } = await sql`select 1 from work.query where query = ${query} and state = 'answered'`.execute(session);
  return rows.length > 0;
}

export interface QueryFilter {
  readonly centre?: string | undefined;
  readonly patient?: string | undefined;
  /** A table of the chart. */
  readonly entity?: string | undefined;
  readonly field?: string | undefined;
  readonly raisedBy?: "rule" | "person" | undefined;
  readonly state?: QueryState | undefined;
}

/** A page of queries in the order they were raised; the last of the page before is `after`. */
export async function listQueries(
  session: Session,
  filter: QueryFilter & { readonly after?: number; readonly limit: number },
): Promise<readonly Query[]> {
  const { rows } =
    await sql<Query>`select q.query, q.centre, q.patient, q.entity, q.row_key as "rowKey", q.field, q.code, q.says,
      q.raised_by as "raisedBy", q.state,
      (select json_agg(json_build_object('state', m.state, 'says', m.says, 'said_by', m.said_by, 'said_at', m.said_at) order by m.message)
       from work.query_message m where m.query = q.query) as messages
    from work.query q where q.query > ${filter.after ?? 0} and ${limitsOf(filter)}
    order by q.query limit ${filter.limit}`.execute(session);
  return rows;
}

/** How many queries stand in each state, and about which fields. */
export interface QuerySummary {
  readonly states: Readonly<Record<QueryState, number>>;
  /** Fields that are asked about, most often first; the counts are of queries that are not closed. */
  readonly fields: readonly { readonly entity: string; readonly field: string | null; readonly unsettled: number }[];
}

export async function summariseQueries(session: Session, filter: Omit<QueryFilter, "state">): Promise<QuerySummary> {
  const { rows } = await sql<{
    state: QueryState;
    entity: string;
    field: string | null;
    queries: number;
  }>`select q.state, q.entity, q.field, count(*)::int as queries from work.query q where ${limitsOf(filter)}
    group by 1, 2, 3 order by 2, 3`.execute(session);
  const of = (state: QueryState): number => rows.reduce((sum, row) => sum + (row.state === state ? row.queries : 0), 0);
  const fields = new Map<string, { entity: string; field: string | null; unsettled: number }>();
  for (const { state, entity, field, queries } of rows) {
    const name = `${entity}.${field ?? ""}`;
    const one = fields.get(name) ?? { entity, field, unsettled: 0 };
    fields.set(name, { ...one, unsettled: one.unsettled + (state === "closed" ? 0 : queries) });
  }
  return {
    states: { open: of("open"), answered: of("answered"), closed: of("closed") },
    fields: [...fields.values()].sort((a, b) => b.unsettled - a.unsettled),
  };
}

function limitsOf({ centre, patient, entity, field, raisedBy, state }: QueryFilter) {
  const limits = [
    ...(centre === undefined ? [] : [sql`q.centre = ${centre}`]),
    ...(patient === undefined ? [] : [sql`q.patient = ${patient}`]),
    ...(entity === undefined ? [] : [sql`q.entity = ${entity}`]),
    ...(field === undefined ? [] : [sql`q.field = ${field}`]),
    ...(state === undefined ? [] : [sql`q.state = ${state}`]),
    ...(raisedBy === undefined ? [] : [raisedBy === "rule" ? sql`q.raised_by = 'rule'` : sql`q.raised_by <> 'rule'`]),
  ];
  return limits.length === 0 ? sql`true` : sql.join(limits, sql` and `);
}
