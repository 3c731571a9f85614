import { z } from "zod";
import { route, type Told } from "../route.ts";
import { count, moment, reason } from "../shapes/texts.ts";

const settings = z.object({ settings: z.object({ "blank-consent": z.enum(["given", "not-given"]) }) });

/** Children with complete rows, those who stay out of studies by why. */
export const standingCount = z.object({ in: count, withdrawn: count, optedOut: count, notGiven: count });

const day = z.number().int().min(-1_000_000).max(1_000_000);
const label = z.string().max(200);
/** A time point of the follow-up plan with its window, in days from the start of treatment. */
export const followUpPoint = z
  .object({
    name: z.string().max(200),
    targetDay: day,
    firstDay: day,
    lastDay: day,
    label: z.object({ en: label, de: label }),
  })
  .meta({ id: "FollowUpPoint" });

const planVersion = z
  .object({
    version: count,
    points: z.array(followUpPoint),
    changedAt: moment,
    changedBy: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: "FollowUpPlan" });
/** The follow-up plan as it was from one change to the next. */
export type PlanVersion = Told<typeof planVersion>;

export const readSettings = route({
  method: "GET",
  path: "/api/settings",
  summary: "Settings of the registry; what nobody decided is at its default",
  answers: { 200: settings },
});

export const decideSetting = route({
  method: "PUT",
  path: "/api/settings/:setting",
  summary: "Decides a setting, with a reason; for administrators",
  params: z.object({ setting: z.literal("blank-consent") }),
  body: z.object({ value: z.enum(["given", "not-given"]), reason: z.string().optional() }),
  reason: true,
  once: true,
  answers: { 200: settings },
});

export const countConsent = route({
  method: "GET",
  path: "/api/consent",
  summary: "By centre: how many children studies may use, and how many stay out, by why",
  answers: { 200: z.object({ centres: z.array(standingCount.extend({ centre: z.string() })) }) },
});

export const readFollowUpPlan = route({
  method: "GET",
  path: "/api/follow-up-plan",
  summary: "The follow-up plan: time points with their windows, in days from the start of treatment",
  tellsVersion: true,
  byToken: true,
  answers: { 200: planVersion },
});

export const listFollowUpPlans = route({
  method: "GET",
  path: "/api/follow-up-plan/versions",
  summary: "Every version of the follow-up plan, the latest first, with who changed it and why",
  answers: { 200: z.object({ versions: z.array(planVersion) }) },
});

export const changeFollowUpPlan = route({
  method: "PUT",
  path: "/api/follow-up-plan",
  summary: "Changes the plan that was read (If-Match), with a reason; for administrators",
  body: z.object({ points: z.array(followUpPoint).max(200), reason }),
  ofVersion: true,
  tellsVersion: true,
  reason: true,
  once: true,
  answers: { 200: planVersion },
});
