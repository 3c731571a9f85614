import type { FollowUpPlan, FollowUpPoint, WindowState } from "@osteon/codebook";
import { type RawBuilder, sql } from "kysely";
import type { Session } from "../database/database.ts";
import { LATE_DAYS } from "./due-visits.ts";

/**
 * The rule of `dueVisits` as one statement: patient, centre, time_point, state, for the children that `limits` lets through
 * (on `p`, a row of chart.patient). Both are tested to agree. Visits are read once a child: `seen` holds, for each time
 * point in turn, whether a visit in its window is complete, and nothing where there is none. `offset 0` keeps both parts
 * from being worked out again for each time point.
 */
export function windowRows(plan: FollowUpPlan, asOf: string, limits: RawBuilder<unknown>): RawBuilder<unknown> {
  const today = sql`${asOf}::date`;
  const seen = plan.map(
    ({ firstDay, lastDay }) =>
      sql`bool_or(v.row_status = 'complete') filter (where v.visited_on - c.zero between ${firstDay}::integer and ${lastDay}::integer)`,
  );
  return sql`
    select c.patient, c.centre, w.time_point, case
      when v.seen[w.place] then 'done' when v.seen[w.place] is not null then 'part'
      when ${today} < c.zero + w.first_day then 'upcoming' when ${today} <= c.zero + w.last_day then 'due'
      when ${today} - (c.zero + w.last_day) <= ${sql.lit(LATE_DAYS)} then 'late' else 'missed' end as state
    from (
      select p.patient, p.centre, case when p.status in ('dead', 'lost', 'opted_out') then p.last_contact_on end as ended,
        coalesce((
          select max(line.begun) from (
            select min(t.started_on) as begun from chart.treatment t
            where t.centre = p.centre and t.patient = p.patient and t.drug_class is not null and t.started_on <= ${today} group by t.drug_class
          ) line
        ), case when p.diagnosed_on <= ${today} then p.diagnosed_on end) as zero
      from chart.patient p where ${limits} offset 0
    ) c, lateral (
      select array[${sql.join(seen)}] as seen from chart.visit v where v.centre = c.centre and v.patient = c.patient and v.visited_on <= ${today} offset 0
    ) v, (values ${sql.join(plan.map(pointRow))}) w (place, time_point, first_day, last_day)
    where c.zero is not null and (c.ended is null or c.zero + w.first_day <= c.ended)`;
}

const pointRow = ({ name, firstDay, lastDay }: FollowUpPoint, index: number): RawBuilder<unknown> =>
  sql`(${index + 1}::integer, ${name}::text, ${firstDay}::integer, ${lastDay}::integer)`;

/** How many windows of a time point stand in a state at a centre. */
export interface WindowCount {
  readonly centre: string;
  readonly timePoint: string;
  readonly state: WindowState;
  readonly windows: number;
}

/** Counts over every child that the reader may see. */
export async function countWindows(
  session: Session,
  plan: FollowUpPlan,
  asOf: string,
): Promise<readonly WindowCount[]> {
  const { rows } = await sql<WindowCount>`
    select centre, time_point as "timePoint", state, count(*) as windows
    from (${windowRows(plan, asOf, sql`true`)}) w group by 1, 2, 3 order by 1, 2, 3`.execute(session);
  return rows;
}

/** The condition on `p`, a row of chart.patient: a visit is expected of the child that stands in this state. */
export const withWindow = (plan: FollowUpPlan, asOf: string, state: WindowState): RawBuilder<unknown> =>
  sql`exists (select from (values (p.centre, p.patient)) listed (at, child),
    lateral (${windowRows(plan, asOf, sql`p.centre = listed.at and p.patient = listed.child`)}) w where w.state = ${state})`;
