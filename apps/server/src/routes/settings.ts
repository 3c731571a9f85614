import { countStanding, readSettings, writeSetting } from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { reasonOf } from "../http/signed-in.ts";

const params = z.object({ setting: z.literal("blank-consent") });
const body = z.object({ value: z.enum(["given", "not-given"]), reason: z.string().optional() });

/** What holds for the whole registry, set by administrators, and who stays out of studies because of it. */
export function addSettings({ app, desk }: RouteParts): void {
  app.get(
    "/api/settings",
    { schema: { summary: "Settings of the registry; what nobody decided is at its default" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => ({
        status: 200,
        body: { settings: await readSettings(session) },
      })),
  );

  app.put(
    "/api/settings/:setting",
    { schema: { params, body, summary: "Decides a setting, with a reason; for administrators" } },
    async (request, reply) => {
      const { setting } = params.parse(request.params);
      const { value } = body.parse(request.body);
      if (reasonOf(request) === undefined)
        throw new Refused(422, "reason-needed", "A setting is changed only with a reason.", "Send the reason.");
      return await desk.write(request, reply, {}, async (session) => {
        await writeSetting(session, setting, value);
        return { status: 200, body: { settings: await readSettings(session) } };
      });
    },
  );

  app.get(
    "/api/consent",
    { schema: { summary: "By centre: how many children studies may use, and how many stay out, by why" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        const { rows } = await sql<{
          centre: string;
        }>`select unnest(access.centres('chart', 'read')) as centre order by 1`.execute(session);
        const centres = [];
        for (const { centre } of rows) centres.push({ centre, ...(await countStanding(session, [centre])) });
        return { status: 200, body: { centres } };
      }),
  );
}
