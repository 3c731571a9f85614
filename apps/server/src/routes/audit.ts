import { Readable } from "node:stream";
import { exportAudit } from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { centreText, rowParams } from "./shapes.ts";

const format = z.object({ format: z.enum(["ndjson", "csv"]) });
const part = z.object({
  centre: centreText.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});

/** The trail: the history of one row, and all that the person may review, to be verified elsewhere. */
export function addAudit({ app, desk, database }: RouteParts): void {
  app.get(
    "/api/centres/:centre/audit/rows/:table/:key",
    {
      schema: {
        params: rowParams,
        summary: "Who changed a row, when, from what to what, and why",
      },
    },
    async (request, reply) => {
      const { centre, table, key } = rowParams.parse(request.params);
      return await desk.read(request, reply, async (session) => {
        const { rows } = await sql`select seq, at, actor, action, before, after, reason, batch from audit.entry
        where chain = ${centre} and entity = ${`chart.${table}`} and row_key = ${key} order by seq limit 1000`.execute(
          session,
        );
        return { status: 200, body: { entries: rows } };
      });
    },
  );

  app.get(
    "/api/audit/trail.:format",
    {
      schema: {
        params: format,
        querystring: part,
        summary:
          "The trail as it comes; whole, or that of a centre, to be verified with `osteon audit verify`; or of a period",
      },
    },
    async (request, reply) => {
      const { format: wanted } = format.parse(request.params);
      const wantedPart = part.parse(request.query);
      const { account } = await desk.check(request, async (session, person) => {
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
      return reply
        .headers({
          "content-type": type,
          "content-disposition": `attachment; filename="trail.${wanted}"`,
          "cache-control": "no-store",
        })
        .send(Readable.from(trail));
    },
  );
}
