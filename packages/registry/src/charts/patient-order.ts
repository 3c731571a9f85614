import { CODEBOOK } from "@osteon/codebook";
import { type RawBuilder, sql } from "kysely";

/** What the list of children can be ordered by; the pseudonym decides between equals, then the centre. */
export type PatientOrder = keyof typeof ORDERED;

/** Where a page of the list ended: what the last child was ordered by, and which child it was. */
export interface PatientPlace {
  readonly value: string | number | null;
  readonly patient: string;
  readonly centre: string;
}

/** A value for each child of `p`, a row of chart.patient; `of` is joined on its centre and patient where it needs other tables. */
interface Ordered {
  readonly type: "text" | "integer";
  readonly value: RawBuilder<unknown>;
  readonly of?: RawBuilder<unknown>;
}

const text = (value: RawBuilder<unknown>): Ordered => ({ type: "text", value });
const counted = (rows: RawBuilder<unknown>): Ordered => ({
  type: "integer",
  value: sql`coalesce(o.value, 0)::integer`,
  of: sql`select rows.centre, rows.patient, count(*) as value from (${rows}) rows group by rows.centre, rows.patient`,
});

/** Every draft of every table, the child's own row among them. */
const DRAFTS = sql.join(
  CODEBOOK.map(({ name }) => sql`select centre, patient from ${sql.id("chart", name)} where row_status = 'draft'`),
  sql` union all `,
);

/** How many drafts the chart of one child holds over all tables. */
export const draftsOf = (centre: RawBuilder<unknown>, patient: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(${sql.join(
    CODEBOOK.map(
      ({ name }) =>
        sql`(select count(*) from ${sql.id("chart", name)} d where d.centre = ${centre} and d.patient = ${patient} and d.row_status = 'draft')`,
    ),
    sql` + `,
  )})`;

const ORDERED = {
  patient: text(sql`p.patient`),
  centre: text(sql`p.centre`),
  cohort: text(sql`p.cohort`),
  sex: text(sql`p.sex`),
  bornOn: text(sql`p.born_on::text collate "C"`),
  diagnosedOn: text(sql`to_char(p.diagnosed_on, 'YYYY-MM-DD') collate "C"`),
  lastVisitOn: {
    type: "text",
    value: sql`o.value collate "C"`,
    of: sql`select centre, patient, to_char(max(visited_on), 'YYYY-MM-DD') as value from chart.visit group by centre, patient`,
  },
  visits: counted(sql`select centre, patient from chart.visit`),
  lesions: counted(sql`select centre, patient from chart.lesion`),
  openQueries: counted(sql`select centre, patient from work.query where state <> 'closed'`),
  drafts: counted(DRAFTS),
} satisfies Readonly<Record<string, Ordered>>;

/** The parts of a statement that read children in an order, from a place on. */
export interface OrderParts {
  readonly value: RawBuilder<unknown>;
  readonly join: RawBuilder<unknown>;
  /** What comes behind the place; nothing where the list begins. */
  readonly behind: RawBuilder<unknown> | undefined;
  readonly direction: RawBuilder<unknown>;
}

/**
 * Children in an order that has each of them once over all pages: by value, those without one last in either direction, then
 * by pseudonym and centre. The place holds the value itself, so that a child changed meanwhile moves no other.
 */
export function orderParts(order: PatientOrder, falling: boolean, after: PatientPlace | undefined): OrderParts {
  const { type, value, of }: Ordered = ORDERED[order];
  const direction = falling ? sql`desc` : sql`asc`;
  const join = of === undefined ? sql`` : sql`left join (${of}) o on o.centre = p.centre and o.patient = p.patient`;
  if (order === "patient") {
    const behind =
      after &&
      (falling ? sql`(p.patient, p.centre) < ${childAt(after)}` : sql`(p.patient, p.centre) > ${childAt(after)}`);
    return { value, join, behind, direction };
  }
  return { value, join, behind: after && behindPlace(value, type, falling, after), direction };
}

const childAt = ({ patient, centre }: PatientPlace) => sql`(${patient}::text, ${centre}::text)`;

function behindPlace(
  value: RawBuilder<unknown>,
  type: Ordered["type"],
  falling: boolean,
  after: PatientPlace,
): RawBuilder<unknown> {
  if (after.value === null) return sql`(${value} is null and (p.patient, p.centre) > ${childAt(after)})`;
  const there = type === "integer" ? sql`${after.value}::integer` : sql`${after.value}::text`;
  const further = falling ? sql`${value} < ${there}` : sql`${value} > ${there}`;
  return sql`(${further} or (${value} = ${there} and (p.patient, p.centre) > ${childAt(after)}) or ${value} is null)`;
}
