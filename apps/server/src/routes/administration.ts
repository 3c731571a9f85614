import { administration, people } from "@osteon/api";
import { asRole, readSignInRules, type Session } from "@osteon/registry";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { send, serve } from "../http/serve-route.ts";
import { SHORTEST_PASSWORD } from "../sign-in/password-rules.ts";

/** So many backups and drills are told, the newest first. */
const TOLD = 100;

/** What those who run a registry look after: locks that stand, accounts, ways to sign in, backups. */
export function addAdministration({ app, database, desk, door }: RouteParts): void {
  serve(app, administration.listLocks, async (asked) => {
    const { centre, after, limit } = asked.query;
    return await desk.read(asked, async (session) => {
      const { rows } = await sql<administration.StandingLock>`
          select lock, centre, scope, patient, visit, set_by as "setBy", set_at as "setAt" from work.lock
          where lifted_at is null and lock > ${after} and ${centre === undefined ? sql`true` : sql`centre = ${centre}`}
          order by lock limit ${limit}`.execute(session);
      const next = rows.length === limit ? rows.at(-1)?.lock : undefined;
      return { status: 200, body: { locks: rows, ...(next === undefined ? {} : { next }) } };
    });
  });

  serve(
    app,
    people.listAccounts,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { rows } = await sql<people.Account>`
          select account, name, email, second_factor as "secondFactor", by_password as "byPassword", by_provider as "byProvider",
            last_sign_in as "lastSignIn", disabled_at as "disabledAt", roles from access.accounts()`.execute(session);
        return { status: 200, body: { people: rows } };
      }),
  );

  serve(
    app,
    administration.listBackups,
    async (asked) =>
      await desk.read(asked, async (session) => {
        await administratorsOnly(session);
        const backups = await kept<administration.NotedBackup>(session, "backup");
        const drills = await kept<administration.NotedDrill>(session, "restore-drill");
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
  const { rows } = await sql<{ may: boolean }>`select access.administers() as may`.execute(session);
  if (rows[0]?.may !== true)
    throw new Refused(403, "not-allowed", "Only an administrator may do this.", "Ask an administrator.");
}

/** The condition on actions is that of the index of these entries. */
async function kept<Noted>(session: Session, action: "backup" | "restore-drill"): Promise<readonly Noted[]> {
  const { rows } = await sql<Noted>`
    select at, actor, entity as file, after as told from audit.entry
    where action in ('backup', 'restore-drill') and action = ${action} order by seq desc limit ${TOLD}`.execute(
    session,
  );
  return rows;
}
