import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { oneTimeCode } from "../../apps/server/tests/one-time-code.ts";
import {
  type Answer,
  type Client,
  clientOf,
  PASSWORD,
  type RunningServer,
  runningServer,
  signIn,
} from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { behindTheDoors, cookiesOf } from "./behind-the-doors.ts";

/** Ways to write one cookie, of which some readers see another than others, or none. */
const WRITTEN: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `${name}=${value}`,
  (name, value) => `first=1;${name}=${value}`,
  (name, value) => `first=1;  ${name} = ${value}`,
  (name, value) => `${name}=unsigned; ${name}=${value}`,
  (name, value) => `${name}="${value}"`,
  (name, value) => `first; ${name}=${value}`,
  (name, value) => `;;${name}=${value};`,
  (name, value) => `${name}=; ${name}=${value}`,
  (name, value) => `${name}=${[...value].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("")}`,
];

for (const engine of ENGINES_BELOW) {
  describe(`sessions and accounts (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    const { nobody, stored, forgiven } = behindTheDoors(() => server);
    before(async () => {
      server = await runningServer(engine);
      admin = await server.person("admin", "administrator", null);
    });
    after(() => server.end());

    test("a code of the app is good once, on every way, and never an older one after a newer", async () => {
      await forgiven();
      const eve = await server.person("eve", "investigator", "Ulm");
      const enabled = await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
      const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
      const codes = enabled.json.backupCodes as string[];
      const other = await signIn(server.address, eve.account, eve.email);
      const first = oneTimeCode(secret, -1);
      const on = await eve("POST", "/api/auth/two-factor/verify-totp", { code: first });
      assert.equal(on.status, 200, on.text);
      assert.equal((await other("GET", "/api/me")).status, 401, "sessions from before the second factor end");
      const half = async (): Promise<Client> => {
        await forgiven();
        const begun = await nobody()("POST", "/api/auth/sign-in/email", { email: eve.email, password: PASSWORD });
        assert.equal(begun.json.twoFactorRedirect, true);
        return clientOf(server.address, eve.account, eve.email, cookiesOf(begun));
      };
      const tried = async (code: string, kind = "totp"): Promise<Answer> =>
        (await half())("POST", `/api/auth/two-factor/verify-${kind}`, { code });
      assert.notEqual((await tried(first)).status, 200, "the code by which it was set up");
      const now = oneTimeCode(secret);
      const [one, two] = await Promise.all([tried(now), tried(now)]);
      assert.deepEqual([one.status === 200, two.status === 200].sort(), [false, true], "two at once");
      assert.notEqual((await tried(now)).status, 200, "the same again");
      assert.notEqual((await tried(` ${now.slice(0, 3)} ${now.slice(3)} `)).status, 200, "the same, written apart");
      const next = oneTimeCode(secret, 1);
      const session = await tried(next);
      assert.equal(session.status, 200);
      const signedIn = clientOf(server.address, eve.account, eve.email, cookiesOf(session));
      assert.notEqual((await tried(now)).status, 200, "an older one");
      assert.notEqual(
        (await signedIn("POST", "/api/auth/two-factor/verify-totp", { code: next })).status,
        200,
        "by a session",
      );
      const trusted = await (await half())("POST", "/api/auth/two-factor/verify-backup-code", {
        code: codes[0],
        trustDevice: true,
      });
      assert.equal(trusted.status, 200, trusted.text);
      assert.equal(
        trusted.headers.getSetCookie().some((text) => /trust/.test(text)),
        false,
        "no device is trusted",
      );
      assert.notEqual((await tried(codes[0] ?? "", "backup-code")).status, 200, "a backup code again");
    });

    test("a code is good once, and counted for its person, however the cookie of the sign-in is written", async () => {
      await forgiven();
      const fay = await server.person("fay", "investigator", "Ulm");
      const enabled = await fay("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
      const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
      const used = oneTimeCode(secret);
      assert.equal((await fay("POST", "/api/auth/two-factor/verify-totp", { code: used })).status, 200);
      const tried = async (write: (name: string, value: string) => string, code: string): Promise<Answer> => {
        const begun = await nobody()("POST", "/api/auth/sign-in/email", { email: fay.email, password: PASSWORD });
        if (begun.status === 429) return begun;
        const cookie = cookiesOf(begun)
          .split("; ")
          .find((one) => one.startsWith("osteon.two_factor=")) as string;
        const written = write("osteon.two_factor", cookie.slice("osteon.two_factor=".length));
        return await clientOf(server.address, "", "", written)("POST", "/api/auth/two-factor/verify-totp", { code });
      };
      for (const write of WRITTEN) {
        await forgiven();
        assert.notEqual((await tried(write, used)).status, 200, write("n", "v"));
      }
      for (const write of WRITTEN.slice(0, 2)) {
        await forgiven();
        const statuses: number[] = [];
        // From addresses that the guesses do not share, the account alone counts.
        for (let n = 0; n < 10; n++) {
          statuses.push((await tried(write, "000000")).status);
          await server.database.script(
            "begin; set local osteon.account = 'clock'; set local role osteon_door; delete from auth.rate_limit where key like 'address%'; commit;",
          );
        }
        assert.ok(statuses.includes(429), `${write("n", "v")} ${statuses}`);
      }
      await forgiven();
    });

    test("a new password ends the other sessions, whatever the request says", async () => {
      await forgiven();
      const kim = await server.person("kim", "monitor", "Ulm");
      const other = await signIn(server.address, kim.account, kim.email);
      const changed = await kim("POST", "/api/auth/change-password", {
        currentPassword: PASSWORD,
        newPassword: "ein ganz neuer langer Satz",
        revokeOtherSessions: false,
      });
      assert.equal(changed.status, 200, changed.text);
      assert.equal((await other("GET", "/api/me")).status, 401);
      assert.equal((await kim("GET", "/api/me")).status, 401, "the cookie from before");
      assert.equal((await clientOf(server.address, "", "", cookiesOf(changed))("GET", "/api/me")).status, 200);
    });

    test("a disabled account does not sign in, nor by a link, until it is enabled again", async () => {
      await forgiven();
      const max = await server.person("max", "monitor", "Ulm");
      const link = await server.door.invite(max.email, "max");
      assert.equal(
        (await admin("DELETE", `/api/people/${max.account}`, undefined, { "x-reason": "left" })).status,
        204,
      );
      const refused = await nobody()("POST", "/api/auth/sign-in/email", { email: max.email, password: PASSWORD });
      assert.equal(refused.status >= 400, true);
      assert.equal(cookiesOf(refused), "", "no session");
      assert.equal(
        (await nobody()("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token: link.path.split("#")[1] }))
          .status,
        400,
      );
      assert.equal((await admin("POST", `/api/people/${max.account}/links`, { reason: "x" })).status, 409);
      assert.equal(
        (await admin("POST", "/api/people", { email: max.email, name: "max", role: "monitor", centre: "Bonn" }))
          .status >= 400,
        true,
      );
      assert.equal((await admin("POST", `/api/people/${max.account}/enabled`, { reason: "is back" })).status, 204);
      assert.equal((await (await signIn(server.address, max.account, max.email))("GET", "/api/me")).status, 200);
    });

    test("the last administrator stays, by whatever way and however many at once", async () => {
      await forgiven();
      const number = async (account: string): Promise<number> =>
        (
          (await admin("GET", "/api/memberships")).json.memberships as {
            membership: number;
            account: string;
            role: string;
            endedAt: string | null;
          }[]
        ).find((one) => one.account === account && one.role === "administrator" && one.endedAt === null)?.membership ??
        0;
      const own = await number(admin.account);
      assert.equal((await admin("DELETE", `/api/memberships/${own}`, undefined, { "x-reason": "x" })).status, 409);
      assert.equal((await admin("DELETE", `/api/people/${admin.account}`, undefined, { "x-reason": "x" })).status, 409);
      const invited = await admin("POST", "/api/people", {
        email: "late@example.org",
        name: "Late",
        role: "administrator",
      });
      assert.equal(invited.status, 201, invited.text);
      assert.equal(
        (await admin("DELETE", `/api/memberships/${own}`, undefined, { "x-reason": "x" })).status,
        409,
        "one who never signed in is no help",
      );
      const ada = await server.person("ada", "administrator", null);
      const theirs = await number(ada.account);
      const ends = await Promise.all([
        admin("DELETE", `/api/memberships/${own}`, undefined, { "x-reason": "x" }),
        ada("DELETE", `/api/memberships/${theirs}`, undefined, { "x-reason": "x" }),
        ada("DELETE", `/api/people/${ada.account}`, undefined, { "x-reason": "x" }),
        admin("DELETE", `/api/people/${ada.account}`, undefined, { "x-reason": "x" }),
      ]);
      const left = await stored(`select count(*) as n from access.membership m join auth."user" u on u.id = m.account
        where m.role = 'administrator' and m.ended_at is null and u.disabled_at is null and exists (select from auth.account a where a.user_id = u.id)`);
      assert.ok(Number(left[0]?.n) >= 1, ends.map(({ status }) => status).join(" "));
    });
  });
}
