import { asRole, readSignInRules, type Session } from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { SHORTEST_PASSWORD } from "../sign-in/password-rules.ts";
import { centreText } from "./shapes.ts";

const lockPage = z.object({
  centre: centreText.optional(),
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** So many backups and drills are told, the newest first. */
const TOLD = 100;

/** What those who run a registry look after: locks that stand, accounts, ways to sign in, backups. */
export function addAdministration({ app, database, desk, door }: RouteParts): void {
  app.get(
    "/api/locks",
    { schema: { querystring: lockPage, summary: "Locks that stand, in the order they were set" } },
    async (request, reply) => {
      const { centre, after, limit } = lockPage.parse(request.query);
      return await desk.read(request, reply, async (session) => {
        const { rows } = await sql<{ lock: number }>`
          select lock, centre, scope, patient, visit, set_by as "setBy", set_at as "setAt" from work.lock
          where lifted_at is null and lock > ${after} and ${centre === undefined ? sql`true` : sql`centre = ${centre}`}
          order by lock limit ${limit}`.execute(session);
        const next = rows.length === limit ? rows.at(-1)?.lock : undefined;
        return { status: 200, body: { locks: rows, ...(next === undefined ? {} : { next }) } };
      });
    },
  );

  app.get(
    "/api/administration/people",
    { schema: { summary: "Accounts: standing roles, how each signs in, when it last did; for administrators" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { rows } = await sql`
          select account, name, email, second_factor as "secondFactor", by_password as "byPassword", by_provider as "byProvider",
            last_sign_in as "lastSignIn", disabled_at as "disabledAt", roles from access.accounts()`.execute(session);
        return { status: 200, body: { people: rows } };
      }),
  );

  app.get(
    "/api/administration/backups",
    { schema: { summary: "Backups and restore drills as the trail noted them, the newest first; for administrators" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        await administratorsOnly(session);
        const [backups, drills] = [await kept(session, "backup"), await kept(session, "restore-drill")];
        return { status: 200, body: { backups, drills } };
      }),
  );

  app.get(
    "/api/sign-in-methods",
    { schema: { summary: "The ways to sign in that are on; asked before anybody has signed in" } },
    async (_request, reply) => {
      const { contact } = await asRole(database, { role: "osteon_door", account: "door" }, readSignInRules);
      const password = { shortest: SHORTEST_PASSWORD };
      return reply.send({ password, secondFactor: "totp", providers: door.providers, contact });
    },
  );
}

/** Refuses everyone else, with a sentence. */
export async function administratorsOnly(session: Session): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`select access.administers() as may`.execute(session);
  if (rows[0]?.may !== true)
    throw new Refused(403, "not-allowed", "Only an administrator may do this.", "Ask an administrator.");
}

/** The condition on actions is that of the index of these entries. */
async function kept(session: Session, action: "backup" | "restore-drill"): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select at, actor, entity as file, after as told from audit.entry
    where action in ('backup', 'restore-drill') and action = ${action} order by seq desc limit ${TOLD}`.execute(
    session,
  );
  return rows;
}
