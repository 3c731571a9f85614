import { Readable } from "node:stream";
import { audit } from "@osteon/api";
import { exportAudit, refuseKept } from "@osteon/registry";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";

/** The trail: the history of one row, and all that the person may review, to be verified elsewhere. */
export function addAudit({ app, desk, database }: RouteParts): void {
  serve(app, audit.readRowStory, async (asked) => {
    const { centre, table, key } = asked.params;
    return await desk.read(asked, async (session) => {
      await refuseKept(session, { centres: [centre], tables: [table] });
      const { rows } =
        await sql<audit.AuditEntry>`select seq, at, actor, action, before, after, reason, batch from audit.entry
        where chain = ${centre} and entity = ${`chart.${table}`} and row_key = ${key} order by seq limit 1000`.execute(
          session,
        );
      return { status: 200, body: { entries: rows } };
    });
  });

  serve(app, audit.takeTrail, async (asked) => {
    const { format: wanted } = asked.params;
    const wantedPart = asked.query;
    const { account } = await desk.check(asked.request, async (session, person) => {
      const centres = wantedPart.centre === undefined ? undefined : [wantedPart.centre];
      // A chain of which entries are left out cannot be verified.
      await refuseKept(session, { centres, whole: true });
      await sql`select audit.note('export', ${`trail.${wanted}`}, null, null, ${wantedPart.centre ?? null}, null)`.execute(
        session,
      );
      return person;
    });
    const type = wanted === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson";
    const trail = exportAudit(database, { role: "osteon_member", account }, wanted, {
      ...wantedPart,
      chain: wantedPart.centre,
    });
    return asked.reply
      .headers({
        "content-type": type,
        "content-disposition": `attachment; filename="trail.${wanted}"`,
        "cache-control": "no-store",
      })
      .send(Readable.from(trail));
  });
}
