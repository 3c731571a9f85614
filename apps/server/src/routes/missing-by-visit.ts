import { quality } from "@osteon/api";
import { CODEBOOK, type FollowUpPlan } from "@osteon/codebook";
import { keptFrom, readFollowUpPlan, refuseKept, type Session } from "@osteon/registry";
import { type RawBuilder, sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { cursorOf, valuesOf } from "./cursors.ts";

/**
 * Time since diagnosis in classes: the windows of the follow-up plan, counted from the diagnosis here, since every visit of a child
 * is asked, whatever it was treated with then. Beside them what lies before, between and after the windows, and drafts without a
 * day. Their names have a hyphen, which no time point has.
 */
const BESIDE = { first: "before-first", between: "between-windows", last: "after-last", none: "no-date" } as const;
const classesOf = (plan: FollowUpPlan): readonly string[] => [
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
const FIELDS = [
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

/** What is missing at visits: each field by time since diagnosis and by reason, and the visits behind each count. */
export function addMissingByVisit({ app, desk }: RouteParts): void {
  serve(app, quality.readMissingByVisit, async (asked) => {
    const { centre } = asked.query;
    return await desk.read(asked, async (session) => {
      const { points } = await readFollowUpPlan(session);
      const fields = await fieldsSeen(session, centre);
      const counts = fields.map(({ field }) => sql`${countsOf(field)} as ${sql.ref(field)}`);
      const { rows } = await sql<
        { readonly class: string; readonly visits: number } & Readonly<Record<string, quality.MissingCounts>>
      >`
          select class, count(*)::int as visits, ${sql.join(counts)} from ${placedVisits(points, centre)} group by class`.execute(
        session,
      );
      const found = classesOf(points).flatMap((name) => rows.filter((row) => row.class === name));
      return {
        status: 200,
        body: {
          timePoints: points,
          classes: found.map(({ class: name, visits }) => ({ class: name, visits })),
          fields: fields.map(({ table, field }) => ({
            table,
            field,
            classes: found.map((row) => ({ ...countsIn(row[field]), class: row.class })),
          })),
        },
      };
    });
  });

  serve(app, quality.listMissingVisits, async (asked) => {
    const { field, class: name, reason, centre, after, limit } = asked.query;
    const table = FIELDS.find((one) => one.field === field)?.table;
    if (table === undefined) throw noSuchField();
    const [lastCentre, lastVisit] = valuesOf(after) ?? ["", ""];
    const wanted = reason === "missing" ? sql`<> 'given'` : sql`= ${reason}`;
    return await desk.read(asked, async (session) => {
      const { points } = await readFollowUpPlan(session);
      await refuseKept(session, { centres: centre === undefined ? undefined : [centre], tables: [table] });
      if (name !== undefined && !classesOf(points).includes(name)) throw noSuchClass(points);
      const { rows } = await sql<quality.MissingVisit>`
          select patient, visit, to_char(visited_on, 'YYYY-MM-DD') as "visitedOn", centre, class, ${reasonOf(field)} as reason
          from ${placedVisits(points, centre)} where (centre, visit) > (${lastCentre}, ${lastVisit}) and ${reasonOf(field)} ${wanted}
            and (${name ?? null}::text is null or class = ${name ?? null}) order by centre, visit limit ${limit}`.execute(
        session,
      );
      const last = rows.length === limit ? rows.at(-1) : undefined;
      const next = last === undefined ? {} : { next: cursorOf(last.centre, last.visit) };
      return { status: 200, body: { visits: rows, ...next } };
    });
  });
}

/** Without those of a table that is kept from the person: they are not missing. */
async function fieldsSeen(session: Session, centre: string | undefined) {
  const kept = (await keptFrom(session)).filter((one) => centre === undefined || one.centre === centre);
  return FIELDS.filter(({ table }) => !kept.some((one) => one.table === table));
}

const countsIn = (counts: quality.MissingCounts | undefined) => ({ ...NOBODY, ...counts });
const NOBODY = { given: 0, notDone: 0, unknown: 0, notApplicable: 0, notEntered: 0 };

const noSuchField = (): Refused =>
  new Refused(
    400,
    "invalid-request",
    "This is no field that is asked for at visits.",
    `Fields: ${FIELDS.map(({ field }) => field).join(", ")}.`,
    { column: "querystring.field" },
  );

/** The plan was changed since the address was written, or it never had the time point. */
const noSuchClass = (plan: FollowUpPlan): Refused =>
  new Refused(
    400,
    "no-such-time-point",
    "The follow-up plan has no such time point.",
    `Time points: ${classesOf(plan).join(", ")}.`,
    { column: "class" },
  );

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
const reasonOf = (field: string): RawBuilder<unknown> =>
  isAnalyte(field)
    ? sql`coalesce(${sql.ref(field)}, 'not-entered')`
    : sql`case when ${sql.ref(field)} is not null then 'given' else coalesce(${sql.ref(`${field}_missing`)}, 'not-entered') end`;

function countsOf(field: string): RawBuilder<unknown> {
  const counts = Object.entries(COUNTED).map(
    ([reason, called]) => sql`${sql.lit(called)}, count(*) filter (where ${reasonOf(field)} = ${sql.lit(reason)})`,
  );
  return sql`json_build_object(${sql.join(counts)})`;
}
