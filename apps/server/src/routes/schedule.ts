import { schedule, today } from "@osteon/api";
import { countWindows, listSchedules, readFollowUpPlan, refuseKept, type Session } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { writeCalendar } from "../schedule/write-calendar.ts";
import { childOf, cursorOf } from "./cursors.ts";
import { sendMade } from "./spool.ts";

/** Visits expected by the follow-up plan of the registry: for each child, counted, and as a calendar file. */
export function addSchedule({ app, desk }: RouteParts): void {
  serve(app, schedule.listSchedules, async (asked) => {
    const { state, after, asOf = today(), ...more } = asked.query;
    const wanted = { asOf, ...more };
    const states = state === undefined ? undefined : [state];
    return await desk.read(asked, async (session) => {
      await treatmentsSeen(session, more.centre);
      const { points } = await readFollowUpPlan(session);
      const patients = await listSchedules(session, points, { ...wanted, after: childOf(after), states });
      const last = patients.length === wanted.limit ? patients.at(-1) : undefined;
      const next = last === undefined ? {} : { next: cursorOf(last.patient, last.centre) };
      return { status: 200, body: { asOf: wanted.asOf, patients, ...next } };
    });
  });

  serve(app, schedule.summariseSchedule, async (asked) => {
    const { asOf: on = today() } = asked.query;
    return await desk.read(asked, async (session) => {
      await treatmentsSeen(session);
      const { points } = await readFollowUpPlan(session);
      return { status: 200, body: { asOf: on, timePoints: points, counts: await countWindows(session, points, on) } };
    });
  });

  serve(app, schedule.readSchedule, async (asked) => {
    const child = asked.params;
    const { asOf: on = today() } = asked.query;
    return await desk.read(asked, async (session) => {
      await treatmentsSeen(session, child.centre);
      const { points } = await readFollowUpPlan(session);
      const [found] = await listSchedules(session, points, { ...child, asOf: on, limit: 1 });
      if (found === undefined)
        throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
      return { status: 200, body: { asOf: on, timePoints: points, ...found } };
    });
  });

  serve(app, schedule.takeCalendar, async (asked) => {
    const wanted = { ...asked.query, asOf: asked.query.asOf ?? today() };
    return await sendMade(asked.reply, { name: "schedule.ics", type: "text/calendar; charset=utf-8" }, (path) =>
      desk.check(asked.request as FastifyRequest, async (session) => {
        await treatmentsSeen(session, wanted.centre);
        return await writeCalendar(session, path, wanted);
      }),
    );
  });
}

/** Days are counted from the start of a treatment: who is kept from these would see other days. */
const treatmentsSeen = (session: Session, centre?: string): Promise<void> =>
  refuseKept(session, { centres: centre === undefined ? undefined : [centre], tables: ["treatment"] });
