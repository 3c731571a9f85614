import { people } from "@osteon/api";
import {
  accountOf,
  disableAccount,
  enableAccount,
  giveRole,
  holdsRole,
  newLink,
  readSignInRules,
  renameAccount,
  type Session,
  takeOffFactor,
  writeSignInRules,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { oneTimeLink } from "../sign-in/one-time-link.ts";
import { administratorsOnly } from "./administration.ts";

/** What administrators do with accounts: invite, rename, disable and enable, new links, second factors. */
export function addPeople({ app, desk, door, address }: RouteParts): void {
  serve(app, people.invitePerson, async (asked) => {
    const wanted = asked.body;
    const known = await desk.check(asked.request, async (session) => {
      await administratorsOnly(session);
      return await accountOf(session, wanted.email);
    });
    const account = known ?? (await door.accountFor(wanted.email, wanted.name));
    return await desk.write(asked, { secret: true }, async (session) => {
      if (known !== undefined) await refuseStanding(session, account, wanted);
      await giveRole(session, { ...wanted, account });
      return { status: 201, body: { account, link: await linkFor(session, account, address) } };
    });
  });

  serve(app, people.renamePerson, async (asked) => {
    const { account } = asked.params;
    const { name } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      await renameAccount(session, account, name);
      return { status: 204 };
    });
  });

  serve(app, people.disablePerson, async (asked) => {
    const { account } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      await disableAccount(session, account);
      return { status: 204 };
    });
  });

  serve(app, people.enablePerson, async (asked) => {
    const { account } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      await enableAccount(session, account);
      return { status: 204 };
    });
  });

  serve(app, people.linkForPerson, async (asked) => {
    const { account } = asked.params;
    return await desk.write(asked, { secret: true }, async (session) => ({
      status: 201,
      body: { account, link: await linkFor(session, account, address) },
    }));
  });

  serve(app, people.takeOffPersonsFactor, async (asked) => {
    const { account } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      await takeOffFactor(session, account);
      return { status: 204 };
    });
  });

  serve(
    app,
    people.readSignIn,
    async (asked) =>
      await desk.read(asked, async (session) => {
        await administratorsOnly(session);
        return { status: 200, body: await readSignInRules(session) };
      }),
  );

  serve(app, people.writeSignIn, async (asked) => {
    const { contact, factorRoles } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      await administratorsOnly(session);
      await writeSignInRules(session, { contact, factorRoles: [...new Set(factorRoles)] });
      return { status: 204 };
    });
  });
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
  if (!(await holdsRole(session, { ...wanted, account }))) return;
  throw new Refused(409, refused("account-known"), { value: wanted.email });
}
