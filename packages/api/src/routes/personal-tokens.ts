import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { centreText, day, lineText, moment } from "../shapes/texts.ts";
import { right } from "./accounts.ts";

const token = z
  .object({
    token: z.string(),
    account: z.string(),
    person: z.string(),
    centre: z.string(),
    name: z.string(),
    madeAt: moment,
    /** The last day, in UTC, on which it is good. */
    endsOn: day,
    ended: z.boolean(),
    usedFirstOn: day.nullable(),
    usedLastOn: day.nullable(),
    withdrawnAt: moment.nullable(),
    withdrawnBy: z.string().nullable(),
  })
  .meta({ id: "PersonalToken" });
/** A personal token, without what it is made of. */
export type PersonalToken = Told<typeof token>;

const tokens = z.object({ tokens: z.array(token) });

export const listTokens = route({
  method: "GET",
  path: "/api/tokens",
  summary: "One's own personal tokens, those that are good first",
  answers: { 200: tokens },
});

export const makeToken = route({
  method: "POST",
  path: "/api/tokens",
  summary: "Makes a personal token, which reads one centre until the end of a day within a year; told once",
  body: z.object({ name: lineText(100).min(1), centre: centreText, endsOn: z.iso.date() }),
  answers: { 201: z.object({ token, secret: z.string() }) },
});

export const withdrawToken = route({
  method: "DELETE",
  path: "/api/tokens/:token",
  summary: "Ends a personal token at once: one's own, or as an administrator anybody's",
  params: z.object({ token: z.uuid() }),
  answers: { 204: NOTHING },
});

export const listEverybodysTokens = route({
  method: "GET",
  path: "/api/administration/tokens",
  summary: "Everybody's personal tokens; for administrators",
  answers: { 200: tokens },
});

export const readOwnToken = route({
  method: "GET",
  path: "/api/token",
  summary: "The personal token that asks: its centre, its last day, and what it may read",
  byToken: true,
  answers: {
    200: token.pick({ name: true, person: true, centre: true, endsOn: true }).extend({ rights: z.array(right) }),
  },
});
