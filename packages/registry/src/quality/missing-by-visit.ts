import { CODEBOOK, type FollowUpPlan } from "@osteon/codebook";
import { type RawBuilder, sql } from "kysely";
import type { Session } from "../database/database.ts";
import { keptFrom } from "../operate/kept-tables.ts";
import type { MissingCounts } from "./missing-by-field.ts";

/**
 * Time since diagnosis in classes: the windows of the follow-up plan, counted from the diagnosis here, since every visit of a child
 * is asked, whatever it was treated with then. Beside them what lies before, between and after the windows, and drafts without a
 * day. Their names have a hyphen, which no time point has.
 */
const BESIDE = { first: "before-first", between: "between-windows", last: "after-last", none: "no-date" } as const;

/** The classes of a plan, in their order. */
export const visitClasses = (plan: FollowUpPlan): readonly string[] => [
  BESIDE.first,
  ...plan.map(({ name }) => name),
  BESIDE.between,
  BESIDE.last,
  BESIDE.none,
];

const ANALYTES = ["crp", "esr"] as const;
const VISIT_FIELDS = (CODEBOOK.find(({ name }) => name === "visit")?.fields ?? []).flatMap(({ name, required }) =>
  required ? [] : [name],
);
/** What is asked for at visits: the fields of the visit itself, CRP and ESR. */
export const VISIT_CELLS = [
  ...VISIT_FIELDS.map((field) => ({ table: "visit", field })),
  ...ANALYTES.map((field) => ({ table: "laboratory", field })),
];

/** What a cell can be, and how its count is called. */
const COUNTED = {
  given: "given",
  "not-done": "notDone",
  unknown: "unknown",
  "not-applicable": "notApplicable",
  "not-entered": "notEntered",
} as const;

/** What is missing at visits: each field by class and by reason; of classes that have a visit. */
export interface MissingByVisit {
  readonly classes: readonly { readonly class: string; readonly visits: number }[];
  readonly fields: readonly {
    readonly table: string;
    readonly field: string;
    readonly classes: readonly (MissingCounts & { readonly class: string })[];
  }[];
}

export async function countMissingByVisit(
  session: Session,
  plan: FollowUpPlan,
  centre: string | undefined,
): Promise<MissingByVisit> {
  const cells = await cellsSeen(session, centre);
  const counts = cells.map(({ field }) => sql`${countsOf(field)} as ${sql.ref(field)}`);
  const { rows } = await sql<
    { readonly class: string; readonly visits: number } & Readonly<Record<string, MissingCounts>>
  >`select class, count(*)::int as visits, ${sql.join(counts)} from ${placedVisits(plan, centre)} group by class`.execute(
    session,
  );
  const found = visitClasses(plan).flatMap((name) => rows.filter((row) => row.class === name));
  return {
    classes: found.map(({ class: name, visits }) => ({ class: name, visits })),
    fields: cells.map(({ table, field }) => ({
      table,
      field,
      classes: found.map((row) => ({ ...NOBODY, ...row[field], class: row.class })),
    })),
  };
}

/** Without those of a table that is kept from the person: they are not missing. */
async function cellsSeen(session: Session, centre: string | undefined) {
  const kept = (await keptFrom(session)).filter((one) => centre === undefined || one.centre === centre);
  return VISIT_CELLS.filter(({ table }) => !kept.some((one) => one.table === table));
}

const NOBODY: MissingCounts = { given: 0, notDone: 0, unknown: 0, notApplicable: 0, notEntered: 0 };

/** A visit behind a count. */
export interface MissingVisit {
  readonly patient: string;
  readonly visit: string;
  readonly visitedOn: string | null;
  readonly centre: string;
  readonly class: string;
  readonly reason: keyof typeof COUNTED;
}

