import { ownLink } from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { centreText, reason, role, words } from "./shapes.ts";

const membership = z.object({ account: words(64), role, centre: centreText.optional(), reason });
const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Who works here: oneself, colleagues, and for administrators memberships and centres. */
export function addAccounts({ app, desk }: RouteParts): void {
  app.get(
    "/api/me",
    { schema: { summary: "Who is signed in, and what this person may do where" } },
    async (request, reply) =>
      await desk.read(
        request,
        reply,
        async (session, person) => {
          const rights = person.needs === null ? (await sql`select * from access.rights()`.execute(session)).rows : [];
          return {
            status: 200,
            body: {
              account: person.account,
              name: person.name,
              email: person.email,
              secondFactor: person.second_factor,
              hasPassword: person.has_password,
              needs: person.needs,
              link: (await ownLink(session)) ?? null,
              rights,
            },
          };
        },
        { halfway: true },
      ),
  );

  app.get(
    "/api/people",
    { schema: { summary: "Names of those who work at the same centres" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => ({
        status: 200,
        body: { people: (await sql`select * from access.people()`.execute(session)).rows },
      })),
  );

  app.get(
    "/api/memberships",
    { schema: { summary: "Roles at centres: one's own, or all for administrators" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { rows } =
          await sql`select membership, account, role, centre, ended_at as "endedAt" from access.membership order by 1`.execute(
            session,
          );
        return { status: 200, body: { memberships: rows } };
      }),
  );

  app.get(
    "/api/centres",
    { schema: { summary: "The centres of the registry" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => ({
        status: 200,
        body: {
          centres: (
            await sql`select centre, says, pseudonym_pattern as pattern from access.centre order by 1`.execute(session)
          ).rows,
        },
      })),
  );

  app.post(
    "/api/centres",
    {
      schema: {
        body: z.object({ centre: centreText, says: z.string().max(500).default("") }),
        summary: "Adds a centre",
      },
    },
    async (request, reply) => {
      const { centre, says } = z
        .object({ centre: centreText, says: z.string().max(500).default("") })
        .parse(request.body);
      return await desk.write(request, reply, {}, async (session) => {
        await sql`insert into access.centre (centre, says) values (${centre}, ${says})`.execute(session);
        return { status: 201, body: { centre } };
      });
    },
  );

  app.post(
    "/api/memberships",
    { schema: { body: membership, summary: "Gives a person a role at a centre" } },
    async (request, reply) => {
      const { account, role: given, centre } = membership.parse(request.body);
      return await desk.write(request, reply, {}, async (session) => {
        await sql`insert into access.membership (account, role, centre)
          values (${account}, ${given}, ${centre ?? null})`.execute(session);
        return { status: 201, body: {} };
      });
    },
  );

  app.delete(
    "/api/memberships/:membership",
    { schema: { params: z.object({ membership: number }), summary: "Ends a role" } },
    async (request, reply) => {
      const { membership: which } = z.object({ membership: number }).parse(request.params);
      return await desk.write(request, reply, {}, async (session) => {
        const { rows } =
          await sql`update access.membership set ended_at = clock_timestamp() where membership = ${which} and ended_at is null returning 1`.execute(
            session,
          );
        if (rows.length > 0) return { status: 204 };
        throw new Refused(404, "not-found", "There is no such role that you may end.", "Read the list again.");
      });
    },
  );
}
