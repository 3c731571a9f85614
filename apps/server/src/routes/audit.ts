import { Readable } from "node:stream";
import { audit } from "@osteon/api";
import { exportAudit, noteInTrail, refuseKept, rowStory } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";

/** The trail: the history of one row, and all that the person may review, to be verified elsewhere. */
export function addAudit({ app, desk, database }: RouteParts): void {
  serve(app, audit.readRowStory, async (asked) => {
    const { centre, table } = asked.params;
    return await desk.read(asked, async (session) => {
      await refuseKept(session, { centres: [centre], tables: [table] });
      return { status: 200, body: { entries: await rowStory(session, asked.params) } };
    });
  });

  serve(app, audit.takeTrail, async (asked) => {
    const { format: wanted } = asked.params;
    const wantedPart = asked.query;
    const { account } = await desk.check(asked.request, async (session, person) => {
      const centres = wantedPart.centre === undefined ? undefined : [wantedPart.centre];
      // A chain of which entries are left out cannot be verified.
      await refuseKept(session, { centres, whole: true });
      await noteInTrail(session, { action: "export", entity: `trail.${wanted}`, centre: wantedPart.centre });
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
