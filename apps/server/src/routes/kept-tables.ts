import { keptTables } from "@osteon/api";
import { keptProblems, keptWhole } from "@osteon/codebook";
import { keptVersions, type Session, writeKeptTables } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { administratorsOnly } from "./administration.ts";
import { etag, versionRead } from "./row-version.ts";

/** Which roles do not see which tables of the chart: told to everyone, said by administrators. */
export function addKeptTables({ app, desk }: RouteParts): void {
  const told = async (session: Session) => {
    const versions = await keptVersions(session);
    const { version = 0, kept = {} } = versions[0] ?? {};
    return { status: 200, body: { version, kept, versions }, headers: { etag: etag(version) } } as const;
  };

  serve(app, keptTables.readKeptTables, async (asked) => await desk.read(asked, told));

  serve(app, keptTables.changeKeptTables, async (asked) => {
    const { kept } = asked.body;
    const version = versionRead(asked.request);
    if (reasonOf(asked.request) === undefined)
      throw new Refused(422, "reason-needed", "A table is kept from a role only with a reason.", "Send the reason.");
    return await desk.write(asked, {}, async (session) => {
      await administratorsOnly(session);
      const whole = keptWhole(kept);
      const [own, hanging] = [keptProblems(kept), keptProblems(whole)];
      const problems = own.length > 0 ? own : hanging;
      if (problems.length > 0) return { status: 422, body: { problems } };
      await writeKeptTables(session, whole, version);
      return await told(session);
    });
  });
}
