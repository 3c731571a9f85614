import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** Which children are listed; what is left out does not limit. */
export interface PatientFilter {
  readonly centre?: string;
  readonly cohort?: string;
  /** Letters with which the pseudonym begins. */
  readonly begins?: string;
  readonly withQueries?: boolean;
  /** Diagnosed on this day or later, and until this day. */
  readonly from?: string;
  readonly until?: string;
  /** The last pseudonym of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** One line of the list of children. */
export interface PatientLine {
  readonly patient: string;
  readonly centre: string;
  readonly cohort: string;
  readonly sex: string;
  readonly bornOn: string;
  readonly diagnosedOn: string;
  readonly rowStatus: string;
  readonly visits: number;
  readonly lastVisitOn: string | null;
  readonly drafts: number;
  readonly openQueries: number;
}

/** A page of the children that the reader may see, by pseudonym; counts are made for this page alone. */
export async function listPatients(session: Session, filter: PatientFilter): Promise<readonly PatientLine[]> {
  const { centre, cohort, begins, withQueries, from, until, after = "", limit } = filter;
  const limits = [
    sql`p.patient > ${after}`,
    ...(centre === undefined ? [] : [sql`p.centre = ${centre}`]),
    ...(cohort === undefined ? [] : [sql`p.cohort = ${cohort}`]),
    ...(begins === undefined ? [] : [sql`starts_with(p.patient, ${begins})`]),
    ...(from === undefined ? [] : [sql`p.diagnosed_on >= ${from}::date`]),
    ...(until === undefined ? [] : [sql`p.diagnosed_on <= ${until}::date`]),
    ...(withQueries === true
      ? [sql`exists (select from work.query q where q.patient = p.patient and q.state <> 'closed')`]
      : []),
  ];
  const { rows } = await sql<PatientLine>`
    select page.patient, page.centre, coalesce(page.cohort, '') as cohort, coalesce(page.sex, '') as sex,
      coalesce(page.born_on::text, '') as "bornOn", coalesce(page.diagnosed_on::text, '') as "diagnosedOn",
      page.row_status as "rowStatus", v.visits, v.last_visit as "lastVisitOn", v.drafts, q.open as "openQueries"
    from (select p.* from chart.patient p where ${sql.join(limits, sql` and `)} order by p.patient limit ${limit}) page,
      lateral (select count(*) as visits, max(visited_on)::text as last_visit, count(*) filter (where row_status = 'draft') as drafts
        from chart.visit v where v.patient = page.patient) v,
      lateral (select count(*) as open from work.query q where q.patient = page.patient and q.state <> 'closed') q
    order by page.patient`.execute(session);
  return rows;
}
