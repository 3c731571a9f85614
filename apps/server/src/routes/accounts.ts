import { accounts } from "@osteon/api";
import {
  addCentre,
  endRole,
  giveRole,
  keptFrom,
  listCentres,
  listColleagues,
  listMemberships,
  noticesOf,
  ownLink,
  rightsOf,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
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
          const rights = person.needs === null ? await rightsOf(session) : [];
          const everywhere = rights.some(({ centre }) => centre === null);
          const centres = everywhere ? await listCentres(session) : rights;
          const notices = await noticesOf(session, [...new Set(centres.flatMap(({ centre }) => centre ?? []))]);
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
              notices: [...notices].flatMap(([centre, lines]) => (lines.length === 0 ? [] : [{ centre, lines }])),
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
        body: { people: await listColleagues(session) },
      })),
  );

  serve(
    app,
    accounts.listMemberships,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { memberships: await listMemberships(session) },
      })),
  );

  serve(
    app,
    accounts.listCentres,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { centres: await listCentres(session) },
      })),
  );

  serve(app, accounts.addCentre, async (asked) => {
    const { centre, says } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      await addCentre(session, { centre, says });
      return { status: 201, body: { centre } };
    });
  });

  serve(app, accounts.giveRole, async (asked) => {
    return await desk.write(asked, {}, async (session) => {
      await giveRole(session, asked.body);
      return { status: 201, body: {} };
    });
  });

  serve(app, accounts.endRole, async (asked) => {
    const { membership: which } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      if (await endRole(session, which)) return { status: 204 };
      throw new Refused(404, refused("not-found", { what: "role" }));
    });
  });
}
