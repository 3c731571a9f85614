import assert from "node:assert/strict";
import { scryptSync } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { openDoor } from "@osteon/server";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { oneTimeCode } from "./one-time-code.ts";
import { clientOf, PASSWORD, type RunningServer, runningServer, signIn } from "./running-server.ts";

for (const engine of ENGINES_BELOW) {
  describe(`sign-in (${engine})`, () => {
    let server: RunningServer;
    before(async () => {
      server = await runningServer(engine, { passwords: "as ever" });
    });
    after(() => server.end());

    test("a password is kept as its scrypt, of 2 to the 14 rounds of 16 blocks, with a salt of its own", async () => {
      const kept: string[] = [];
      for (const name of ["sal", "sol"]) {
        const { account } = await server.person(name, "monitor", "Aachen");
        const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
          sql<{ password: string }>`select password from auth.account where user_id = ${account}`.execute(session),
        );
        kept.push(rows[0]?.password ?? "");
      }
      for (const one of kept) {
        const [salt = "", key] = one.split(":");
        assert.equal(Buffer.from(salt, "hex").length, 16);
        const cost = { N: 2 ** 14, r: 16, p: 1, maxmem: 2 ** 26 };
        assert.equal(scryptSync(PASSWORD, salt, 64, cost).toString("hex"), key);
      }
      assert.notEqual(kept[0], kept[1]);
    });

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
      assert.equal(
        (await eve("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret, -1) })).status,
        200,
      );
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
      const whole = await halfway("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret) });
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
  });
}
