import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { atCentre, centreText, moment, numberText, reason, role, words } from "../shapes/texts.ts";

/** Also what a personal token may do. */
export const right = z
  .object({ centre: z.string().nullable(), role: z.string(), area: z.string(), verb: z.string() })
  .meta({ id: "Right" });
/** What a person may do at one centre, or everywhere where the centre is null. */
export type Right = Told<typeof right>;

const keptTable = z.object({ centre: z.string(), table: z.string(), roles: z.array(z.string()) });
/** A table of the chart that the person neither reads nor writes at a centre, and by which roles. */
export type KeptTable = Told<typeof keptTable>;

const me = z
  .object({
    account: z.string(),
    name: z.string(),
    email: z.string(),
    secondFactor: z.boolean(),
    /** Without a password one signs in, and proves who is there, at the hospital's provider. */
    hasPassword: z.boolean(),
    /** What the sign-in lacks before anything else is possible. */
    needs: z.enum(["second-factor", "second-factor-set-up"]).nullable(),
    /** Whose link set the password, where that was within thirty days. */
    link: z.object({ by: z.string(), usedAt: moment }).nullable(),
    rights: z.array(right),
    kept: z.array(keptTable),
  })
  .meta({ id: "Me" });
/** The person who is signed in. */
export type Me = Told<typeof me>;

const centre = z
  .object({ centre: z.string(), says: z.string(), pattern: z.string().nullable() })
  .meta({ id: "Centre" });
/** A centre, and how it writes its pseudonyms where it has said so. */
export type Centre = Told<typeof centre>;

const colleague = z.object({ account: z.string(), name: z.string(), email: z.string() }).meta({ id: "Colleague" });
export type Colleague = Told<typeof colleague>;

const membership = z
  .object({
    membership: z.number(),
    account: z.string(),
    role: z.string(),
    centre: z.string().nullable(),
    endedAt: moment.nullable(),
  })
  .meta({ id: "Membership" });
export type Membership = Told<typeof membership>;

export const readMe = route({
  method: "GET",
  path: "/api/me",
  summary: "Who is signed in, and what this person may do where",
  answers: { 200: me },
});

export const listPeople = route({
  method: "GET",
  path: "/api/people",
  summary: "Names of those who work at the same centres",
  answers: { 200: z.object({ people: z.array(colleague) }) },
});

export const listMemberships = route({
  method: "GET",
  path: "/api/memberships",
  summary: "Roles at centres: one's own, or all for administrators",
  answers: { 200: z.object({ memberships: z.array(membership) }) },
});

export const giveRole = route({
  method: "POST",
  path: "/api/memberships",
  summary: "Gives a person a role at a centre",
  body: z.object({ account: words(64), role, centre: centreText.optional(), reason }),
  reason: true,
  once: true,
  answers: { 201: z.object({}) },
});

export const endRole = route({
  method: "DELETE",
  path: "/api/memberships/:membership",
  summary: "Ends a role",
  params: z.object({ membership: numberText }),
  reason: true,
  answers: { 204: NOTHING },
});

export const listCentres = route({
  method: "GET",
  path: "/api/centres",
  summary: "The centres of the registry",
  answers: { 200: z.object({ centres: z.array(centre) }) },
});

export const addCentre = route({
  method: "POST",
  path: "/api/centres",
  summary: "Adds a centre",
  body: z.object({ centre: centreText, says: z.string().max(500).default("") }),
  once: true,
  answers: { 201: atCentre },
});
