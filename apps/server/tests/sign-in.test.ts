import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { openDoor } from "@osteon/server";
import { sql } from "kysely";
import { clientOf, PASSWORD, type RunningServer, runningServer, signIn } from "./running-server.ts";

for (const engine of ["embedded", "server"] as const) {
  describe(`sign-in (${engine})`, () => {
    let server: RunningServer;
    before(async () => {
      server = await runningServer(engine);
    });
    after(() => server.end());

    test("the session's cookie is out of reach of scripts and other sites", async () => {
      await server.person("ada", "monitor", "Aachen");
      const answer = await clientOf(server.address, "", "")("POST", "/api/auth/sign-in/email", {
        email: "ada@example.org",
        password: PASSWORD,
      });
      const [cookie = ""] = answer.headers.getSetCookie();
      assert.match(cookie, /^osteon\.session_token=/);
      for (const part of ["HttpOnly", "SameSite=Strict", "Path=/"]) assert.match(cookie, new RegExp(part, "i"));
      const door = await openDoor(server.database, {
        secret: "a secret of the tests, long enough",
        address: "https://registry.example.org",
      });
      const headers = { "content-type": "application/json", origin: "https://registry.example.org" };
      const body = JSON.stringify({ email: "ada@example.org", password: PASSWORD });
      const secure = await door.handle(
        new Request("https://registry.example.org/api/auth/sign-in/email", { method: "POST", headers, body }),
      );
      assert.match(secure.headers.getSetCookie()[0] ?? "", /^__Secure-osteon\.session_token=.*Secure/i);
    });

    test("with a second factor the password alone opens nothing", async () => {
      const eve = await server.person("eve", "investigator", "Aachen");
      const enabled = await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
      assert.equal(enabled.status, 200, enabled.text);
      const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
      assert.equal((await eve("POST", "/api/auth/two-factor/verify-totp", { code: totp(secret) })).status, 200);
      const half = await clientOf(server.address, "", "")("POST", "/api/auth/sign-in/email", {
        email: "eve@example.org",
        password: PASSWORD,
      });
      assert.equal(half.json.twoFactorRedirect, true);
      const cookie = half.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; ");
      const halfway = clientOf(server.address, "", "", cookie);
      assert.equal((await halfway("GET", "/api/me")).status, 401);
      assert.notEqual((await halfway("POST", "/api/auth/two-factor/verify-totp", { code: "000000" })).status, 200);
      const whole = await halfway("POST", "/api/auth/two-factor/verify-totp", { code: totp(secret) });
      assert.equal(whole.status, 200, whole.text);
      const signedIn = clientOf(
        server.address,
        "",
        "",
        whole.headers
          .getSetCookie()
          .map((one) => one.split(";")[0])
          .join("; "),
      );
      assert.equal((await signedIn("GET", "/api/me")).json.secondFactor, true);
    });

    test("a session ends an hour after its last use and twelve hours after it began", async () => {
      const max = await server.person("max", "monitor", "Aachen");
      const move = (change: string) =>
        server.database.script(
          `begin; set local osteon.account = 'clock'; set local role osteon_door; update auth.session set ${change} where user_id = '${max.account}'; commit;`,
        );
      assert.equal((await max("GET", "/api/me")).status, 200);
      await move("expires_at = now() + interval '50 minutes'");
      assert.equal((await max("GET", "/api/me")).status, 200, "it is used, and lives an hour from now");
      await move("expires_at = now() - interval '1 second'");
      assert.equal((await max("GET", "/api/me")).status, 401);
      const again = await signIn(server.address, max.account, max.email);
      await move("created_at = now() - interval '12 hours 1 second'");
      assert.equal((await again("GET", "/api/me")).status, 401);
    });

    test("what has passed is swept away, and nothing else", async () => {
      const kim = await server.person("kim", "monitor", "Aachen");
      const gone = await signIn(server.address, kim.account, kim.email);
      const left = async () =>
        (
          await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
            sql`select 1 from auth.session where user_id = ${kim.account}`.execute(session),
          )
        ).rows.length;
      assert.equal(await left(), 2);
      const token = decodeURIComponent(gone.cookie.split("=")[1] ?? "").split(".")[0];
      await server.database.script(
        `begin; set local osteon.account = 'clock'; set local role osteon_door; update auth.session set expires_at = now() - interval '1 second' where token = '${token}'; commit;`,
      );
      await asRole(server.database, { role: "osteon_door", account: "door" }, (session) =>
        sql`select access.sweep()`.execute(session),
      );
      assert.equal(await left(), 1);
      assert.equal((await kim("GET", "/api/me")).status, 200);
    });

    /** Signs in through a provider that says everyone is this person; answers with what the browser is sent at the end. */
    const throughProvider = async (email: string) => {
      const provider = await inventedProvider(email);
      const discoveryUrl = `${provider.address}/.well-known/openid-configuration`;
      const oidc = [{ id: "hospital", discoveryUrl, clientId: "osteon", clientSecret: "s" }];
      const door = await openDoor(server.database, {
        secret: "a secret of the tests, long enough",
        address: server.address,
        oidc,
      });
      const send = (path: string, init: RequestInit = {}) =>
        door.handle(
          new Request(new URL(path, server.address), {
            ...init,
            headers: { "content-type": "application/json", origin: server.address, ...init.headers },
          }),
        );
      const asked = await send("/api/auth/sign-in/social", {
        method: "POST",
        body: JSON.stringify({ provider: "hospital", callbackURL: "/" }),
      });
      assert.equal(asked.status, 200);
      const url = new URL(((await asked.json()) as { url: string }).url);
      provider.asked.nonce = url.searchParams.get("nonce") ?? "";
      const [state = ""] = asked.headers.getSetCookie();
      const code = `code=c&state=${encodeURIComponent(url.searchParams.get("state") ?? "")}`;
      const back = await send(`/api/auth/callback/hospital?${code}`, {
        headers: { cookie: state.split(";")[0] ?? "" },
      });
      provider.server.close();
      const session = back.headers
        .getSetCookie()
        .find((one) => one.startsWith("osteon.session_token=") && !/Max-Age=0/.test(one));
      return { url, state, session, location: back.headers.get("location") ?? "" };
    };

    test("a provider of sign-in is asked with PKCE, and an account that nobody invited is not made", async () => {
      const { url, state, session, location } = await throughProvider("stranger@example.org");
      assert.equal(url.searchParams.get("code_challenge_method"), "S256");
      assert.match(state, /SameSite=Lax/i);
      assert.equal(session, undefined);
      assert.match(location, /error=signup_disabled/);
    });

    test("a person who was invited signs in through the provider", async () => {
      await server.person("ida", "monitor", "Aachen");
      const { session, location } = await throughProvider("ida@example.org");
      assert.equal(location, "/");
      const ida = clientOf(server.address, "", "", session?.split(";")[0]);
      assert.equal((await ida("GET", "/api/me")).json.email, "ida@example.org");
    });
  });
}

/** RFC 6238: the code of this moment, six digits of HMAC-SHA-1 over the half minute. */
function totp(secret: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll("=", "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const place = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(place) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}

/** A provider of OpenID Connect on this machine, which says, and signs, that everyone is this person. */
async function inventedProvider(email: string): Promise<{ address: string; server: Server; asked: { nonce: string } }> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const asked = { nonce: "" };
  const server = createServer((request, response) => {
    const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: address,
      aud: "osteon",
      sub: email,
      email,
      email_verified: true,
      name: "Someone",
      iat: now,
      exp: now + 60,
      nonce: asked.nonce,
    };
    const answers: Readonly<Record<string, () => object>> = {
      "/.well-known/openid-configuration": () => ({
        issuer: address,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${address}/token`,
        jwks_uri: `${address}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      }),
      "/keys": () => ({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] }),
      "/token": () => ({
        access_token: "t",
        token_type: "Bearer",
        expires_in: 60,
        id_token: signed(claims, privateKey),
      }),
    };
    const answer = answers[new URL(request.url ?? "/", address).pathname]?.() ?? {};
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server, asked };
}

/** A JSON web token, RS256. */
function signed(claims: object, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "1", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}
