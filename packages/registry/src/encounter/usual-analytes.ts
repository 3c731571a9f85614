import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** Unit and limits as they were last used for an analyte. */
export interface UsualResult {
  readonly analyte: string;
  /** On how many sampling days of a child the centre measured it in the two years before. */
  readonly days: number;
  /** Whether it was measured on at least a tenth of these days. */
  readonly isUsual: boolean;
  readonly unit: string | null;
  readonly lowerLimit: string | null;
  readonly upperLimit: string | null;
  /** Of this child itself, of another one of its age (two years to either side), or of any child of the centre. */
  readonly from: "child" | "age" | "centre" | null;
}

/**
 * What a centre measures, most often first, with the unit and the limits last used at its laboratory: the child's own before
 * those of children of its age, since limits depend on it. Only complete rows count, until the day.
 */
export async function usualAnalytes(
  session: Session,
  { centre, patient, on }: { readonly centre: string; readonly patient: string; readonly on: string },
): Promise<readonly UsualResult[]> {
  const { rows } = await sql<UsualResult>`
    with born as (select left(born_on::text, 4)::int as year from chart.patient where centre = ${centre} and patient = ${patient}),
    result as (
      select l.analyte, l.patient, l.sampled_on, l.unit, l.lower_limit, l.upper_limit,
        case when l.patient = ${patient} then 1
          when abs(date_part('year', l.sampled_on) - left(p.born_on::text, 4)::int - (date_part('year', ${on}::date) - (select year from born))) <= 2 then 2
          else 3 end as nearness
      from chart.laboratory l join chart.patient p on p.centre = l.centre and p.patient = l.patient
      where l.centre = ${centre} and l.row_status = 'complete' and l.analyte is not null and l.sampled_on <= ${on}::date
        and (l.value is not null or l.finding is not null)
    ),
    sampled as (
      select analyte, patient, sampled_on from result
      where sampled_on > ${on}::date - 731 or patient = ${patient} group by analyte, patient, sampled_on
    ),
    measured as (select analyte, count(*) as days from sampled group by analyte),
    every_day as (select count(*) as days from (select from sampled group by patient, sampled_on) one),
    -- Few units and limits are ever used: gathered first, since to sort every result costs far more.
    last_used as (
      select analyte, unit, lower_limit, upper_limit, nearness, max(sampled_on) as sampled_on from result
      where unit is not null group by analyte, unit, lower_limit, upper_limit, nearness
    ),
    used as (
      select distinct on (analyte) analyte, unit, lower_limit, upper_limit, nearness from last_used
      order by analyte, (lower_limit is null and upper_limit is null), nearness, sampled_on desc, unit, lower_limit, upper_limit
    )
    select m.analyte, m.days::int as days, m.days * 10 >= every_day.days as "isUsual",
      u.unit, u.lower_limit::text as "lowerLimit", u.upper_limit::text as "upperLimit",
      case u.nearness when 1 then 'child' when 2 then 'age' when 3 then 'centre' end as "from"
    from measured m cross join every_day left join used u using (analyte) order by m.days desc, m.analyte`.execute(
    session,
  );
  return rows;
}
