import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asRole, noteKeeping } from "@osteon/registry";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Client, clientOf, PASSWORD, type RunningServer, runningServer, signIn } from "./running-server.ts";

const LEFT = { "x-reason": "has left" };

interface Account {
  readonly name: string;
  readonly secondFactor: boolean;
  readonly byPassword: boolean;
  readonly byProvider: boolean;
  readonly lastSignIn: string | null;
  readonly disabledAt: string | null;
  readonly roles: readonly { readonly role: string; readonly centre: string | null }[];
}

for (const engine of ENGINES_BELOW) {
  describe(`administration (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    let manager: Client;
    let nurse: Client;
    let foreigner: Client;
    let begun = 0;
    before(async () => {
      // The sign-in is told to the second or finer.
      begun = Math.floor(Date.now() / 1000) * 1000;
      server = await runningServer(engine);
      admin = await server.person("admin", "administrator", null);
      manager = await server.person("manager", "data_manager", "Aachen");
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      foreigner = await server.person("foreigner", "data_manager", "Berlin");
    });
    after(() => server.end());

    const accounts = async (): Promise<ReadonlyMap<string, Account>> => {
      const { json, status, text } = await admin("GET", "/api/administration/people");
      assert.equal(status, 200, text);
      return new Map((json.people as Account[]).map((one) => [one.name, one]));
    };

    test("administrators see accounts and how each signs in; nobody else does, and no secret is among it", async () => {
      for (const other of [manager, nurse])
        assert.equal((await other("GET", "/api/administration/people")).status, 403);
      const { text } = await admin("GET", "/api/administration/people");
      assert.doesNotMatch(text, /token|secret|hash|\$/);
      const invited = { email: "new@example.org", name: "new", role: "monitor", centre: "Aachen" };
      assert.equal((await admin("POST", "/api/people", invited)).status, 201);
      const people = await accounts();
      assert.deepEqual([people.get("nurse")?.byPassword, people.get("new")?.byPassword], [true, false]);
      assert.equal(people.get("new")?.lastSignIn, null);
      assert.deepEqual(
        people.get("nurse")?.roles.map(({ role, centre }) => [role, centre]),
        [["study_nurse", "Aachen"]],
      );
      const signedIn = Date.parse(people.get("nurse")?.lastSignIn ?? "");
      assert.ok(begun <= signedIn && signedIn <= Date.now(), `signed in at ${signedIn}, the tests began at ${begun}`);
    });

    test("a password without the second factor is no sign-in", async () => {
      const eve = await server.person("eve", "monitor", "Aachen");
      const uri = String((await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD })).json.totpURI);
      assert.match(uri, /^otpauth:/);
      await server.database.script(
        `begin; set local osteon.account = 'tests'; set local role osteon_door; update auth."user" set two_factor_enabled = true where id = '${eve.account}'; commit;`,
      );
      const before = (await accounts()).get("eve");
      assert.equal(before?.secondFactor, true);
      const half = await clientOf(server.address, "", "")("POST", "/api/auth/sign-in/email", {
        email: eve.email,
        password: PASSWORD,
      });
      assert.equal(half.json.twoFactorRedirect, true);
      assert.equal((await accounts()).get("eve")?.lastSignIn, before?.lastSignIn);
    });

    test("a disabled account and an ended role are told as such", async () => {
      const max = await server.person("max", "monitor", "Aachen");
      assert.equal((await admin("DELETE", `/api/people/${max.account}`, undefined, LEFT)).status, 204);
      assert.notEqual((await accounts()).get("max")?.disabledAt, null);
      const { json } = await admin("GET", "/api/memberships");
      const { membership } = (json.memberships as { membership: number; account: string }[]).find(
        ({ account }) => account === max.account,
      ) ?? { membership: 0 };
      assert.equal((await admin("DELETE", `/api/memberships/${membership}`, undefined, LEFT)).status, 204);
      assert.deepEqual((await accounts()).get("max")?.roles, []);
    });

    test("standing locks are seen at the own centre alone, and lifted with a reason that the trail keeps", async () => {
      const { json } = await manager("POST", "/api/locks", { scope: "study", centre: "Aachen", reason: "frozen" });
      const standing = async (person: Client) => (await person("GET", "/api/locks")).json.locks as { lock: number }[];
      assert.deepEqual(
        (await standing(nurse)).map(({ lock }) => lock),
        [json.lock],
      );
      assert.deepEqual(await standing(foreigner), []);
      assert.deepEqual(await standing(admin), []);
      assert.deepEqual((await manager("GET", "/api/locks?centre=Berlin")).json.locks, []);
      const lifted = await manager("DELETE", `/api/locks/${json.lock}`, undefined, {
        "x-reason": encodeURIComponent("späte Daten"),
      });
      assert.equal(lifted.status, 204);
      assert.deepEqual(await standing(manager), []);
      const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
        sql<{
          reason: string;
        }>`select reason from audit.entry where entity = 'work.lock' and action = 'update'`.execute(session),
      );
      assert.deepEqual(rows, [{ reason: "späte Daten" }]);
    });

    test("backups and drills are told as the trail noted them, the newest first, to administrators alone", async () => {
      await noteKeeping(server.database, "backup", "monday.osteon", { rows: 10, encrypted: false });
      await noteKeeping(server.database, "backup", "tuesday.osteon", { rows: 12, encrypted: true });
      await noteKeeping(server.database, "restore-drill", "tuesday.osteon", { rows: 12, differences: 0 });
      assert.equal((await manager("GET", "/api/administration/backups")).status, 403);
      const { json } = await admin("GET", "/api/administration/backups");
      const [backups, drills] = [json.backups, json.drills] as { file: string; told: { rows: number } }[][];
      assert.deepEqual(
        backups?.map(({ file, told }) => [file, told.rows]),
        [
          ["tuesday.osteon", 12],
          ["monday.osteon", 10],
        ],
      );
      assert.deepEqual(
        drills?.map(({ file }) => file),
        ["tuesday.osteon"],
      );
    });

    test("the ways to sign in are told before anybody has", async () => {
      const { json } = await clientOf(server.address, "", "")("GET", "/api/sign-in-methods");
      assert.deepEqual(json, { password: { shortest: 12 }, secondFactor: "totp", providers: [], contact: "" });
    });

    test("whom to ask stands before the sign-in, and only administrators say who it is", async () => {
      const rules = { contact: "Frau Weber, 0351 4711", factorRoles: [], reason: "moved" };
      assert.equal((await manager("PUT", "/api/administration/sign-in", rules)).status, 403);
      assert.equal((await admin("PUT", "/api/administration/sign-in", rules)).status, 204);
      const { json } = await clientOf(server.address, "", "")("GET", "/api/sign-in-methods");
      assert.equal(json.contact, rules.contact);
      assert.equal((await manager("GET", "/api/administration/sign-in")).status, 403);
    });

    test("a new link, an account disabled and enabled, and a factor taken off stand in the trail, with who and why", async () => {
      const ole = await server.person("ole", "monitor", "Aachen");
      const { account } = ole;
      const because = (text: string) => ({ "x-reason": encodeURIComponent(text) });
      assert.equal((await manager("POST", `/api/people/${account}/links`, { reason: "x" })).status, 403);
      assert.equal((await admin("POST", `/api/people/${account}/links`, {})).status, 400, "a reason is needed");
      assert.equal((await admin("POST", `/api/people/${account}/links`, { reason: "forgot it" })).status, 201);
      assert.equal((await admin("DELETE", `/api/people/${account}`, undefined, because("left"))).status, 204);
      assert.equal((await admin("POST", `/api/people/${account}/enabled`, { reason: "is back" })).status, 204);
      assert.equal(
        (await admin("DELETE", `/api/people/${account}/second-factor`, undefined, LEFT)).status,
        404,
        "there is none",
      );
      const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
        sql<{ entity: string; reason: string; actor: string }>`select entity, reason, actor from audit.entry
          where reason in ('forgot it', 'left', 'is back') and row_key = ${account} order by seq`.execute(session),
      );
      assert.deepEqual(
        rows.map(({ entity, reason }) => [entity, reason]),
        [
          ["auth.link", "forgot it"],
          ["auth.user", "left"],
          ["auth.link", "left"],
          ["auth.user", "is back"],
        ],
      );
      assert.ok(rows.every(({ actor }) => actor === admin.account));
    });

    test("who invites a person known already is told so, and a person learns by whose link the password was set", async () => {
      const kai = { email: "kai@example.org", name: "Kai", role: "monitor", centre: "Aachen" };
      const { json } = await admin("POST", "/api/people", kai);
      const again = await admin("POST", "/api/people", kai);
      assert.deepEqual([again.status, (again.json.problems as { code: string }[])[0]?.code], [409, "account-known"]);
      const nobody = clientOf(server.address, "", "");
      const token = String(json.link).split("#")[1];
      assert.deepEqual((await nobody("POST", "/api/auth/link", { token })).json, { name: "Kai", email: kai.email });
      assert.equal((await nobody("POST", "/api/auth/link", { token: `${token}x` })).status, 400);
      await nobody("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token });
      const first = await signIn(server.address, "", kai.email);
      assert.equal((await first("GET", "/api/me")).json.link, null, "there was no password before");
      const renewed = await admin("POST", `/api/people/${json.account}/links`, { reason: "forgot it" });
      const fresh = String(renewed.json.link).split("#")[1];
      await nobody("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token: fresh });
      const signedIn = await signIn(server.address, "", kai.email);
      assert.equal(((await signedIn("GET", "/api/me")).json.link as { by: string }).by, "admin");
    });

    test("a person who sends far too much is told to wait, and others are not", async () => {
      const small = await runningServer(engine, { requestsAMinute: 20 });
      try {
        const [lou, kim] = [
          await small.person("lou", "monitor", "Aachen"),
          await small.person("kim", "monitor", "Aachen"),
        ];
        const statuses: number[] = [];
        let wait = "";
        for (let n = 0; n < 25; n++) {
          const { status, headers } = await lou("GET", "/api/me");
          statuses.push(status);
          wait = headers.get("retry-after") ?? "";
        }
        assert.deepEqual([...new Set(statuses)], [200, 429]);
        assert.match(wait, /^\d+$/);
        assert.equal((await kim("GET", "/api/me")).status, 200);
      } finally {
        await small.end();
      }
    });
  });
}
