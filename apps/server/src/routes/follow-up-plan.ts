import { settings } from "@osteon/api";
import { planProblems } from "@osteon/codebook";
import { followUpVersions, readFollowUpPlan, type Session, writeFollowUpPlan } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { etag, versionRead } from "./row-version.ts";

/** When the registry expects visits, and how that came to be. */
export function addFollowUpPlan({ app, desk }: RouteParts): void {
  const told = async (session: Session) => {
    const plan = await readFollowUpPlan(session);
    return { status: 200, body: plan, headers: { etag: etag(plan.version) } } as const;
  };

  serve(app, settings.readFollowUpPlan, async (asked) => await desk.read(asked, told));

  serve(
    app,
    settings.listFollowUpPlans,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { versions: await followUpVersions(session) },
      })),
  );

  serve(app, settings.changeFollowUpPlan, async (asked) => {
    const { points } = asked.body;
    const version = versionRead(asked.request);
    if (reasonOf(asked.request) === undefined) throw new Refused(422, refused("reason-needed", { what: "plan" }));
    return await desk.write(asked, {}, async (session) => {
      const problems = planProblems(points);
      if (problems.length > 0) return { status: 422, body: { problems } };
      await writeFollowUpPlan(session, points, version);
      return await told(session);
    });
  });
}
