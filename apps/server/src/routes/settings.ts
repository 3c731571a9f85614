import { settings } from "@osteon/api";
import { centresWhere, countStanding, readSettings, writeSetting } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";

/** What holds for the whole registry, set by administrators, and who stays out of studies because of it. */
export function addSettings({ app, desk }: RouteParts): void {
  serve(
    app,
    settings.readSettings,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { settings: await readSettings(session) },
      })),
  );

  serve(app, settings.decideSetting, async (asked) => {
    const { setting } = asked.params;
    const { value } = asked.body;
    if (reasonOf(asked.request) === undefined) throw new Refused(422, refused("reason-needed", { what: "setting" }));
    return await desk.write(asked, {}, async (session) => {
      await writeSetting(session, setting, value);
      return { status: 200, body: { settings: await readSettings(session) } };
    });
  });

  serve(
    app,
    settings.countConsent,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const centres = [];
        for (const centre of [...(await centresWhere(session, "chart", "read"))].sort())
          centres.push({ centre, ...(await countStanding(session, [centre])) });
        return { status: 200, body: { centres } };
      }),
  );
}
