import { z } from "zod";
import { NOTHING, route, type Told } from "../route.ts";
import { personName } from "../shapes/person-name.ts";
import { centreText, email, lineText, moment, reason, role, words } from "../shapes/texts.ts";

const whose = z.object({ account: words(64) });
const because = z.object({ reason: words(500) });
const linkMade = z.object({ account: z.string(), link: z.string() });

const account = z
  .object({
    account: z.string(),
    name: z.string(),
    email: z.string(),
    secondFactor: z.boolean(),
    byPassword: z.boolean(),
    byProvider: z.boolean(),
    lastSignIn: moment.nullable(),
    disabledAt: moment.nullable(),
    roles: z.array(z.object({ membership: z.number(), role: z.string(), centre: z.string().nullable() })),
  })
  .meta({ id: "Account" });
/** An account as administrators see it, with the roles that stand. */
export type Account = Told<typeof account>;

const signInRules = z.object({ contact: z.string(), factorRoles: z.array(z.string()) });
/** What the registry asks of a sign-in, and whom to ask about it. */
export type SignInRules = Told<typeof signInRules>;

export const invitePerson = route({
  method: "POST",
  path: "/api/people",
  summary: "Invites a person; answers with a link that is good once",
  body: z.object({ email, name: personName, role, centre: centreText.optional(), reason }),
  reason: true,
  answers: { 201: linkMade },
});

export const renamePerson = route({
  method: "PUT",
  path: "/api/people/:account",
  summary: "Gives a person another name; what was signed keeps the old",
  params: whose,
  body: because.extend({ name: personName }),
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const disablePerson = route({
  method: "DELETE",
  path: "/api/people/:account",
  summary: "Disables an account and ends its sessions",
  params: whose,
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const enablePerson = route({
  method: "POST",
  path: "/api/people/:account/enabled",
  summary: "Enables an account again",
  params: whose,
  body: because,
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const linkForPerson = route({
  method: "POST",
  path: "/api/people/:account/links",
  summary: "Makes a new one-time link; the one before ends",
  params: whose,
  body: because,
  reason: true,
  answers: { 201: linkMade },
});

export const takeOffPersonsFactor = route({
  method: "DELETE",
  path: "/api/people/:account/second-factor",
  summary: "Takes off a second factor that was lost; every session ends",
  params: whose,
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});

export const listAccounts = route({
  method: "GET",
  path: "/api/administration/people",
  summary: "Accounts: standing roles, how each signs in, when it last did; for administrators",
  answers: { 200: z.object({ people: z.array(account) }) },
});

export const readSignIn = route({
  method: "GET",
  path: "/api/administration/sign-in",
  summary: "What the registry asks of a sign-in; for administrators",
  answers: { 200: signInRules },
});

export const writeSignIn = route({
  method: "PUT",
  path: "/api/administration/sign-in",
  summary: "Whom to ask about signing in, and which roles need a second factor",
  body: because.extend({ contact: lineText(200), factorRoles: z.array(role).max(6) }),
  reason: true,
  once: true,
  answers: { 204: NOTHING },
});
