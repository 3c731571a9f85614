import {
  accountOf,
  disableAccount,
  enableAccount,
  newLink,
  readSignInRules,
  renameAccount,
  type Session,
  takeOffFactor,
  writeSignInRules,
} from "@osteon/registry";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { oneTimeLink } from "../sign-in/one-time-link.ts";
import { personName } from "../sign-in/person-name.ts";
import { administratorsOnly } from "./administration.ts";
import { centreText, email, reason, role, words } from "./shapes.ts";

const invited = z.object({ email, name: personName, role, centre: centreText.optional(), reason });
const whose = z.object({ account: words(64) });
const because = z.object({ reason: words(500) });
const renamed = because.extend({ name: personName });
const rules = because.extend({
  contact: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  factorRoles: z.array(role).max(6),
});

/** What administrators do with accounts: invite, rename, disable and enable, new links, second factors. */
export function addPeople({ app, desk, door, address }: RouteParts): void {
  app.post(
    "/api/people",
    { schema: { body: invited, summary: "Invites a person; answers with a link that is good once" } },
    async (request, reply) => {
      const wanted = invited.parse(request.body);
      const known = await desk.check(request, async (session) => {
        await administratorsOnly(session);
        return await accountOf(session, wanted.email);
      });
      const account = known ?? (await door.accountFor(wanted.email, wanted.name));
      return await desk.write(request, reply, { secret: true }, async (session) => {
        if (known !== undefined) await refuseStanding(session, account, wanted);
        await sql`insert into access.membership (account, role, centre)
          values (${account}, ${wanted.role}, ${wanted.centre ?? null})`.execute(session);
        return { status: 201, body: { account, link: await linkFor(session, account, address) } };
      });
    },
  );

  app.put(
    "/api/people/:account",
    { schema: { params: whose, body: renamed, summary: "Gives a person another name; what was signed keeps the old" } },
    async (request, reply) => {
      const { account } = whose.parse(request.params);
      const { name } = renamed.parse(request.body);
      return await desk.write(request, reply, {}, async (session) => {
        await renameAccount(session, account, name);
        return { status: 204 };
      });
    },
  );

  app.delete(
    "/api/people/:account",
    { schema: { params: whose, summary: "Disables an account and ends its sessions" } },
    async (request, reply) => {
      const { account } = whose.parse(request.params);
      return await desk.write(request, reply, {}, async (session) => {
        await disableAccount(session, account);
        return { status: 204 };
      });
    },
  );

  app.post(
    "/api/people/:account/enabled",
    { schema: { params: whose, body: because, summary: "Enables an account again" } },
    async (request, reply) => {
      const { account } = whose.parse(request.params);
      return await desk.write(request, reply, {}, async (session) => {
        await enableAccount(session, account);
        return { status: 204 };
      });
    },
  );

  app.post(
    "/api/people/:account/links",
    { schema: { params: whose, body: because, summary: "Makes a new one-time link; the one before ends" } },
    async (request, reply) => {
      const { account } = whose.parse(request.params);
      return await desk.write(request, reply, { secret: true }, async (session) => ({
        status: 201,
        body: { account, link: await linkFor(session, account, address) },
      }));
    },
  );

  app.delete(
    "/api/people/:account/second-factor",
    { schema: { params: whose, summary: "Takes off a second factor that was lost; every session ends" } },
    async (request, reply) => {
      const { account } = whose.parse(request.params);
      return await desk.write(request, reply, {}, async (session) => {
        await takeOffFactor(session, account);
        return { status: 204 };
      });
    },
  );

  app.get(
    "/api/administration/sign-in",
    { schema: { summary: "What the registry asks of a sign-in; for administrators" } },
    async (request, reply) =>
      await desk.read(request, reply, async (session) => {
        await administratorsOnly(session);
        return { status: 200, body: await readSignInRules(session) };
      }),
  );

  app.put(
    "/api/administration/sign-in",
    { schema: { body: rules, summary: "Whom to ask about signing in, and which roles need a second factor" } },
    async (request, reply) => {
      const { contact, factorRoles } = rules.parse(request.body);
      return await desk.write(request, reply, {}, async (session) => {
        await administratorsOnly(session);
        await writeSignInRules(session, { contact, factorRoles: [...new Set(factorRoles)] });
        return { status: 204 };
      });
    },
  );
}

async function linkFor(session: Session, account: string, address: string): Promise<string> {
  const { path, hash, expires } = oneTimeLink();
  await newLink(session, account, hash, expires);
  return `${address}${path}`;
}

/** Who is invited to what they have already needs a link at most. */
async function refuseStanding(
  session: Session,
  account: string,
  wanted: { readonly email: string; readonly role: string; readonly centre?: string | undefined },
): Promise<void> {
  const { rows } = await sql`select 1 from access.membership where account = ${account} and role = ${wanted.role}
    and centre is not distinct from ${wanted.centre ?? null} and ended_at is null`.execute(session);
  if (rows.length === 0) return;
  throw new Refused(
    409,
    "account-known",
    "This person has an account and this role already.",
    "Make a new link for the person, where the old one is lost or ran out.",
    { value: wanted.email },
  );
}
