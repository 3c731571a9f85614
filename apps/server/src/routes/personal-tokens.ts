import { randomUUID } from "node:crypto";
import { personalTokens } from "@osteon/api";
import { listTokens, makeToken, rightsOf, withdrawToken } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { newPersonalToken } from "../sign-in/personal-token.ts";

/** Tokens by which a person's programs read one centre: made, listed and withdrawn by the person, withdrawn by administrators. */
export function addPersonalTokens({ app, desk }: RouteParts): void {
  serve(
    app,
    personalTokens.listTokens,
    async (asked) =>
      await desk.read(asked, async (session) => ({ status: 200, body: { tokens: await listTokens(session, "own") } })),
  );

  serve(
    app,
    personalTokens.listEverybodysTokens,
    async (asked) =>
      await desk.read(asked, async (session) => ({
        status: 200,
        body: { tokens: await listTokens(session, "everybodys") },
      })),
  );

  serve(app, personalTokens.makeToken, async (asked) => {
    const bySession = desk.tokenOf(asked.request);
    const { secret, tokenHash: hash } = newPersonalToken();
    const token = randomUUID();
    // Its answer holds the secret and is not kept to be repeated.
    return await desk.write(asked, { secret: true }, async (session) => {
      await makeToken(session, bySession, { ...asked.body, token, hash });
      const made = (await listTokens(session, "own")).find((one) => one.token === token);
      if (made === undefined) throw new Error("a token was made and is not there");
      return { status: 201, body: { token: made, secret } };
    });
  });

  serve(app, personalTokens.withdrawToken, async (asked) => {
    const { token } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      await withdrawToken(session, token);
      return { status: 204 };
    });
  });

  serve(
    app,
    personalTokens.readOwnToken,
    async (asked) =>
      await desk.read(asked, async (session, { name: person, by_token: byToken }) => {
        if (byToken === undefined) throw new Refused(404, refused("no-token-sent"));
        const { name, centre, endsOn } = byToken;
        return { status: 200, body: { name, person, centre, endsOn, rights: await rightsOf(session) } };
      }),
  );
}
