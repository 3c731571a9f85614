import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { oneTimeCode } from "../../apps/server/tests/one-time-code.ts";
import {
  type Client,
  clientOf,
  PASSWORD,
  type RunningServer,
  runningServer,
  signIn,
} from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { cookiesOf } from "./behind-the-doors.ts";

for (const engine of ENGINES_BELOW) {
  describe(`attacks on roles and exports (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    let manager: Client;
    before(async () => {
      server = await runningServer(engine);
      admin = await server.person("admin", "administrator", null);
      manager = await server.person("manager", "data_manager", "Ulm");
    });
    after(() => server.end());
    const later = (person: Client, minutes: number): Promise<void> =>
      server.database.script(
        `begin; set local osteon.account = 'clock'; set local role osteon_door;
         update auth.session set created_at = created_at - interval '${minutes} minutes' where user_id = '${person.account}'; commit;`,
      );

    test("a membership of an account that does not exist is not made", async () => {
      const made = await admin("POST", "/api/memberships", {
        account: "nobody-at-all",
        role: "monitor",
        centre: "Ulm",
      });
      assert.equal(made.status, 404, made.text);
    });

    test("roles, accounts, links and exports ask for the password again when it was typed a while ago", async () => {
      const person = await server.person("some", "monitor", "Ulm");
      await later(admin, 6);
      await later(manager, 6);
      const sensitive: readonly [Client, string, string, unknown?][] = [
        [admin, "POST", "/api/people", { email: "z@example.org", name: "Z", role: "monitor", centre: "Ulm" }],
        [admin, "PUT", `/api/people/${person.account}`, { name: "Other", reason: "x" }],
        [admin, "DELETE", `/api/people/${person.account}`],
        [admin, "POST", `/api/people/${person.account}/enabled`, { reason: "x" }],
        [admin, "POST", `/api/people/${person.account}/links`, { reason: "x" }],
        [admin, "DELETE", `/api/people/${person.account}/second-factor`],
        [admin, "POST", "/api/memberships", { account: person.account, role: "monitor", centre: "Ulm" }],
        [admin, "DELETE", "/api/memberships/1"],
        [admin, "PUT", "/api/administration/sign-in", { contact: "me", factorRoles: [], reason: "x" }],
        [manager, "GET", "/api/exports/charts.zip"],
        [manager, "GET", "/api/exports/charts.xlsx"],
        [manager, "GET", "/api/exports/tables/visit"],
        [manager, "GET", "/api/audit/trail.ndjson"],
        [admin, "GET", "/api/audit/trail.csv"],
        [manager, "GET", "/api/audit/changes.csv"],
        [manager, "GET", "/%61pi/exports/charts.%7aip"],
      ];
      for (const [who, method, path, body] of sensitive) {
        const { status, json } = await who(method, path, body, { "x-reason": "x" });
        assert.deepEqual(
          [status, (json.problems as { code: string }[])?.[0]?.code],
          [403, "password-needed"],
          `${method} ${path}`,
        );
      }
      assert.equal((await manager("HEAD", "/api/exports/charts.zip")).status, 403);
      assert.equal((await manager("POST", "/api/proof", { password: "not this one at all" })).status, 403);
      assert.equal((await manager("GET", "/api/exports/charts.zip")).status, 403);
      assert.equal((await manager("POST", "/api/proof", { password: PASSWORD })).status, 200);
      assert.equal((await manager("GET", "/api/exports/charts.zip")).status, 200);
      const other = await signIn(server.address, manager.account, manager.email);
      await later(manager, 6);
      assert.equal((await other("GET", "/api/exports/charts.zip")).status, 403, "a proof is of one session");
    });

    test("nobody is shut out without a reason, which the trail keeps", async () => {
      await admin("POST", "/api/proof", { password: PASSWORD });
      const zoe = await server.person("zoe", "monitor", "Ulm");
      const { json } = await admin("GET", "/api/memberships");
      const membership = (json.memberships as { membership: number; account: string }[]).find(
        ({ account }) => account === zoe.account,
      )?.membership;
      for (const path of [
        `/api/people/${zoe.account}`,
        `/api/people/${zoe.account}/second-factor`,
        `/api/memberships/${membership}`,
      ])
        for (const headers of [{}, { "x-reason": "" }, { "x-reason": "%20" }]) {
          const refused = await admin("DELETE", path, undefined, headers);
          assert.equal(refused.status, 422, `${path} ${refused.text}`);
          assert.match(refused.text, /"reason-needed".*reason/);
        }
      assert.equal((await zoe("GET", "/api/patients")).status, 200, "nothing of it was done");
      const why = { "x-reason": encodeURIComponent("wechselt die Klinik, Brief vom 3. März") };
      for (const path of [`/api/memberships/${membership}`, `/api/people/${zoe.account}`])
        assert.equal((await admin("DELETE", path, undefined, why)).status, 204, path);
      const trail = (await admin("GET", "/api/audit/trail.ndjson")).text;
      for (const entity of ["access.membership", "auth.user"])
        assert.match(trail, new RegExp(`"entity" : "${entity}".*wechselt die Klinik`), entity);
    });

    test("an answer kept for a request sent twice is not told once the roles have changed", async () => {
      const nurse = await server.person("nurse", "study_nurse", "Ulm");
      const send = () =>
        nurse(
          "POST",
          "/api/centres/Ulm/charts/patient",
          { cells: { patient: "U-1", sex: "female" }, status: "draft", centre: "Ulm" },
          { "idempotency-key": "0123456789abcdef" },
        );
      const [first, again] = [await send(), await send()];
      assert.deepEqual([first.status, again.text], [201, first.text]);
      const { json } = await admin("GET", "/api/memberships");
      const { membership } = (json.memberships as { membership: number; account: string }[]).find(
        ({ account }) => account === nurse.account,
      ) ?? { membership: 0 };
      await admin("POST", "/api/proof", { password: PASSWORD });
      assert.equal(
        (await admin("DELETE", `/api/memberships/${membership}`, undefined, { "x-reason": "x" })).status,
        204,
      );
      const ended = await send();
      assert.equal(ended.status >= 400, true, ended.text);
      assert.doesNotMatch(ended.text, /U-1/);
    });

    test("a password that is common, a common one made longer, or one's own name or address is refused", async () => {
      const refused = async (newPassword: string): Promise<readonly unknown[]> => {
        await server.database.script(
          "begin; set local osteon.account = 'clock'; set local role osteon_door; delete from auth.rate_limit; commit;",
        );
        const { path } = await server.door.invite("theodora.baumgarten@example.org", "Theodora Baumgarten");
        const { status, json } = await clientOf(server.address, "", "")("POST", "/api/auth/reset-password", {
          newPassword,
          token: path.split("#")[1],
        });
        return [status, (json.problems as { where: { value?: string } }[])?.[0]?.where.value];
      };
      for (const common of [
        "password1234",
        "Password1234!",
        "passwordpassword",
        "iloveyouiloveyou",
        "123456789012",
        "qwertyuiop123",
        "1q2w3e4r5t6y",
        "aaaaaaaaaaaaaa",
        "PASSWORD!!!!!!!",
        "sunshine2026!!",
      ])
        assert.deepEqual(await refused(common), [400, "PASSWORD_COMMON"], common);
      for (const own of [
        "theodora.baumgarten",
        "Theodora Baumgarten",
        "theodorabaumgarten2026",
        "theodora.baumgarten@example.org",
        "OsteonOsteon",
        "osteon2026!!",
      ])
        assert.deepEqual(await refused(own), [400, "PASSWORD_OWN"], own);
      assert.deepEqual(await refused("three green bicycles in the rain"), [200, undefined]);
    });

    test("a person whose role needs a second factor can do nothing before it is set up", async () => {
      await admin("POST", "/api/proof", { password: PASSWORD });
      const set = await admin("PUT", "/api/administration/sign-in", {
        contact: "Frau Weber, -4711",
        factorRoles: ["monitor"],
        reason: "the board",
      });
      assert.equal(set.status, 204, set.text);
      const mona = await server.person("mona", "monitor", "Ulm");
      const me = await mona("GET", "/api/me");
      assert.deepEqual([me.json.needs, me.json.rights], ["second-factor-set-up", []]);
      for (const path of ["/api/patients", "/api/people", "/api/queries", "/api/centres", "/api/audit/trail.ndjson"])
        assert.equal((await mona("GET", path)).status, 403, path);
      const enabled = await mona("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
      const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
      const on = await mona("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret) });
      const inside = clientOf(server.address, mona.account, mona.email, cookiesOf(on));
      assert.equal((await inside("GET", "/api/patients")).status, 200);
      assert.equal(
        (await admin("DELETE", `/api/people/${mona.account}/second-factor`, undefined, { "x-reason": "lost" })).status,
        204,
      );
      assert.equal((await inside("GET", "/api/me")).status, 401, "sessions end with the factor");
      assert.equal(
        (await (await signIn(server.address, mona.account, mona.email))("GET", "/api/me")).json.needs,
        "second-factor-set-up",
      );
    });
  });
}
