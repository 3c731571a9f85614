import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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
  describe(`names and links (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    let doctor: Client;
    const { nobody, stored, forgiven } = behindTheDoors(() => server);
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
          // Personal tokens are read by no role of people or of backups; there is a hash of each, as of a link.
          "select schemaname || '.' || '\"' || tablename || '\"' as name from pg_tables where schemaname in ('access', 'audit', 'auth', 'work') and tablename <> 'personal_token'",
        );
        for (const { name } of tables) {
          const [found] = await stored(
            `select count(*) as n from ${name} t where position('${token}' in to_jsonb(t)::text) > 0`,
          );
          assert.equal(Number(found?.n), 0, String(name));
        }
      }
    });
  });
}
