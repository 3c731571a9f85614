import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { sql } from "kysely";
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
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";

/** Ways to write one address, as a proxy or a browser would not send it. */
const BENT = [
  "/api/auth/.\\sign-in/email",
  "/api/auth/x\\..\\sign-in/email",
  "/api/auth/%2e\\sign-in/email",
  "/api/auth/%2e/sign-in/email",
  "/api/auth/./sign-in/email",
  "/api/auth/x/../sign-in/email",
  "/api/auth/x/%2e%2e/sign-in/email",
  "/api/auth//sign-in/email",
  "/api//auth/sign-in/email",
  "/api/auth/sign-in//email",
  "/api/auth/sign-in\\email",
  "/api/auth/sign-in%2femail",
  "/api/auth/sign-in%5cemail",
  "/api/auth/%73ign-in/email",
  "/api/auth/Sign-In/email",
  "/API/AUTH/sign-in/email",
  "/api/auth/sign-in/email/",
  "/api/auth/sign-in/email;x",
  "/api/auth/sign-in/email%00",
  "/api/auth/sign-in/email%20",
  "/api/auth/\t/sign-in/email",
  "/api/./auth/sign-in/email",
  "http://elsewhere.example/api/auth/sign-in/email",
  "//elsewhere.example/api/auth/sign-in/email",
];

/** Routes that the library has and nobody here uses. */
const CLOSED = [
  ["POST", "/api/auth/update-user"],
  ["POST", "/api/auth/change-email"],
  ["POST", "/api/auth/delete-user"],
  ["POST", "/api/auth/sign-up/email"],
  ["POST", "/api/auth/update-session"],
  ["POST", "/api/auth/request-password-reset"],
  ["POST", "/api/auth/forget-password"],
  ["POST", "/api/auth/send-verification-email"],
  ["POST", "/api/auth/verify-password"],
  ["POST", "/api/auth/set-password"],
  ["POST", "/api/auth/link-social"],
  ["POST", "/api/auth/unlink-account"],
  ["POST", "/api/auth/refresh-token"],
  ["POST", "/api/auth/get-access-token"],
  ["POST", "/api/auth/revoke-session"],
  ["POST", "/api/auth/revoke-sessions"],
  ["POST", "/api/auth/two-factor/send-otp"],
  ["POST", "/api/auth/two-factor/verify-otp"],
  ["POST", "/api/auth/two-factor/get-totp-uri"],
  ["POST", "/api/auth/two-factor/generate-backup-codes"],
  ["GET", "/api/auth/get-session"],
  ["GET", "/api/auth/list-sessions"],
  ["GET", "/api/auth/list-accounts"],
  ["GET", "/api/auth/account-info"],
  ["GET", "/api/auth/ok"],
  ["GET", "/api/auth/error"],
  ["GET", "/api/auth/reset-password/token"],
] as const;

