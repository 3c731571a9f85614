import { readFollowUpPlan } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { WINDOW_STATES } from "../schedule/due-visits.ts";
import { countWindows } from "../schedule/due-visits-sql.ts";
import { listSchedules } from "../schedule/list-schedules.ts";
import { writeCalendar } from "../schedule/write-calendar.ts";
import { centreText, childOf, childParams, cursor, cursorOf, keyText, today } from "./shapes.ts";
import { sendMade } from "./spool.ts";

const [EARLIEST, LATEST] = ["1900-01-01", "2100-12-31"];
const day = z.iso.date().refine((iso) => iso >= EARLIEST && iso <= LATEST);
const asOf = z.object({ asOf: day.default(today) });
const page = asOf.extend({
  centre: centreText.optional(),
  state: z.enum(WINDOW_STATES).optional(),
  timePoint: keyText.optional(),
  after: cursor(2).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const calendar = asOf.extend({ centre: centreText.optional(), language: z.enum(["en", "de"]).default("en") });

/** Visits expected by the follow-up plan of the registry: for each child, counted, and as a calendar file. */
export function addSchedule({ app, desk }: RouteParts): void {
  app.get(
    "/api/schedule",
    {
      schema: {
        querystring: page,
        summary: "Expected visits, a page of children at a time; `next` is the `after` of the next",
      },
    },
    async (request, reply) => {
      const { state, after, ...wanted } = page.parse(request.query);
      const states = state === undefined ? undefined : [state];
      return await desk.read(request, reply, async (session) => {
        const { points } = await readFollowUpPlan(session);
        const patients = await listSchedules(session, points, { ...wanted, after: childOf(after), states });
        const last = patients.length === wanted.limit ? patients.at(-1) : undefined;
        const next = last === undefined ? {} : { next: cursorOf(last.patient, last.centre) };
        return { status: 200, body: { asOf: wanted.asOf, patients, ...next } };
      });
    },
  );

  app.get(
    "/api/schedule/summary",
    { schema: { querystring: asOf, summary: "Expected visits counted by centre, time point and state" } },
    async (request, reply) => {
      const { asOf: on } = asOf.parse(request.query);
      return await desk.read(request, reply, async (session) => {
        const { points } = await readFollowUpPlan(session);
        return { status: 200, body: { asOf: on, timePoints: points, counts: await countWindows(session, points, on) } };
      });
    },
  );

  app.get(
    "/api/centres/:centre/patients/:patient/schedule",
    {
      schema: {
        params: childParams,
        querystring: asOf,
        summary: "The expected visits of one child",
      },
    },
    async (request, reply) => {
      const child = childParams.parse(request.params);
      const { asOf: on } = asOf.parse(request.query);
      return await desk.read(request, reply, async (session) => {
        const { points } = await readFollowUpPlan(session);
        const [found] = await listSchedules(session, points, { ...child, asOf: on, limit: 1 });
        if (found === undefined)
          throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
        return { status: 200, body: { asOf: on, timePoints: points, ...found } };
      });
    },
  );

  app.get(
    "/api/schedule.ics",
    {
      schema: {
        querystring: calendar,
        summary: "Visits due, late and expected within twelve months, as a calendar (RFC 5545)",
      },
    },
    async (request, reply) => {
      const wanted = calendar.parse(request.query);
      return await sendMade(reply, { name: "schedule.ics", type: "text/calendar; charset=utf-8" }, (path) =>
        desk.check(request as FastifyRequest, (session) => writeCalendar(session, path, wanted)),
      );
    },
  );
}
