import { patients } from "@osteon/api";
import { tableNamed } from "@osteon/codebook";
import { eraseIdentity, readIdentity, readRow, writeIdentity } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { etag, versionRead } from "./row-version.ts";

/** Who a child is: exchanged and erased with a reason, read and written by investigator and nurse of the centre; every reading is noted. */
export function addIdentities({ app, desk, identityKeys }: RouteParts): void {
  serve(app, patients.readIdentity, async (asked) => {
    const whose = asked.params;
    return await desk.write(asked, { secret: true }, async (session) => {
      const stored = await readIdentity(session, identityKeys, whose);
      if (stored === undefined) throw new Refused(404, refused("not-found", { what: "identity" }));
      return {
        status: 200,
        body: stored.identity,
        headers: { etag: etag(stored.version), "cache-control": "no-store" },
      };
    });
  });

  serve(app, patients.keepIdentity, async (asked) => {
    const whose = asked.params;
    const written = asked.body;
    const version = versionRead(asked.request);
    return await desk.write(asked, { secret: true }, async (session) => {
      if ((await readRow(session, tableNamed("patient"), whose.centre, whose.patient)) === undefined)
        throw new Refused(404, refused("not-found", { what: "child" }));
      const made = await writeIdentity(session, identityKeys, whose, written, version);
      return { status: version === 0 ? 201 : 200, body: {}, headers: { etag: etag(made) } };
    });
  });

  serve(app, patients.eraseIdentity, async (asked) => {
    const whose = asked.params;
    return await desk.write(asked, { secret: true }, async (session) => {
      if (await eraseIdentity(session, whose)) return { status: 204 };
      throw new Refused(404, refused("not-found", { what: "identity-to-erase" }));
    });
  });
}
