import { CODEBOOK } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** What a centre has in the registry. */
export interface CentreCounts {
  readonly centre: string;
  readonly patients: number;
  readonly visits: number;
  readonly drafts: number;
  readonly openQueries: number;
  readonly locks: number;
}

/** How many drafts a centre `c` holds, over all tables. */
const DRAFTS = sql`(${sql.join(
  CODEBOOK.map(
    ({ name }) =>
      sql`(select count(*) from ${sql.table(`chart.${name}`)} d where d.centre = c.centre and d.row_status = 'draft')`,
  ),
  sql` + `,
)})`;

/** Counts at each centre whose charts the person reads. */
export async function countByCentre(session: Session): Promise<readonly CentreCounts[]> {
  const { rows } = await sql<CentreCounts>`
    select c.centre, (select count(*) from chart.patient p where p.centre = c.centre) as patients,
      v.visits, ${DRAFTS} as drafts, (select count(*) from work.query q where q.centre = c.centre and q.state <> 'closed') as "openQueries",
      (select count(*) from work.lock l where l.centre = c.centre and l.lifted_at is null) as locks
    from (select unnest(access.centres('chart', 'read')) as centre) c,
      lateral (select count(*) as visits from chart.visit v where v.centre = c.centre) v
    order by 1`.execute(session);
  return rows;
}
