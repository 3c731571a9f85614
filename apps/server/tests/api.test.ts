import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { asRole } from "@osteon/registry";
import { Validator } from "@seriousme/openapi-schema-validator";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { type Client, clientOf, PASSWORD, type RunningServer, runningServer, signIn } from "./running-server.ts";

const CANARY = { name: "Canary Übermut", bornOn: "1999-11-03", recordNumber: "R-4711-CANARY" };

for (const engine of ENGINES_BELOW) {
  describe(`the API (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let doctor: Client;
    let manager: Client;
    let monitor: Client;
    let admin: Client;
    let foreigner: Client;

    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      doctor = await server.person("doctor", "investigator", "Aachen");
      manager = await server.person("manager", "data_manager", "Aachen");
      monitor = await server.person("monitor", "monitor", "Aachen");
      admin = await server.person("admin", "administrator", null);
      foreigner = await server.person("foreigner", "investigator", "Berlin");
      for (const [table, cells] of inventedChart("Aachen", "A")) {
        const { status, text } = await nurse("POST", `/api/centres/Aachen/charts/${table}`, {
          cells,
          status: "complete",
        });
        assert.equal(status, 201, text);
      }
    });
    after(() => server.end());

    /** The version of the visit as it is now, as a header. */
    const versionOf = async (): Promise<string> =>
      (await nurse("GET", "/api/centres/Aachen/charts/visit/visit-A")).headers.get("etag") ?? "";

    test("a child's chart is read whole, with an ETag that saves sending it again", async () => {
      const answer = await doctor("GET", "/api/centres/Aachen/patients/P-A");
      assert.equal(answer.status, 200);
      assert.equal((answer.json as { rows: unknown[] }).rows.length, CODEBOOK.length);
      const again = await doctor("GET", "/api/centres/Aachen/patients/P-A", undefined, {
        "if-none-match": answer.headers.get("etag") ?? "",
      });
      assert.equal(again.status, 304);
    });

    test("another centre's child is not there: not in the list, not by its number, not by any of its rows", async () => {
      assert.deepEqual((await foreigner("GET", "/api/patients")).json, { patients: [] });
      assert.equal((await foreigner("GET", "/api/centres/Aachen/patients/P-A")).status, 404);
      assert.equal((await foreigner("GET", "/api/centres/Aachen/charts/visit/visit-A")).status, 404);
      assert.equal(
        (
          await foreigner(
            "PUT",
            "/api/centres/Aachen/charts/visit/visit-A",
            { cells: {}, status: "draft" },
            { "if-match": '"1"' },
          )
        ).status,
        404,
      );
      assert.equal(
        (
          await foreigner("DELETE", "/api/centres/Aachen/charts/visit/visit-A", undefined, {
            "if-match": '"1"',
            "x-reason": "x",
          })
        ).status,
        404,
      );
      assert.equal((await foreigner("GET", "/api/centres/Aachen/patients/P-A/identity")).status, 404);
      assert.equal(
        (
          await foreigner("POST", "/api/centres/Aachen/visits/visit-A/signatures", {
            meaning: "author",
            password: PASSWORD,
          })
        ).status,
        404,
      );
      assert.equal(
        (await foreigner("POST", "/api/centres/Aachen/charts/visit", { cells: { patient: "P-A" }, status: "draft" }))
          .status,
        403,
      );
    });

    test("a save needs the version that was read; a stale one is answered with the fields that differ", async () => {
      const save = (cells: Record<string, string>, version: string | undefined) =>
        nurse(
          "PUT",
          "/api/centres/Aachen/charts/visit/visit-A",
          { cells: { visited_on: "2009-05-17", ...cells }, status: "complete", reason: "reread" },
          version === undefined ? {} : { "if-match": version },
        );
      const read = await versionOf();
      assert.match(read, /^"\d+"$/);
      assert.equal((await save({ pain_nrs: "5" }, undefined)).status, 428);
      const first = await save({ pain_nrs: "5" }, read);
      assert.equal(first.status, 200, first.text);
      assert.equal(first.headers.get("etag"), `"${Number(read.slice(1, -1)) + 1}"`);
      const stale = await save({ pain_nrs: "4" }, read);
      assert.equal(stale.status, 409);
      assert.deepEqual((stale.json as { differences: unknown }).differences, [
        { field: "pain_nrs", yours: "4", theirs: "5" },
      ]);
    });

    test("what is wrong is listed with code, place and fix", async () => {
      const { status, json } = await nurse("POST", "/api/centres/Aachen/charts/visit", {
        cells: { patient: "P-A", visited_on: "17.05.2009", pain_nrs: "11" },
        status: "complete",
      });
      assert.equal(status, 422);
      const problems = (json as { problems: { code: string; where: { column: string }; fix: string }[] }).problems;
      assert.deepEqual(
        problems.map(({ code, where }) => [where.column, code]),
        [
          ["visited_on", "date-format"],
          ["pain_nrs", "impossible-value"],
          // There is a visit of this child on that day.
          ["visit", "same-content"],
        ],
      );
      assert.equal(problems[0]?.fix, "Write 2009-05-17.");
    });

    test("a request sent twice with one key writes once and is answered the same", async () => {
      const key = { "idempotency-key": crypto.randomUUID() };
      const body = { cells: { patient: "P-A", visited_on: "2010-01-01" }, status: "complete" };
      const [one, two] = [
        await nurse("POST", "/api/centres/Aachen/charts/visit", body, key),
        await nurse("POST", "/api/centres/Aachen/charts/visit", body, key),
      ];
      assert.equal(one.status, 201);
      assert.equal(two.text, one.text);
      assert.equal(
        (await nurse("POST", "/api/centres/Aachen/charts/visit", { ...body, status: "draft" }, key)).status,
        422,
      );
    });

    test("a signature asks for the password again, and a change voids it", async () => {
      const sign = (password: string) =>
        doctor("POST", "/api/centres/Aachen/visits/visit-A/signatures", { meaning: "approved", password });
      assert.equal((await sign("wrong")).status, 403);
      assert.equal((await sign(PASSWORD)).status, 201);
      const standing = async () =>
        (await doctor("GET", "/api/centres/Aachen/patients/P-A")).json.signatures as {
          voidedAt: string | null;
          printedName: string;
        }[];
      assert.deepEqual(
        (await standing()).map(({ voidedAt, printedName }) => [voidedAt, printedName]),
        [[null, "doctor"]],
      );
      await nurse(
        "PUT",
        "/api/centres/Aachen/charts/visit/visit-A",
        { cells: { visited_on: "2009-05-17", pain_nrs: "3" }, status: "complete", reason: "reread" },
        { "if-match": await versionOf() },
      );
      assert.notEqual((await standing())[0]?.voidedAt, null);
    });

    test("a locked chart answers 423 and says whom to ask", async () => {
      const { json } = await manager("POST", "/api/locks", { scope: "patient", centre: "Aachen", patient: "P-A" });
      const answer = await nurse(
        "PUT",
        "/api/centres/Aachen/charts/visit/visit-A",
        { cells: { visited_on: "2009-05-17" }, status: "complete", reason: "x" },
        { "if-match": await versionOf() },
      );
      assert.equal(answer.status, 423);
      assert.match(answer.text, /data manager/);
      assert.equal((await nurse("DELETE", `/api/locks/${json.lock}`)).status, 404);
      assert.equal((await manager("DELETE", `/api/locks/${json.lock}`)).status, 204);
    });

    test("an identity is read by nurse and doctor of the centre, and stands in no export, list, log or trail", async () => {
      assert.equal(
        (await nurse("PUT", "/api/centres/Aachen/patients/P-A/identity", CANARY, { "if-match": '"0"' })).status,
        201,
      );
      assert.deepEqual((await doctor("GET", "/api/centres/Aachen/patients/P-A/identity")).json, CANARY);
      for (const other of [manager, monitor, admin])
        assert.equal((await other("GET", "/api/centres/Aachen/patients/P-A/identity")).status, 404);
      const everywhere = [
        "/api/patients",
        "/api/centres/Aachen/patients/P-A",
        "/api/exports/tables/patient",
        "/api/audit/trail.ndjson",
        "/api/audit/trail.csv",
        "/api/queries",
        "/api/dashboard",
        "/api/centres/Aachen/audit/rows/patient/P-A",
      ];
      for (const path of everywhere) {
        const { status, text } = await manager("GET", path);
        assert.equal(status, 200, path);
        assert.doesNotMatch(text, /canary|Übermut|1999-11-03/i, path);
      }
      const { unzipSync } = await import("fflate");
      const zip = await fetch(new URL("/api/exports/charts.zip", server.address), {
        headers: { cookie: manager.cookie },
      });
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      assert.equal(
        Object.keys(files).filter((name) => name.endsWith(".csv")).length,
        CODEBOOK.length + 3,
        "the tables, the plan, the lists of drugs and of analytes",
      );
      for (const [name, bytes] of Object.entries(files))
        assert.doesNotMatch(Buffer.from(bytes).toString("utf8"), /canary|Übermut|1999-11-03/i, name);
      assert.doesNotMatch(server.log.join(""), /canary|Übermut|P-A|visit-A/i);
    });

    test("reads of identities, exports, sign-ins, sign-outs and refusals stand in the trail", async () => {
      const identity = "/api/centres/Aachen/patients/P-A/identity";
      await nurse("PUT", identity, CANARY, { "if-match": '"0"' });
      await doctor("GET", identity);
      await manager("GET", "/api/exports/charts.zip");
      await manager("GET", "/api/audit/trail.csv");
      assert.equal((await foreigner("POST", "/api/people", {})).status >= 400, true);
      const again = await signIn(server.address, nurse.account, nurse.email);
      await again("POST", "/api/auth/sign-out", {});
      await clientOf(server.address, "", "")("POST", "/api/auth/sign-in/email", {
        email: "nurse@example.org",
        password: "not this one",
      });
      const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
        sql<{ what: string }>`select distinct action || ' ' || entity as what from audit.entry order by 1`.execute(
          session,
        ),
      );
      const noted = rows.map(({ what }) => what);
      for (const one of [
        "read-identity identity.person",
        "export charts.zip",
        "export trail.csv",
        "insert auth.session",
        "delete auth.session",
        "refused request",
        "sign-in-refused auth.session",
      ]) {
        assert.ok(noted.includes(one), `${one} is noted among ${noted.join(", ")}`);
      }
    });

    test("nothing is served without a session, with a forged one, or with an ended one", async () => {
      const [name = "", value = ""] = doctor.cookie.split("=");
      const forged = [
        `${name}=${value.slice(0, -6)}AAAAAA`,
        `${name}=${value.split(".")[0]}`,
        `${name}=x.y`,
        `${name}=`,
        "",
        `${name}=${"%".repeat(50)}`,
      ];
      for (const cookie of forged) {
        const { status } = await clientOf(server.address, "", "", cookie)("GET", "/api/patients");
        assert.equal(status, 401, cookie);
      }
      const ended = await signIn(server.address, doctor.account, doctor.email);
      assert.equal((await ended("GET", "/api/me")).status, 200);
      assert.equal((await ended("POST", "/api/auth/sign-out", {})).status, 200);
      assert.equal((await ended("GET", "/api/me")).status, 401, "a replayed cookie of an ended session");
    });

    test("a write from a page of another site is refused", async () => {
      const body = { cells: { patient: "P-A" }, status: "draft" };
      assert.equal(
        (await nurse("POST", "/api/centres/Aachen/charts/visit", body, { origin: "https://evil.example" })).status,
        403,
      );
      assert.equal(
        (await nurse("POST", "/api/centres/Aachen/charts/visit", body, { "sec-fetch-site": "cross-site" })).status,
        403,
      );
    });

    test("a strict policy and the other headers stand on every answer", async () => {
      for (const path of ["/", "/api/me", "/nowhere", "/api/openapi.json"]) {
        const { headers } = await clientOf(server.address, "", "")("GET", path);
        assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/, path);
        assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe/);
        assert.equal(headers.get("x-content-type-options"), "nosniff");
        assert.equal(headers.get("x-frame-options"), "SAMEORIGIN");
      }
    });

    test("an administrator invites, appoints, ends a role and disables an account; others cannot", async () => {
      const invite = { email: "new@example.org", name: "New", role: "monitor", centre: "Aachen" };
      assert.equal((await doctor("POST", "/api/people", invite)).status, 403);
      const { json, status } = await admin("POST", "/api/people", invite);
      assert.equal(status, 201);
      const token = String(json.link).split("#")[1];
      const fresh = clientOf(server.address, "", "");
      const short = await fresh("POST", "/api/auth/reset-password", { newPassword: "short", token });
      assert.equal(short.status, 400);
      assert.deepEqual(
        (short.json.problems as { code: string; where: object }[]).map(({ code, where }) => [code, where]),
        [["sign-in-refused", { value: "PASSWORD_TOO_SHORT" }]],
      );
      assert.equal((await fresh("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token })).status, 200);
      assert.equal(
        (await fresh("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token })).status,
        400,
        "the link works once",
      );
      const person = await signIn(server.address, String(json.account), "new@example.org");
      assert.equal((await person("GET", "/api/centres/Aachen/patients/P-A")).status, 200);
      assert.equal(
        (await admin("GET", "/api/centres/Aachen/patients/P-A")).status,
        404,
        "an administrator sees no charts",
      );
      assert.equal(
        (await admin("DELETE", `/api/people/${json.account}`, undefined, { "x-reason": "left" })).status,
        204,
      );
      assert.equal((await person("GET", "/api/me")).status, 401);
    });

    test("two readers' cells are compared field by field, with kappa as worked by hand", async () => {
      // Ten rows: both say yes four times, both no three times, they differ three times (two yes/no, one no/yes).
      const pairs = ["yy", "yy", "yy", "yy", "nn", "nn", "nn", "yn", "yn", "ny"];
      const word = (letter: string | undefined) => (letter === "y" ? "yes" : "no");
      for (const [place, pair] of pairs.entries()) {
        const read = { visit: `read-${place}`, patient: "P-A" };
        await nurse("POST", "/api/centres/Aachen/charts/visit", { cells: read, status: "draft" });
        for (const [reader, letter] of [
          [nurse, pair[0]],
          [doctor, pair[1]],
        ] as const) {
          const { status } = await reader("POST", "/api/readings", {
            centre: "Aachen",
            patient: "P-A",
            table: "visit",
            key: `read-${place}`,
            cells: { swelling: word(letter) },
          });
          assert.equal(status, 201);
        }
      }
      const { json } = await monitor("GET", "/api/readings/visit");
      const swelling = (
        json.agreement as { field: string; rows: number; agreeing: number; kappa: { value: number } }[]
      ).find(({ field }) => field === "swelling");
      assert.deepEqual([swelling?.rows, swelling?.agreeing], [10, 7]);
      // Observed 0.7; by chance 0.6 * 0.5 + 0.4 * 0.5 = 0.5; kappa (0.7 - 0.5) / (1 - 0.5) = 0.4.
      assert.ok(Math.abs(Number(swelling?.kappa.value) - 0.4) < 1e-12, JSON.stringify(swelling));
      const decided = { centre: "Aachen", patient: "P-A", table: "visit", key: "read-7", cells: { swelling: "yes" } };
      assert.equal((await nurse("POST", "/api/adjudications", decided)).status, 403);
      assert.equal((await doctor("POST", "/api/adjudications", decided)).status, 201);
    });

    test("health, readiness and a valid OpenAPI document", async () => {
      const nobody = clientOf(server.address, "", "");
      assert.deepEqual((await nobody("GET", "/health")).json, { alive: true });
      assert.deepEqual((await nobody("GET", "/ready")).json, { ready: true });
      const { json } = await nobody("GET", "/api/openapi.json");
      assert.equal(json.openapi, "3.1.0");
      assert.ok(Object.keys(json.paths ?? {}).length >= 25);
      const { valid, errors } = await new Validator().validate(structuredClone(json));
      assert.ok(valid, `${JSON.stringify(errors)}`);
    });
  });
}
