import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { afterNumber, centreText, count, keyText, moment, numberText, pageOf, reason } from "../shapes/texts.ts";

const standingLock = z
  .object({
    lock: z.number(),
    centre: z.string(),
    scope: z.enum(["study", "patient", "visit"]),
    patient: z.string().nullable(),
    visit: z.string().nullable(),
    setBy: z.string(),
    setAt: moment,
  })
  .meta({ id: "StandingLock" });
export type StandingLock = Told<typeof standingLock>;

const noted = { at: moment, actor: z.string(), file: z.string() };
const backup = z.object({ ...noted, told: z.looseObject({ rows: count, encrypted: z.boolean().optional() }) });
const drill = z.object({ ...noted, told: z.looseObject({ rows: count, differences: count }) });
/** A backup, and a restore drill, as the trail noted them. */
export type NotedBackup = Told<typeof backup>;
export type NotedDrill = Told<typeof drill>;

export const listLocks = route({
  method: "GET",
  path: "/api/locks",
  summary: "Locks that stand, in the order they were set",
  query: z.object({ centre: centreText.optional(), after: afterNumber, limit: pageOf(500, 200) }),
  answers: { 200: z.object({ locks: z.array(standingLock), next: z.number().optional() }) },
});

const at = { centre: centreText, reason };
export const setLock = route({
  method: "POST",
  path: "/api/locks",
  summary: "Locks a visit, a chart, or a centre's part of the study",
  body: z.discriminatedUnion("scope", [
    z.object({ scope: z.literal("study"), ...at }),
    z.object({ scope: z.literal("patient"), patient: keyText, ...at }),
    z.object({ scope: z.literal("visit"), patient: keyText, visit: keyText, ...at }),
  ]),
  reason: true,
  once: true,
  answers: { 201: z.object({ lock: z.number() }) },
});

export const liftLock = route({
  method: "DELETE",
  path: "/api/locks/:lock",
  summary: "Lifts a lock",
  params: z.object({ lock: numberText }),
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const listBackups = route({
  method: "GET",
  path: "/api/administration/backups",
  summary: "Backups and restore drills as the trail noted them, the newest first; for administrators",
  answers: { 200: z.object({ backups: z.array(backup), drills: z.array(drill) }) },
});

export const readSignInMethods = route({
  method: "GET",
  path: "/api/sign-in-methods",
  summary: "The ways to sign in that are on; asked before anybody has signed in",
  answers: {
    200: z.object({
      password: z.object({ shortest: count }),
      secondFactor: z.literal("totp"),
      providers: z.array(z.string()),
      contact: z.string(),
    }),
  },
});
