import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { withoutCentre } from "./numbers-by-centre.ts";
import { inLanguage, ofRun, turns } from "./run-pages.ts";
import { placeOf, runParams } from "./run-rows.ts";

const other = z.object({ with: z.uuid() });
const number = other.extend({ result: z.string().min(1).max(200) });

/** What moved from an earlier run of a study to this one, and by which children. */
export function addRunsCompared({ app, desk, studies }: RouteParts): void {
  if (studies === undefined) return;
  const inTurn = turns(1);
  const places = (request: FastifyRequest, before: string) =>
    desk.check(request, async (session) => {
      const { run } = runParams.parse(request.params);
      const both = { before: await placeOf(session, before), after: await placeOf(session, run) };
      if (both.before.study === both.after.study) return both;
      throw new Refused(409, "other-study", "These are runs of two studies.", "Compare runs of one study.");
    });

  app.get(
    "/api/runs/:run/moved",
    {
      schema: {
        params: runParams,
        querystring: other.extend(inLanguage.shape),
        summary: "The numbers that are not the same in another run of the study, and how the study differs",
      },
    },
    async (request, reply) => {
      const { before, after } = await places(request, other.parse(request.query).with);
      const { language } = inLanguage.parse(request.query);
      return reply.send(await ofRun(inTurn(() => studies.moved(before, after, language))));
    },
  );

  app.get(
    "/api/runs/:run/moved-by",
    {
      schema: {
        params: runParams,
        querystring: number,
        summary:
          "The children by whom a number moved from another run: behind one of the two, or otherwise behind both",
      },
    },
    async (request, reply) => {
      const { with: earlier, result } = number.parse(request.query);
      const { before, after } = await places(request, earlier);
      const found = await ofRun(inTurn(() => studies.movedBy(before, after, result)));
      if (found === undefined)
        throw new Refused(404, "not-found", "Neither run has such a number.", "See their results.json.");
      const children = found.map(({ centre, patient, was }) => ({
        ...{ centre, was },
        patient: (was === "removed" ? before : after).byCentre ? withoutCentre(patient) : patient,
      }));
      return reply.send({ result, children });
    },
  );
}
