import { tableNamed } from "@osteon/codebook";
import { eraseIdentity, readIdentity, readRow, writeIdentity } from "@osteon/registry";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { childParams, etag, today, versionRead, words } from "./shapes.ts";

const identity = z.object({
  name: words(200),
  bornOn: z.iso
    .date()
    .refine((day) => day >= "1900-01-01" && day <= today(), "This is no day on which a child was born."),
  recordNumber: words(64),
});

/** Who a child is: exchanged and erased with a reason, read and written by investigator and nurse of the centre; every reading is noted. */
export function addIdentities({ app, desk, identityKeys }: RouteParts): void {
  app.get(
    "/api/centres/:centre/patients/:patient/identity",
    { schema: { params: childParams, summary: "Name, birth date and record number; the reading is noted" } },
    async (request, reply) => {
      const whose = childParams.parse(request.params);
      return await desk.write(request, reply, { secret: true }, async (session) => {
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
      return await desk.write(request, reply, { secret: true }, async (session) => {
        if ((await readRow(session, tableNamed("patient"), whose.centre, whose.patient)) === undefined)
          throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
        const made = await writeIdentity(session, identityKeys, whose, written, version);
        return { status: version === 0 ? 201 : 200, body: {}, headers: { etag: etag(made) } };
      });
    },
  );

  app.delete(
    "/api/centres/:centre/patients/:patient/identity",
    {
      schema: {
        params: childParams,
        summary: "Erases an identity, with X-Reason; the trail keeps who erased it and why",
      },
    },
    async (request, reply) => {
      const whose = childParams.parse(request.params);
      return await desk.write(request, reply, { secret: true }, async (session) => {
        if (await eraseIdentity(session, whose)) return { status: 204 };
        throw new Refused(
          404,
          "not-found",
          "There is no identity that you may erase.",
          "Ask the study nurse of the centre.",
        );
      });
    },
  );
}
