import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/**
 * The complete children of a disease that the person may read and studies may use, as a run takes them, and how many of them were diagnosed
 * outside a period, both ends included.
 */
export async function countDiagnosed(
  session: Session,
  { cohort, from, to }: { readonly cohort: string; readonly from: string; readonly to: string },
): Promise<{ readonly children: number; readonly outside: number }> {
  const { rows } = await sql<{ children: number; outside: number }>`
    select count(*)::int as children, count(*) filter (where diagnosed_on not between ${from}::date and ${to}::date)::int as outside
    from chart.patient p join work.standing s on s.centre = p.centre and s.patient = p.patient and s.standing = 'in'
    where p.cohort = ${cohort} and p.row_status = 'complete'`.execute(session);
  return rows[0] ?? { children: 0, outside: 0 };
}
