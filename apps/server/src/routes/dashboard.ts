import { quality } from "@osteon/api";
import { CODEBOOK, dictionary, MISSING_REASONS, tableNamed } from "@osteon/codebook";
import { readCodebook, refuseKept } from "@osteon/registry";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";

/** How many drafts a centre `c` holds, over all tables. */
const DRAFTS = sql`(${sql.join(
  CODEBOOK.map(
    ({ name }) =>
      sql`(select count(*) from ${sql.table(`chart.${name}`)} d where d.centre = c.centre and d.row_status = 'draft')`,
  ),
  sql` + `,
)})`;

/** A field of the registry's own as a value and a reason, as other fields have two columns. */
function ownCell(name: string) {
  const cell = sql`(own ->> ${name})`;
  const reasons = MISSING_REASONS.filter(({ token }) => token !== "");
  const reason = sql.join(
    reasons.map(({ token, code }) => sql`when ${token} then ${code}`),
    sql` `,
  );
  return [
    sql`(case when ${cell} in (${sql.join(reasons.map(({ token }) => sql`${token}`))}) then null else ${cell} end)`,
    sql`(case ${cell} ${reason} end)`,
  ] as const;
}

/** What is there and what is missing, by centre and by field: the counts that pages and exports share. */
export function addDashboard({ app, desk }: RouteParts): void {
  serve(app, quality.readCodebook, async (asked) => {
    const book = await desk.check(asked.request, readCodebook);
    const { tables, drugs, analytes } = book;
    return asked.reply.send({ tables, drugs, analytes, dictionary: dictionary(book) });
  });

  serve(
    app,
    quality.readDashboard,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { rows } = await sql<quality.CentreCounts>`
        select c.centre, (select count(*) from chart.patient p where p.centre = c.centre) as patients,
          v.visits, ${DRAFTS} as drafts, (select count(*) from work.query q where q.centre = c.centre and q.state <> 'closed') as "openQueries",
          (select count(*) from work.lock l where l.centre = c.centre and l.lifted_at is null) as locks
        from (select unnest(access.centres('chart', 'read')) as centre) c,
          lateral (select count(*) as visits from chart.visit v where v.centre = c.centre) v
        order by 1`.execute(session);
        return { status: 200, body: { centres: rows } };
      }),
  );

  serve(app, quality.countMissing, async (asked) => {
    const { table } = asked.request.params as { table: string };
    return await desk.read(asked, async (session) => {
      await refuseKept(session, { tables: [table] });
      const fields = tableNamed(table, (await readCodebook(session)).tables).fields.filter((field) => !field.required);
      const counts = fields.map(({ name, own }) => {
        const [value, missing] = own === undefined ? [sql.ref(name), sql.ref(`${name}_missing`)] : ownCell(name);
        return sql`select ${name} as field, count(${value}) as given, count(*) filter (where ${missing} = 'not-done') as "notDone",
          count(*) filter (where ${missing} = 'unknown') as unknown, count(*) filter (where ${missing} = 'not-applicable') as "notApplicable",
          count(*) filter (where ${value} is null and ${missing} is null) as "notEntered" from ${sql.table(`chart.${table}`)}`;
      });
      const { rows } =
        counts.length === 0
          ? { rows: [] }
          : await sql<quality.FieldCounts>`${sql.join(counts, sql` union all `)}`.execute(session);
      return { status: 200, body: { table, fields: rows } };
    });
  });
}
