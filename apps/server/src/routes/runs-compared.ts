import { runs } from "@osteon/api";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { type Asked, send, serve } from "../http/serve-route.ts";
import { withoutCentre } from "./numbers-by-centre.ts";
import { ofRun, turns } from "./run-pages.ts";
import { placeOf } from "./run-rows.ts";

/** What moved from an earlier run of a study to this one, and by which children. */
export function addRunsCompared({ app, desk, studies }: RouteParts): void {
  if (studies === undefined) return;
  const inTurn = turns(1);
  const places = (
    { request, params: { run } }: Pick<Asked<typeof runs.readRun>, "request" | "params">,
    before: string,
  ) =>
    desk.check(request, async (session) => {
      const both = { before: await placeOf(session, before), after: await placeOf(session, run) };
      if (both.before.study === both.after.study) return both;
      throw new Refused(409, refused("other-study"));
    });

  serve(app, runs.compareRuns, async (asked) => {
    const { before, after } = await places(asked, asked.query.with);
    const { language } = asked.query;
    return send(asked, { status: 200, body: await ofRun(inTurn(() => studies.moved(before, after, language))) });
  });

  serve(app, runs.listMovedBy, async (asked) => {
    const { with: earlier, result } = asked.query;
    const { before, after } = await places(asked, earlier);
    const found = await ofRun(inTurn(() => studies.movedBy(before, after, result)));
    if (found === undefined) throw new Refused(404, refused("not-found", { what: "both-numbers" }));
    const children = found.map(({ centre, patient, was }) => ({
      ...{ centre, was },
      patient: (was === "removed" ? before : after).byCentre ? withoutCentre(patient) : patient,
    }));
    return send(asked, { status: 200, body: { result, children } });
  });
}
