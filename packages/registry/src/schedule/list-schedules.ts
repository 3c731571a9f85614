import type { FollowUpPlan, WindowState } from "@osteon/codebook";
import { sql } from "kysely";
import type { ChildName } from "../charts/list-patients.ts";
import type { Session } from "../database/database.ts";
import { dueVisits, type FollowedChild, type VisitWindow } from "./due-visits.ts";
import { windowRows } from "./due-visits-sql.ts";

/** Which children are listed; what is left out does not limit. */
export interface ScheduleFilter {
  readonly asOf: string;
  readonly centre?: string | undefined;
  /** Children with a window in one of these states. */
  readonly states?: readonly WindowState[] | undefined;
  /** That window is of this time point. */
  readonly timePoint?: string | undefined;
  readonly patient?: string | undefined;
  /** The last child of the page before. */
  readonly after?: ChildName | undefined;
  /** The list leaves the registry: children who stay out of studies are not in it. */
  readonly leaves?: true;
  readonly limit: number;
}

/** A child and the visits expected of it. */
export interface ChildSchedule {
  readonly patient: string;
  readonly centre: string;
  readonly windows: readonly VisitWindow[];
}

type ChildRow = FollowedChild & Pick<ChildSchedule, "patient" | "centre">;

/** A page of children, by pseudonym and centre, each with its windows. */
export async function listSchedules(
  session: Session,
  plan: FollowUpPlan,
  filter: ScheduleFilter,
): Promise<readonly ChildSchedule[]> {
  const { asOf, centre, states, timePoint, patient, leaves, after, limit } = filter;
  const points = plan.filter(({ name }) => timePoint === undefined || name === timePoint);
  if (points.length === 0) return [];
  const limits = [
    after === undefined ? sql`true` : sql`(c.patient, c.centre) > (${after.patient}, ${after.centre})`,
    ...(centre === undefined ? [] : [sql`c.centre = ${centre}`]),
    ...(patient === undefined ? [] : [sql`c.patient = ${patient}`]),
    ...(leaves === true
      ? [sql`(c.centre, c.patient) in (select s.centre, s.patient from work.standing s where s.standing = 'in')`]
      : []),
    ...(states === undefined
      ? []
      : [
          sql`exists (select from (${windowRows(points, asOf, sql`p.centre = c.centre and p.patient = c.patient`)}) w where w.state = any (${[...states]}))`,
        ]),
  ];
  const { rows } = await sql<ChildRow>`
    select page.patient, page.centre, page.diagnosed_on as "diagnosedOn", t.starts, v.visits,
      case when page.status in ('dead', 'lost', 'opted_out') then page.last_contact_on end as "endedOn"
    from (select c.* from chart.patient c where ${sql.join(limits, sql` and `)} order by c.patient, c.centre limit ${limit}) page,
      lateral (select coalesce(json_agg(json_build_object('drugClass', drug_class, 'startedOn', started_on)), '[]') as starts
        from chart.treatment t where t.centre = page.centre and t.patient = page.patient and t.drug_class is not null and t.started_on is not null) t,
      lateral (select coalesce(json_agg(json_build_object('visit', visit, 'visitedOn', visited_on, 'status', row_status)), '[]') as visits
        from chart.visit v where v.centre = page.centre and v.patient = page.patient and v.visited_on is not null) v
    order by page.patient, page.centre`.execute(session);
  return rows.map(({ patient: child, centre: at, ...followed }) => ({
    patient: child,
    centre: at,
    windows: dueVisits(followed, plan, asOf),
  }));
}
