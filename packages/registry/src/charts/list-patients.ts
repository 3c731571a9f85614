import type { FollowUpPlan, Standing, WindowState } from "@osteon/codebook";
import { type RawBuilder, sql } from "kysely";
import type { Session } from "../database/database.ts";
import { refuseKept } from "../operate/kept-tables.ts";
import { withWindow } from "../schedule/due-visits-sql.ts";
import { draftsOf, orderParts, type PatientOrder, type PatientPlace } from "./patient-order.ts";
import type { RowStatus } from "./stored-row.ts";

/** Which child is meant: a pseudonym says it within its centre alone. */
export interface ChildName {
  readonly centre: string;
  readonly patient: string;
}

/** Which children are listed; what is left out does not limit. */
export interface PatientFilter {
  readonly centre?: string;
  readonly cohort?: string;
  /** Letters with which the pseudonym begins. */
  readonly begins?: string;
  /** Letters anywhere in the pseudonym, upper or lower case alike. */
  readonly contains?: string;
  /** One lesion, or more than one, ever. */
  readonly form?: "unifocal" | "multifocal";
  /** Given a drug of this class, ever. */
  readonly treatment?: string;
  readonly withQueries?: boolean;
  /** With a visit that by the plan stands in this state on the day. */
  readonly expected?: { readonly plan: FollowUpPlan; readonly asOf: string; readonly state: WindowState };
  /** Diagnosed on this day or later, and until this day. */
  readonly from?: string;
  readonly until?: string;
  /** By pseudonym unless said otherwise. */
  readonly order?: PatientOrder;
  /** From the largest value on. */
  readonly falling?: boolean;
  /** Where the page before ended. */
  readonly after?: PatientPlace;
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
  readonly rowStatus: RowStatus;
  /** Whether studies may use the chart. */
  readonly standing: Standing;
  readonly visits: number;
  readonly lastVisitOn: string | null;
  /** Over all tables, the child's own row among them. */
  readonly drafts: number;
  readonly openQueries: number;
  /** Nothing where lesions are kept from the reader. */
  readonly lesions: number | null;
  /** Drugs that complete rows say were begun and not stopped, by name; nothing where treatments are kept from the reader. */
  readonly drugs: readonly string[] | null;
}

/** A page of the list, and where it ended. */
export interface PatientPage {
  readonly patients: readonly PatientLine[];
  readonly place: PatientPlace | undefined;
}

/** A page of the children that the reader may see; what is not ordered by is counted for this page alone. */
export async function listPatients(session: Session, filter: PatientFilter): Promise<PatientPage> {
  const {
    centre,
    cohort,
    begins,
    contains,
    form,
    treatment,
    withQueries,
    expected,
    from,
    until,
    order = "patient",
    falling = false,
    after,
    limit,
  } = filter;
  // Days of a plan count from a treatment.
  const ofTreatment = treatment !== undefined || expected !== undefined;
  const asked = [...(form === undefined ? [] : ["lesion"]), ...(ofTreatment ? ["treatment"] : [])];
  await refuseKept(session, { centres: centre === undefined ? undefined : [centre], tables: asked });
  const { value, join, behind, direction } = orderParts(order, falling, after);
  const limits = [
    sql`true`,
    ...(behind === undefined ? [] : [behind]),
    ...(centre === undefined ? [] : [sql`p.centre = ${centre}`]),
    ...(cohort === undefined ? [] : [sql`p.cohort = ${cohort}`]),
    ...(begins === undefined ? [] : [sql`starts_with(p.patient, ${begins})`]),
    ...(from === undefined ? [] : [sql`p.diagnosed_on >= ${from}::date`]),
    ...(until === undefined ? [] : [sql`p.diagnosed_on <= ${until}::date`]),
    ...(contains === undefined ? [] : [sql`position(lower(${contains}) in lower(p.patient)) > 0`]),
    ...(form === undefined
      ? []
      : [
          sql`(select count(*) from chart.lesion l where l.centre = p.centre and l.patient = p.patient) ${form === "unifocal" ? sql`= 1` : sql`> 1`}`,
        ]),
    ...(treatment === undefined
      ? []
      : [
          sql`exists (select from chart.treatment t where t.centre = p.centre and t.patient = p.patient and t.drug_class = ${treatment})`,
        ]),
    ...(expected === undefined ? [] : [withWindow(expected.plan, expected.asOf, expected.state)]),
    ...(withQueries === true
      ? [
          sql`exists (select from work.query q where q.centre = p.centre and q.patient = p.patient and q.state <> 'closed')`,
        ]
      : []),
  ];
  const byOrder = (of: RawBuilder<unknown>, child: RawBuilder<unknown>) =>
    order === "patient"
      ? sql`${child}.patient ${direction}, ${child}.centre ${direction}`
      : sql`${of} ${direction} nulls last, ${child}.patient, ${child}.centre`;
  const { rows } = await sql<PatientLine & { readonly place: PatientPlace["value"] }>`
    select page.patient, page.centre, coalesce(page.cohort, '') as cohort, coalesce(page.sex, '') as sex,
      coalesce(page.born_on::text, '') as "bornOn", coalesce(page.diagnosed_on::text, '') as "diagnosedOn",
      page.row_status as "rowStatus",
      (select s.standing from work.standing s where s.centre = page.centre and s.patient = page.patient) as standing,
      v.visits, v.last_visit as "lastVisitOn", ${draftsOf(sql`page.centre`, sql`page.patient`)} as drafts,
      q.open as "openQueries", case when not ${isKept("lesion")} then l.lesions end as lesions,
      case when not ${isKept("treatment")} then t.drugs end as drugs, page.place
    from (select p.*, ${value} as place from chart.patient p ${join} where ${sql.join(limits, sql` and `)}
        order by ${byOrder(value, sql`p`)} limit ${limit}) page,
      lateral (select count(*) as visits, max(visited_on)::text as last_visit from chart.visit v
        where v.centre = page.centre and v.patient = page.patient) v,
      lateral (select count(*) as open from work.query q where q.centre = page.centre and q.patient = page.patient and q.state <> 'closed') q,
      lateral (select count(*) as lesions from chart.lesion l where l.centre = page.centre and l.patient = page.patient) l,
      lateral (select coalesce(json_agg(distinct t.drug), '[]') as drugs from chart.treatment t
        where t.centre = page.centre and t.patient = page.patient and t.row_status = 'complete' and t.stopped_on is null and t.drug is not null) t
    order by ${byOrder(sql`page.place`, sql`page`)}`.execute(session);
  const last = rows.at(-1);
  return {
    patients: rows.map(({ place: _, ...line }) => line),
    place: last === undefined ? undefined : { value: last.place, patient: last.patient, centre: last.centre },
  };
}

const isKept = (table: string): RawBuilder<unknown> =>
  sql`(page.centre = any ((select access.kept_at(${table}))::text[]))`;
