import { accounts } from "@osteon/api";
import { keptFrom, ownLink } from "@osteon/registry";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";

/** Who works here: oneself, colleagues, and for administrators memberships and centres. */
export function addAccounts({ app, desk }: RouteParts): void {
  serve(
    app,
    accounts.readMe,
    async (asked) =>
      await desk.read(
        asked,
        async (session, person) => {
          const rights =
            person.needs === null
              ? (await sql<accounts.Right>`select * from access.rights()`.execute(session)).rows
              : [];
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
              kept: person.needs === null ? await keptFrom(session) : [],
            },
          };
        },
        { halfway: true },
      ),
  );

  serve(
    app,
    accounts.listPeople,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { people: (await sql<accounts.Colleague>`select * from access.people()`.execute(session)).rows },
      })),
  );

  serve(
    app,
    accounts.listMemberships,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const { rows } =
          await sql<accounts.Membership>`select membership, account, role, centre, ended_at as "endedAt" from access.membership order by 1`.execute(
            session,
          );
        return { status: 200, body: { memberships: rows } };
      }),
  );

  serve(
    app,
    accounts.listCentres,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: {
          centres: (
            await sql<accounts.Centre>`select centre, says, pseudonym_pattern as pattern from access.centre order by 1`.execute(
              session,
            )
          ).rows,
        },
      })),
  );

  serve(app, accounts.addCentre, async (asked) => {
    const { centre, says } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      await sql`insert into access.centre (centre, says) values (${centre}, ${says})`.execute(session);
      return { status: 201, body: { centre } };
    });
  });

  serve(app, accounts.giveRole, async (asked) => {
    const { account, role: given, centre } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      await sql`insert into access.membership (account, role, centre)
          values (${account}, ${given}, ${centre ?? null})`.execute(session);
      return { status: 201, body: {} };
    });
  });

  serve(app, accounts.endRole, async (asked) => {
    const { membership: which } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      const { rows } =
        await sql`update access.membership set ended_at = clock_timestamp() where membership = ${which} and ended_at is null returning 1`.execute(
          session,
        );
      if (rows.length > 0) return { status: 204 };
      throw new Refused(404, "not-found", "There is no such role that you may end.", "Read the list again.");
    });
  });
}
