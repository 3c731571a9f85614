import { administration, people } from "@osteon/api";
import {
  administers,
  asRole,
  listAccounts,
  notedBackups,
  notedDrills,
  readSignInRules,
  type Session,
  standingLocks,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { send, serve } from "../http/serve-route.ts";
import { SHORTEST_PASSWORD } from "../sign-in/password-rules.ts";

/** What those who run a registry look after: locks that stand, accounts, ways to sign in, backups. */
export function addAdministration({ app, database, desk, door }: RouteParts): void {
  serve(app, administration.listLocks, async (asked) => {
    return await desk.read(asked, async (session) => {
      const locks = await standingLocks(session, asked.query);
      const next = locks.length === asked.query.limit ? locks.at(-1)?.lock : undefined;
      return { status: 200, body: { locks, ...(next === undefined ? {} : { next }) } };
    });
  });

  serve(
    app,
    people.listAccounts,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { people: await listAccounts(session) } })),
  );

  serve(
    app,
    administration.listBackups,
    async (asked) =>
      await desk.read(asked, async (session) => {
        await administratorsOnly(session);
        const backups = await notedBackups(session);
        const drills = await notedDrills(session);
        return { status: 200, body: { backups, drills } };
      }),
  );

  serve(app, administration.readSignInMethods, async (asked) => {
    const { contact } = await asRole(database, { role: "osteon_door", account: "door" }, readSignInRules);
    const password = { shortest: SHORTEST_PASSWORD };
    return send(asked, {
      status: 200,
      body: { password, secondFactor: "totp", providers: [...door.providers], contact },
    });
  });
}

/** Refuses everyone else, with a sentence. */
export async function administratorsOnly(session: Session): Promise<void> {
  if (!(await administers(session))) throw new Refused(403, refused("not-allowed", { what: "administrators" }));
}
