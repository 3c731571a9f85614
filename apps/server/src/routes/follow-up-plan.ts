import { planProblems } from "@osteon/codebook";
import { followUpVersions, readFollowUpPlan, type Session, writeFollowUpPlan } from "@osteon/registry";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { reasonOf } from "../http/signed-in.ts";
import { etag, reason, versionRead } from "./shapes.ts";

const day = z.number().int().min(-1_000_000).max(1_000_000);
const label = z.string().max(200);
const body = z.object({
  points: z
    .array(
      z.object({
        name: z.string().max(200),
        targetDay: day,
        firstDay: day,
        lastDay: day,
        label: z.object({ en: label, de: label }),
      }),
    )
    .max(200),
  reason,
});

/** When the registry expects visits, and how that came to be. */
export function addFollowUpPlan({ app, desk }: RouteParts): void {
  const told = async (session: Session) => {
    const plan = await readFollowUpPlan(session);
    return { status: 200, body: plan, headers: { etag: etag(plan.version) } };
  };

  app.get(
    "/api/follow-up-plan",
    { schema: { summary: "The follow-up plan: time points with their windows, in days from the start of treatment" } },
    async (request, reply) => await desk.read(request, reply, told),
  );

  app.get(
    "/api/follow-up-plan/versions",
    { schema: { summary: "Every version of the follow-up plan, the latest first, with who changed it and why" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => ({
        status: 200,
        body: { versions: await followUpVersions(session) },
      })),
  );

  app.put(
    "/api/follow-up-plan",
    { schema: { body, summary: "Changes the plan that was read (If-Match), with a reason; for administrators" } },
    async (request, reply) => {
      const { points } = body.parse(request.body);
      const version = versionRead(request);
      if (reasonOf(request) === undefined)
        throw new Refused(422, "reason-needed", "The plan is changed only with a reason.", "Send the reason.");
      return await desk.write(request, reply, {}, async (session) => {
        const problems = planProblems(points);
        if (problems.length > 0) return { status: 422, body: { problems } };
        await writeFollowUpPlan(session, points, version);
        return await told(session);
      });
    },
  );
}
