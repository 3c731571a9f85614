import { WINDOW_STATES } from "@osteon/codebook";
import { z } from "zod";
import { route, type Told } from "../route.ts";
import { cursorText } from "../shapes/pages.ts";
import { centreText, childParams, count, keyText, pageOf } from "../shapes/texts.ts";
import { followUpPoint } from "./settings.ts";

const [EARLIEST, LATEST] = ["1900-01-01", "2100-12-31"];
const day = z.iso.date().refine((iso) => iso >= EARLIEST && iso <= LATEST);
/** Without a day it is that of the server's place. */
const asOf = z.object({ asOf: day.optional() });
const state = z.enum(WINDOW_STATES);
export type WindowState = z.output<typeof state>;

/** A time point of the plan in the calendar of one child. */
export const visitWindow = z
  .object({
    timePoint: z.string(),
    label: followUpPoint.shape.label,
    opensOn: z.string(),
    targetOn: z.string(),
    closesOn: z.string(),
    state,
    /** The complete visit closest to the target, or else the draft closest to it; the earlier of two that are as close. */
    visit: z.object({ visit: z.string(), visitedOn: z.string(), status: z.enum(["draft", "complete"]) }).optional(),
  })
  .meta({ id: "VisitWindow" });
export type VisitWindow = Told<typeof visitWindow>;

const childSchedule = z
  .object({ patient: z.string(), centre: z.string(), windows: z.array(visitWindow) })
  .meta({ id: "ChildSchedule" });
/** A child and the visits expected of it. */
export type ChildSchedule = Told<typeof childSchedule>;

const summary = z.object({
  asOf: z.string(),
  timePoints: z.array(followUpPoint),
  counts: z.array(z.object({ centre: z.string(), timePoint: z.string(), state, windows: count })),
});
export type ScheduleSummary = Told<typeof summary>;

export const listSchedules = route({
  method: "GET",
  path: "/api/schedule",
  summary: "Expected visits, a page of children at a time; `next` is the `after` of the next",
  query: asOf.extend({
    centre: centreText.optional(),
    state: state.optional(),
    timePoint: keyText.optional(),
    after: cursorText.optional(),
    limit: pageOf(200, 50),
  }),
  long: true,
  byToken: true,
  answers: { 200: z.object({ asOf: z.string(), patients: z.array(childSchedule), next: z.string().optional() }) },
});

export const summariseSchedule = route({
  method: "GET",
  path: "/api/schedule/summary",
  summary: "Expected visits counted by centre, time point and state",
  query: asOf,
  byToken: true,
  answers: { 200: summary },
});

const toldSchedule = childSchedule.extend({ asOf: z.string(), timePoints: z.array(followUpPoint) });
/** The visits expected of one child on the server's day. */
export type ToldSchedule = Told<typeof toldSchedule>;

export const readSchedule = route({
  method: "GET",
  path: "/api/centres/:centre/patients/:patient/schedule",
  summary: "The expected visits of one child",
  params: childParams,
  query: asOf,
  byToken: true,
  answers: { 200: toldSchedule },
});

export const takeCalendar = route({
  method: "GET",
  path: "/api/schedule.ics",
  summary: "Visits due, late and expected within twelve months, as a calendar (RFC 5545)",
  query: asOf.extend({ centre: centreText.optional(), language: z.enum(["en", "de"]).default("en") }),
  answers: { 200: { file: "text/calendar; charset=utf-8" } },
});
