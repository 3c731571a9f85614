import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { type InventedProvider, inventedProvider, throughProvider } from "../../apps/server/tests/invented-provider.ts";
import { oneTimeCode } from "../../apps/server/tests/one-time-code.ts";
import {
  type Answer,
  type Client,
  PASSWORD,
  type RunningServer,
  runningServer,
} from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { behindTheDoors } from "./behind-the-doors.ts";

for (const engine of ENGINES_BELOW) {
  describe(`attacks through the provider of sign-in (${engine})`, () => {
    let provider: InventedProvider;
    let server: RunningServer;
    let admin: Client;
    before(async () => {
      provider = await inventedProvider();
      server = await runningServer(engine, {
        oidc: [{ id: "hospital", ...CLIENT, discoveryUrl: provider.discoveryUrl }],
      });
      admin = await server.person("admin", "administrator", null);
    });
    after(async () => {
      await server.end();
      provider.end();
    });

    const signsIn = async (said: Parameters<InventedProvider["says"]>[0], more = {}): Promise<Client> => {
      provider.says(said);
      return (await throughProvider(server.address, more)).client;
    };
    const { nobody, forgiven } = behindTheDoors(() => server);
    beforeEach(() => forgiven());
    const status = async (client: Client): Promise<number> => (await client("GET", "/api/me")).status;
    /** Somebody who was invited and has no password. */
    const invited = (name: string): Promise<{ account: string }> =>
      server.door.invite(`${name}@example.org`, name) as Promise<{ account: string }>;
    const appointed = async (name: string, role: string, centre = "Ulm"): Promise<string> => {
      const { account } = await invited(name);
      await admin("POST", "/api/centres", { centre });
      const given = await admin("POST", "/api/memberships", { account, role, centre });
      assert.equal(given.status, 201, given.text);
      return account;
    };

    test("the provider is asked with PKCE, and an account that nobody invited is not made", async () => {
      provider.says({ sub: "s-0", email: "stranger@example.org", email_verified: true });
      const { client, location, state } = await throughProvider(server.address);
      assert.equal(await status(client), 401);
      assert.match(location, /error=signup_disabled/);
      assert.match(state, /SameSite=Lax/i);
      assert.equal(provider.asked.url.searchParams.get("code_challenge_method"), "S256");
    });

    for (const verified of [false, "false", undefined, 0, "yes"] as const) {
      test(`an address that the provider calls ${JSON.stringify(verified)} verified opens nothing`, async () => {
        const said = { sub: "s-1", email: "admin@example.org" };
        const client = await signsIn(verified === undefined ? said : { ...said, email_verified: verified as boolean });
        assert.equal(await status(client), 401);
      });
    }

    test("a token of another issuer, audience, time or sign-in opens nothing, nor a strange address", async () => {
      await appointed("ole", "monitor");
      const now = Math.floor(Date.now() / 1000);
      const strange: Readonly<Record<string, object>> = {
        "another issuer": { iss: "https://elsewhere.example" },
        "another audience": { aud: "another" },
        "run out": { exp: now - 3600 },
        "never runs out": { exp: undefined },
        "not yet": { nbf: now + 3600 },
        "another nonce": { nonce: "another" },
        "no nonce": { nonce: undefined },
        nobody: { sub: undefined },
        "verified as a word": { email_verified: "true" },
        "verified as a list": { email_verified: [true] },
        "two addresses": { email: ["ole@example.org", "other@example.org"] },
        "an address with a name": { email: "Ole <ole@example.org>" },
        "an address with blanks": { email: " ole@example.org" },
        "an address that looks alike": { email: "оle@example.org" },
      };
      for (const [what, said] of Object.entries(strange)) {
        const client = await signsIn({ sub: `ole-${what}`, email: "ole@example.org", email_verified: true, ...said });
        assert.equal(await status(client), 401, what);
      }
      assert.equal(await status(await signsIn({ sub: "ole", email: "ole@example.org", email_verified: true })), 200);
    });

    test("an answer of the provider to another browser, or one that was used, opens nothing", async () => {
      provider.says({ sub: "ole", email: "ole@example.org", email_verified: true });
      const begin = () => nobody()("POST", "/api/auth/sign-in/social", { provider: "hospital", callbackURL: "/" });
      const state = ({ headers }: Answer): string => headers.getSetCookie()[0]?.split(";")[0] ?? "";
      const [mine, theirs] = [await begin(), await begin()];
      const sent = await fetch(String(mine.json.url), { redirect: "manual" });
      const back = sent.headers.get("location") ?? "";
      const opens = async (address: string, cookie: string): Promise<boolean> => {
        const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
        return answer.headers
          .getSetCookie()
          .some((one) => /^osteon\.session_token=[^;]/.test(one) && !/Max-Age=0/.test(one));
      };
      assert.equal(await opens(back, ""), false, "without the cookie of who began");
      assert.equal(await opens(back, state(theirs)), false, "with the cookie of another");
      assert.equal(await opens(back.replace(/state=[^&]*/, "state=x"), state(mine)), false, "with another state");
      const again = await begin();
      const answer = (await fetch(String(again.json.url), { redirect: "manual" })).headers.get("location") ?? "";
      assert.equal(await opens(answer, state(again)), true);
      assert.equal(await opens(answer, state(again)), false, "a second time");
    });

    test("nobody is sent to another site after the sign-in", async () => {
      for (const callbackURL of [
        "https://elsewhere.example/x",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "/%5celsewhere.example",
        "javascript:alert(1)",
        "http:elsewhere",
      ]) {
        const answer = await nobody()("POST", "/api/auth/sign-in/social", { provider: "hospital", callbackURL });
        assert.equal(answer.status, 403, callbackURL);
      }
    });

    test("who was invited signs in by a verified address; a second and third subject with it do not", async () => {
      await appointed("ida", "monitor");
      const ida = { email: "ida@example.org", email_verified: true };
      assert.equal(await status(await signsIn({ ...ida, sub: "ida-1" })), 200);
      assert.equal(await status(await signsIn({ ...ida, sub: "ida-2" })), 401);
      assert.equal(await status(await signsIn({ ...ida, email: "IDA@Example.org", sub: "ida-3" })), 401);
      assert.equal(await status(await signsIn({ ...ida, sub: "ida-1" })), 200);
    });

    test("a disabled account is not opened by the provider either", async () => {
      const account = await appointed("uwe", "monitor");
      const uwe = { sub: "uwe", email: "uwe@example.org", email_verified: true };
      assert.equal(await status(await signsIn(uwe)), 200);
      assert.equal((await admin("DELETE", `/api/people/${account}`, undefined, { "x-reason": "left" })).status, 204);
      provider.says(uwe);
      const { client, location } = await throughProvider(server.address);
      assert.equal(await status(client), 401);
      assert.match(location, /error=ACCOUNT_DISABLED/);
    });

    test("a second factor that is set up is asked after the provider, and until then nothing else is done", async () => {
      const eve = await server.person("eve", "investigator", "Ulm");
      const enabled = await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
      const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
      await eve("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret, -1) });
      const half = await signsIn({ sub: "eve", email: "eve@example.org", email_verified: true, provedSecondsAgo: 0 });
      assert.equal((await half("GET", "/api/me")).json.needs, "second-factor");
      for (const path of ["/api/patients", "/api/people", "/api/exports/charts.zip"])
        assert.equal((await half("GET", path)).status, 403, path);
      for (const path of ["two-factor/disable", "two-factor/enable", "change-password"])
        assert.notEqual(
          (
            await half("POST", `/api/auth/${path}`, {
              password: PASSWORD,
              currentPassword: PASSWORD,
              newPassword: "ein ganz neuer langer Satz",
            })
          ).status,
          200,
          path,
        );
      assert.notEqual((await half("POST", "/api/auth/two-factor/verify-totp", { code: "000000" })).status, 200);
      assert.equal((await half("GET", "/api/patients")).status, 403);
      assert.equal((await half("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret) })).status, 200);
      assert.equal((await half("GET", "/api/patients")).status, 200);
    });

    test("a person without a password signs after proving at the provider who is there, and only then", async () => {
      await appointed("ina", "investigator");
      await appointed("nils", "study_nurse");
      const nurse = await signsIn({ sub: "nils", email: "nils@example.org", email_verified: true });
      for (const [table, cells] of inventedChart("Ulm", "U")) {
        const entered = await nurse("POST", `/api/centres/Ulm/charts/${table}`, { cells, status: "complete" });
        assert.equal(entered.status, 201, entered.text);
      }
      const ina = { sub: "ina", email: "ina@example.org", email_verified: true };
      const sign = async (client: Client, body = {}) =>
        await client("POST", "/api/centres/Ulm/visits/visit-U/signatures", { meaning: "author", ...body });
      for (const provedSecondsAgo of [undefined, 301, 86_400]) {
        const stale = await signsIn(provedSecondsAgo === undefined ? ina : { ...ina, provedSecondsAgo });
        for (const body of [{}, { password: "" }, { password: PASSWORD }])
          assert.equal((await sign(stale, body)).status, 403);
        assert.equal((await stale("GET", "/api/exports/charts.zip")).status, 403);
      }
      const fresh = await signsIn({ ...ina, provedSecondsAgo: 2 }, { again: true });
      assert.equal(provider.asked.url.searchParams.get("prompt"), "login");
      assert.equal(provider.asked.url.searchParams.get("max_age"), "0");
      const signed = await sign(fresh);
      assert.equal(signed.status, 201, signed.text);
      assert.equal((await fresh("GET", "/api/exports/charts.zip")).status, 200);
    });

    test("a person with a password still signs with it, however fresh the provider's word is", async () => {
      const both = await server.person("both", "investigator", "Ulm");
      const client = await signsIn({ sub: "both", email: both.email, email_verified: true, provedSecondsAgo: 0 });
      assert.equal(
        (await client("POST", "/api/centres/Ulm/visits/visit-U/signatures", { meaning: "reviewed" })).status,
        403,
      );
    });
  });

  describe(`two providers, of which one asks for the factor itself (${engine})`, () => {
    test("its word does not speak for the other", async () => {
      const [hospital, university] = [await inventedProvider(), await inventedProvider()];
      const server = await runningServer(engine, {
        oidc: [
          { id: "hospital", ...CLIENT, discoveryUrl: hospital.discoveryUrl },
          { id: "university", ...CLIENT, discoveryUrl: university.discoveryUrl, trustsSecondFactor: true },
        ],
      });
      try {
        const eve = await server.person("eve", "investigator", "Ulm");
        const enabled = await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
        const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
        await eve("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret) });
        for (const [provider, name, wanted] of [
          [hospital, "hospital", 403],
          [university, "university", 200],
        ] as const) {
          provider.says({ sub: "eve", email: eve.email, email_verified: true });
          const { client } = await throughProvider(server.address, { provider: name });
          assert.equal((await client("GET", "/api/patients")).status, wanted, name);
        }
      } finally {
        await server.end();
        hospital.end();
        university.end();
      }
    });
  });

  describe(`a provider that vouches for a claim and asks for the factor itself (${engine})`, () => {
    test("the claim is believed, other addresses are not, and no factor is asked again", async () => {
      const provider = await inventedProvider();
      const hospital = {
        id: "hospital",
        ...CLIENT,
        discoveryUrl: provider.discoveryUrl,
        addressClaim: "upn",
        trustsSecondFactor: true,
      };
      const server = await runningServer(engine, { oidc: [hospital] });
      try {
        const eve = await server.person("eve", "investigator", "Ulm");
        const enabled = await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
        const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
        await eve("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret) });
        provider.says({ sub: "x", email: eve.email, email_verified: true });
        assert.equal((await (await throughProvider(server.address)).client("GET", "/api/me")).status, 401);
        provider.says({ sub: "x", upn: "Eve@example.org", email: "other@example.org", email_verified: false });
        const { client } = await throughProvider(server.address);
        assert.equal((await client("GET", "/api/patients")).status, 200);
      } finally {
        await server.end();
        provider.end();
      }
    });
  });
}

const CLIENT = { clientId: "osteon", clientSecret: "s" } as const;
