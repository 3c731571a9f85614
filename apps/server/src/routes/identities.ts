import { tableNamed } from "@osteon/codebook";
import { readIdentity, readRow, writeIdentity } from "@osteon/registry";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { childParams, etag, versionRead, words } from "./shapes.ts";

const identity = z.object({
  name: words(200),
  bornOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  recordNumber: words(64),
});

/** Who a child is: read and written by investigator and nurse of the centre; every reading is noted. */
export function addIdentities({ app, desk, identityKeys }: RouteParts): void {
  app.get(
    "/api/centres/:centre/patients/:patient/identity",
    { schema: { params: childParams, summary: "Name, birth date and record number; the reading is noted" } },
    async (request, reply) => {
      const whose = childParams.parse(request.params);
      return await desk.write(request, reply, {}, async (session) => {
        const stored = await readIdentity(session, identityKeys, whose);
        if (stored === undefined)
          throw new Refused(
            404,
            "not-found",
            "There is no identity that you may see.",
            "Ask the study nurse of the centre.",
          );
        return {
          status: 200,
          body: stored.identity,
          headers: { etag: etag(stored.version), "cache-control": "no-store" },
        };
      });
    },
  );

  app.put(
    "/api/centres/:centre/patients/:patient/identity",
    {
      schema: {
        params: childParams,
        body: identity,
        summary: 'Keeps an identity, sealed; If-Match is "0" for the first',
      },
    },
    async (request, reply) => {
      const whose = childParams.parse(request.params);
      const written = identity.parse(request.body);
      const version = versionRead(request);
      return await desk.write(request, reply, {}, async (session) => {
        if ((await readRow(session, tableNamed("patient"), whose.centre, whose.patient)) === undefined)
          throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
        const made = await writeIdentity(session, identityKeys, whose, written, version);
        return { status: version === 0 ? 201 : 200, body: {}, headers: { etag: etag(made) } };
      });
    },
  );
}