/** Which visits are meant: `missing` stands for every reason. */
export interface MissingFilter {
  readonly field: string;
  readonly class?: string | undefined;
  readonly reason: keyof typeof COUNTED | "missing";
  readonly centre?: string | undefined;
  /** Centre and visit at which the page before ended. */
  readonly after: readonly [string, string];
  readonly limit: number;
}

/** A page of the visits behind a count, by centre and number. */
export async function missingVisits(
  session: Session,
  plan: FollowUpPlan,
  { field, class: name, reason, centre, after: [lastCentre, lastVisit], limit }: MissingFilter,
): Promise<readonly MissingVisit[]> {
  const wanted = reason === "missing" ? sql`<> 'given'` : sql`= ${reason}`;
  const { rows } = await sql<MissingVisit>`
    select patient, visit, to_char(visited_on, 'YYYY-MM-DD') as "visitedOn", centre, class, ${reasonIn(field)} as reason
    from ${placedVisits(plan, centre)} where (centre, visit) > (${lastCentre}, ${lastVisit}) and ${reasonIn(field)} ${wanted}
      and (${name ?? null}::text is null or class = ${name ?? null}) order by centre, visit limit ${limit}`.execute(
    session,
  );
  return rows;
}

/** The visits that the reader may see, each with its class and, where there is one, its CRP and ESR. */
function placedVisits(plan: FollowUpPlan, centre: string | undefined): RawBuilder<unknown> {
  const days = sql`(v.visited_on - p.diagnosed_on)`;
  const [first, last] = [plan[0]?.firstDay ?? 0, plan.at(-1)?.lastDay ?? 0];
  const windows = plan.map(
    ({ name, firstDay, lastDay }) =>
      sql`when ${days} between ${sql.lit(firstDay)} and ${sql.lit(lastDay)} then ${name}`,
  );
  return sql`(
    select v.*, (case when ${days} is null then ${BESIDE.none} when ${days} < ${sql.lit(first)} then ${BESIDE.first}
      when ${days} > ${sql.lit(last)} then ${BESIDE.last} ${sql.join(windows, sql` `)} else ${BESIDE.between} end)::text as class, l.crp, l.esr
    from chart.visit v join chart.patient p using (centre, patient) left join (
      select centre, visit, ${sql.join(ANALYTES.map((analyte) => sql`${resultOf(analyte)} as ${sql.ref(analyte)}`))}
      from chart.laboratory where visit is not null and analyte in (${sql.join(ANALYTES.map((one) => sql.lit(one)))})
      group by centre, visit
    ) l using (centre, visit) where (${centre ?? null}::text is null or v.centre = ${centre ?? null})) placed`;
}

/** Of the results of one analyte at one visit the one that tells most; null where there is none. */
const resultOf = (analyte: string): RawBuilder<unknown> =>
  sql`case min(case when analyte <> ${sql.lit(analyte)} then null when value is not null then 1 when value_missing = 'not-done' then 2
    when value_missing = 'unknown' then 3 when value_missing = 'not-applicable' then 4 end)
    when 1 then 'given' when 2 then 'not-done' when 3 then 'unknown' when 4 then 'not-applicable' end`;

const isAnalyte = (field: string): boolean => (ANALYTES as readonly string[]).includes(field);

/** Given, or why not. What a draft holds as it was typed and cannot be read is not entered yet. */
const reasonIn = (field: string): RawBuilder<unknown> =>
  isAnalyte(field)
    ? sql`coalesce(${sql.ref(field)}, 'not-entered')`
    : sql`case when ${sql.ref(field)} is not null then 'given' else coalesce(${sql.ref(`${field}_missing`)}, 'not-entered') end`;

function countsOf(field: string): RawBuilder<unknown> {
  const counts = Object.entries(COUNTED).map(
    ([reason, called]) => sql`${sql.lit(called)}, count(*) filter (where ${reasonIn(field)} = ${sql.lit(reason)})`,
  );
  return sql`json_build_object(${sql.join(counts)})`;
}