for (const engine of ENGINES_BELOW) {
  describe(`attacks on the sign-in (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    let doctor: Client;
    const nobody = (): Client => clientOf(server.address, "", "");
    before(async () => {
      server = await runningServer(engine);
      admin = await server.person("admin", "administrator", null);
      doctor = await server.person("doctor", "investigator", "Ulm");
      const nurse = await server.person("nurse", "study_nurse", "Ulm");
      for (const [table, cells] of inventedChart("Ulm", "U")) {
        const entered = await nurse("POST", `/api/centres/Ulm/charts/${table}`, { cells, status: "complete" });
        assert.equal(entered.status, 201, entered.text);
      }
    });
    after(() => server.end());

    /** As the keeper of backups and the trail sees it. */
    const stored = async (text: string): Promise<readonly Record<string, unknown>[]> =>
      (
        await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
          sql.raw<Record<string, unknown>>(text).execute(session),
        )
      ).rows;
    /** Addresses that tried too much are let try again. */
    const forgiven = (): Promise<void> =>
      server.database.script(
        "begin; set local osteon.account = 'clock'; set local role osteon_door; delete from auth.rate_limit; commit;",
      );
    const refusals = async (): Promise<number> =>
      Number((await stored("select count(*) as n from audit.entry where action = 'sign-in-refused'"))[0]?.n);

    for (const bent of BENT) {
      test(`${JSON.stringify(bent)} signs nobody in and is no free guess`, async () => {
        await forgiven();
        const statuses: number[] = [];
        for (let n = 0; n < 10; n++)
          statuses.push(await raw(server.address, bent, { email: doctor.email, password: `guess ${n}, long` }));
        assert.equal(statuses.includes(401), false, String([...new Set(statuses)]));
        assert.equal((await raw(server.address, bent, { email: doctor.email, password: PASSWORD })) >= 400, true);
      });
    }

    test("every POST at the sign-in's addresses is counted, whatever stands behind", async () => {
      await forgiven();
      const statuses: number[] = [];
      for (let n = 0; n < 40; n++) statuses.push(await raw(server.address, `/api/auth/nothing-${n}`, {}));
      assert.equal(statuses[0], 404);
      assert.equal(statuses.at(-1), 429);
      await forgiven();
    });

    test("guesses for one account are counted and noted, and a forged address of the sender changes nothing", async () => {
      await forgiven();
      const before = await refusals();
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) {
        const answer = await nobody()("POST", "/api/auth/sign-in/email", {
          email: " Doctor@Example.org ".trim(),
          password: `guess ${n}, long`,
        });
        statuses.push(answer.status);
      }
      assert.deepEqual([...new Set(statuses)], [401, 429]);
      assert.equal((await refusals()) - before, statuses.filter((one) => one === 401).length);
      await forgiven();
      const forged: number[] = [];
      for (let n = 0; n < 40; n++) {
        const body = { email: `someone${n}@example.org`, password: "a long enough guess" };
        forged.push(
          (await nobody()("POST", "/api/auth/sign-in/email", body, { "x-forwarded-for": `10.0.0.${n}` })).status,
        );
      }
      assert.ok(forged.includes(429), "the address counts is that of the connection");
      await forgiven();
    });

    test("what the library has beside the few routes that are used is not there", async () => {
      for (const [method, path] of CLOSED) {
        await forgiven();
        const answer = await doctor(method, path, method === "GET" ? undefined : { name: "X", password: PASSWORD });
        assert.equal(answer.status, 404, `${method} ${path} ${answer.text}`);
      }
      await forgiven();
    });

    test("nobody signs under a name taken by oneself, and the address stands with the name", async () => {
      const name = "Prof. Dr. Chief Physician";
      assert.notEqual((await doctor("POST", "/api/auth/update-user", { name })).status, 200);
      const signed = await doctor("POST", "/api/centres/Ulm/visits/visit-U/signatures", {
        meaning: "approved",
        password: PASSWORD,
      });
      assert.equal(signed.status, 201, signed.text);
      const [signature] = (await doctor("GET", "/api/centres/Ulm/patients/P-U")).json.signatures as Record<
        string,
        string
      >[];
      assert.equal(signature?.printedName, "doctor");
      assert.equal(signature?.signedAddress, doctor.email);
    });

    test("a name is one line of letters, given by an administrator", async () => {
      for (const name of [
        "",
        "  ",
        "x".repeat(101),
        "A\nB",
        "A\u0000B",
        "A\u202eB",
        "\u200b",
        "…",
        "A\u200bB",
        "javascript:\u2028x",
      ]) {
        const body = { email: `n${name.length}@example.org`, name, role: "monitor", centre: "Ulm" };
        assert.equal((await admin("POST", "/api/people", body)).status, 400, JSON.stringify(name));
        assert.equal(
          (await admin("PUT", `/api/people/${doctor.account}`, { name, reason: "x" })).status,
          400,
          JSON.stringify(name),
        );
      }
      assert.equal((await doctor("PUT", `/api/people/${doctor.account}`, { name: "Prof", reason: "x" })).status, 403);
      const decomposed = "Dr. Mu\u0308ller";
      assert.equal(
        (await admin("PUT", `/api/people/${doctor.account}`, { name: decomposed, reason: "married" })).status,
        204,
      );
      assert.equal((await doctor("GET", "/api/me")).json.name, decomposed.normalize("NFC"));
      await admin("PUT", `/api/people/${doctor.account}`, { name: "doctor", reason: "back" });
    });

    test("wrong passwords at a signature are counted as sign-ins are, noted, and end the session", async () => {
      await forgiven();
      const ina = await server.person("ina", "investigator", "Ulm");
      const before = await refusals();
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) {
        const { status } = await ina("POST", "/api/centres/Ulm/visits/visit-U/signatures", {
          meaning: "author",
          password: `guess ${n}, long`,
        });
        statuses.push(status);
      }
      assert.deepEqual(statuses.slice(0, 4), [403, 403, 403, 403]);
      assert.deepEqual([...new Set(statuses.slice(5))], [401]);
      assert.equal((await ina("GET", "/api/me")).status, 401, "the session has ended");
      assert.equal((await refusals()) - before, 5);
      const tries: number[] = [];
      for (const password of ["wrong", "wrong too", "wrong again", PASSWORD])
        tries.push((await nobody()("POST", "/api/auth/sign-in/email", { email: ina.email, password })).status);
      assert.deepEqual(tries, [401, 401, 401, 429], "tries at signatures and sign-ins are of one account");
      await forgiven();
    });

    for (const path of [
      "/api/auth/two-factor/enable",
      "/api/auth/two-factor/disable",
      "/api/auth/change-password",
      "/api/proof",
    ]) {
      test(`wrong passwords at ${path} end the session too`, async () => {
        await forgiven();
        const who = await server.person(`p${path.length}`, "monitor", "Ulm");
        const statuses = new Set<number>();
        for (let n = 0; n < 6; n++) {
          const password = `guess ${n}, long`;
          statuses.add(
            (
              await who("POST", path, {
                password,
                currentPassword: password,
                newPassword: "ein ganz neuer langer Satz",
              })
            ).status,
          );
        }
        assert.ok(!statuses.has(200) && !statuses.has(404), String([...statuses]));
        assert.equal((await who("GET", "/api/me")).status, 401);
        await forgiven();
      });
    }

    test("of several links of a person only the newest is good, once", async () => {
      await forgiven();
      const [one, two] = [
        await server.door.invite("lia@example.org", "Lia"),
        await server.door.invite("lia@example.org", "Lia"),
      ];
      const use = (link: { path: string }, newPassword = PASSWORD): Promise<Answer> =>
        nobody()("POST", "/api/auth/reset-password", { newPassword, token: link.path.split("#")[1] });
      assert.equal((await use(one)).status, 400);
      const both = await Promise.all([use(two), use(two, "ein ganz anderer Satz")]);
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 400]);
      assert.equal((await use(two)).status, 400);
      const [three, four] = await Promise.all([
        server.door.invite("lia@example.org", "Lia"),
        server.door.invite("lia@example.org", "Lia"),
      ]);
      const last = [await use(three), await use(four)];
      assert.deepEqual(last.map(({ status }) => status).sort(), [200, 400], "of two made at once one is good");
    });

    test("a link stands nowhere in the registry: no table, no kept answer, no trail", async () => {
      await forgiven();
      const invited = { email: "mia@example.org", name: "Mia", role: "monitor", centre: "Ulm" };
      const { json, status, text } = await admin("POST", "/api/people", invited, {
        "idempotency-key": "0123456789abcdef",
      });
      assert.equal(status, 201, text);
      const again = await admin(
        "POST",
        `/api/people/${json.account}/links`,
        { reason: "ran out" },
        { "idempotency-key": "fedcba9876543210" },
      );
      assert.equal(again.status, 201, again.text);
      for (const link of [json.link, again.json.link]) {
        const token = String(link).split("#")[1] ?? "";
        assert.match(token, /^\w{40,}$/);
        const tables = await stored(
          "select schemaname || '.' || '\"' || tablename || '\"' as name from pg_tables where schemaname in ('access', 'audit', 'auth', 'work')",
        );
        for (const { name } of tables) {
          const [found] = await stored(
            `select count(*) as n from ${name} t where position('${token}' in to_jsonb(t)::text) > 0`,
          );
          assert.equal(Number(found?.n), 0, String(name));
        }
      }
    });

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

const cookiesOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .filter((one) => !/Max-Age=0/.test(one))
    .map((one) => one.split(";")[0])
    .join("; ");

/** Sends the address as it stands; fetch would mend it. */
async function raw(address: string, path: string, body: object): Promise<number> {
  const { hostname, port } = new URL(address);
  return await new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const sent = request(
      { host: hostname, port, method: "POST", path: path.replaceAll("\t", "%09"), headers },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once("error", reject);
    sent.end(JSON.stringify(body));
  });
}
