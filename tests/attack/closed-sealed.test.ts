import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { AuditVerifier, asRole } from "@osteon/registry";
import { sql } from "kysely";
import { type Client, PASSWORD, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { sendRaw } from "./behind-the-doors.ts";

const WHY = { "x-reason": "asked for by the parents" };
const WHO = { name: "Erika Muster", bornOn: "2001-02-03", recordNumber: "R-1" };

for (const engine of ENGINES_BELOW) {
  describe(`what is sealed stays sealed (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let investigator: Client;
    let manager: Client;
    let administrator: Client;
    before(async () => {
      server = await runningServer(engine, {
        runner: async () => ({
          ok: false,
          problems: [
            {
              code: "x",
              severity: "refused",
              where: { column: "patient", value: "P-SECRET" },
              says: "value 77.7 of P-SECRET",
              fix: "",
            },
          ],
        }),
      });
      administrator = await server.person("admin", "administrator", null);
      await administrator("POST", "/api/centres", { centre: "Ulm" });
      [nurse, investigator, manager] = [
        await server.person("nurse", "study_nurse", "Ulm"),
        await server.person("investigator", "investigator", "Ulm"),
        await server.person("manager", "data_manager", "Ulm"),
      ];
      await child("A");
    });
    after(() => server.end());

    async function child(tag: string): Promise<string> {
      for (const [table, cells] of inventedChart("Ulm", tag).slice(0, 2)) {
        const made = await nurse("POST", `/api/centres/Ulm/charts/${table}`, {
          cells,
          centre: "Ulm",
          status: "complete",
        });
        assert.equal(made.status, 201, made.text);
      }
      return `P-${tag}`;
    }
    const trail = async (who: Client): Promise<string> => (await who("GET", "/api/audit/trail.ndjson")).text;
    const identity = (patient: string) => `/api/centres/Ulm/patients/${patient}/identity`;

    test("the second reader learns nothing of the first reading from the trail, and the trail holds", async () => {
      const about = { centre: "Ulm", patient: "P-A", table: "visit", key: "visit-A" };
      const read = await nurse("POST", "/api/readings", { ...about, cells: { pain_nrs: "6" } });
      assert.equal(read.status, 201, read.text);
      const told = await trail(investigator);
      assert.match(told, /work\.reading/);
      const verifier = new AuditVerifier("the trail");
      for (const [row, line] of told.trimEnd().split("\n").entries()) verifier.line(line, row + 1);
      assert.deepEqual(verifier.end().problems, []);
      for (const line of told.split("\n").filter((one) => one.includes("work.reading")))
        assert.doesNotMatch(line, /pain_nrs|cells|salt"/);
      await investigator("POST", "/api/readings", { ...about, cells: { pain_nrs: "5" } });
      const both = await investigator("GET", "/api/readings/visit");
      assert.match(both.text, /"pain_nrs"/);
    });

    test("an administrator's trail quotes no chart, though a run failed because of one", async () => {
      const { json } = await manager("POST", "/api/runs", { study: "a-study" });
      const run = await ended(String(json.run));
      assert.match(JSON.stringify(run.problems), /P-SECRET/, "those who run the study are told");
      const told = await trail(administrator);
      assert.match(told, /work\.run/);
      assert.doesNotMatch(told, /P-SECRET|77\.7/);
    });

    test("an identity has a real day of birth and the version that was read", async () => {
      for (const bornOn of ["2010-02-31", "9999-99-99", "2010-13-01", "1899-12-31", "2999-01-01", "10-1-1", ""]) {
        const answer = await nurse("PUT", identity("P-A"), { ...WHO, bornOn }, { "if-match": '"0"' });
        assert.equal(answer.status, 400, bornOn);
      }
      for (const version of ["77", "1"]) {
        const answer = await nurse("PUT", identity("P-A"), WHO, { "if-match": `"${version}"` });
        assert.equal(answer.status, 409, answer.text);
      }
      assert.equal((await nurse("PUT", identity("P-A"), WHO, { "if-match": '"0"' })).status, 201);
    });

    test("an identity is exchanged and erased with a reason alone, and not under a lock", async () => {
      const other = { ...WHO, name: "Somebody Else" };
      const exchange = (headers = {}) => nurse("PUT", identity("P-A"), other, { "if-match": '"1"', ...headers });
      assert.equal((await exchange()).status, 422);
      assert.equal((await exchange({ "x-reason": "%E2%80%8B" })).status, 422);
      for (const scope of [{ scope: "patient", patient: "P-A" }, { scope: "study" }]) {
        const { json } = await manager("POST", "/api/locks", { ...scope, centre: "Ulm", reason: "closed" });
        assert.equal((await exchange(WHY)).status, 423);
        assert.equal((await nurse("DELETE", identity("P-A"), undefined, WHY)).status, 423);
        assert.equal((await manager("DELETE", `/api/locks/${json.lock}`, undefined, WHY)).status, 204);
      }
      assert.equal((await exchange(WHY)).status, 200);
      assert.equal((await nurse("DELETE", identity("P-A"))).status, 422);
      assert.equal(
        (await manager("DELETE", identity("P-A"), undefined, WHY)).status,
        404,
        "who may not read it may not erase it",
      );
      const held = await manager("DELETE", "/api/centres/Ulm/charts/patient/P-A", undefined, {
        "if-match": '"1"',
        ...WHY,
      });
      assert.equal(held.status, 409);
      assert.equal((await nurse("DELETE", identity("P-A"), undefined, WHY)).status, 204);
      assert.equal((await nurse("GET", identity("P-A"))).status, 404);
      assert.match(await trail(investigator), /identity\.person.*asked for by the parents/);
    });

    test("a lock that was lifted holds no child; one that stands does", async () => {
      const patient = await child("B");
      await manager("DELETE", "/api/centres/Ulm/charts/visit/visit-B", undefined, { "if-match": '"1"', ...WHY });
      const lock = async () =>
        (await manager("POST", "/api/locks", { scope: "patient", centre: "Ulm", patient, reason: "closed" })).json.lock;
      const remove = () =>
        manager("DELETE", `/api/centres/Ulm/charts/patient/${patient}`, undefined, { "if-match": '"1"', ...WHY });
      await manager("DELETE", `/api/locks/${await lock()}`, undefined, WHY);
      const standing = await lock();
      assert.notEqual((await remove()).status, 204);
      await manager("DELETE", `/api/locks/${standing}`, undefined, WHY);
      assert.equal((await remove()).status, 204);
    });

    test("a signature under a lock is one: it changes nothing that is locked", async () => {
      await manager("POST", "/api/locks", {
        scope: "visit",
        centre: "Ulm",
        patient: "P-A",
        visit: "visit-A",
        reason: "closed",
      });
      const signed = await investigator("POST", "/api/centres/Ulm/visits/visit-A/signatures", {
        meaning: "approved",
        password: PASSWORD,
      });
      assert.equal(signed.status, 201, signed.text);
    });

    test("runs that a crash cut are told as failed by the server that begins; those of a living server go on", async () => {
      const [cut, going] = [randomUUID(), randomUUID()];
      const insert = (run: string, of: string) =>
        asRole(server.database, { role: "osteon_member", account: manager.account }, (session) =>
          sql`insert into work.run (run, study, centres, server) values (${run}, 'a', '{Ulm}', ${of})`.execute(session),
        );
      const alive = randomUUID();
      await server.database.announce(alive);
      await insert(cut, randomUUID());
      await insert(going, alive);
      await asRole(server.database, { role: "osteon_door", account: "server" }, (session) =>
        sql`select work.end_cut_runs()`.execute(session),
      );
      assert.match(JSON.stringify((await manager("GET", `/api/runs/${cut}`)).json), /"failed".*run-cut/);
      const state = (await manager("GET", `/api/runs/${going}`)).json.state;
      // The embedded engine has one process: whatever stands there unfinished is over.
      assert.equal(state, engine === "server" ? "waiting" : "failed");
    });

    test("no answer of the interface is kept, and plain HTTP is not sent elsewhere", async () => {
      for (const path of [
        "/api/patients",
        "/api/centres/Ulm/patients/P-A",
        "/api/queries",
        "/api/me",
        "/api/nothing",
        "/api/openapi.json",
        "/api/audit/trail.ndjson",

        "/api/codebook",
      ]) {
        const { headers } = await nurse("GET", path);
        assert.match(headers.get("cache-control") ?? "", /no-store/, path);
        assert.doesNotMatch(headers.get("content-security-policy") ?? "", /upgrade-insecure-requests/);
      }
      const refused = await fetch(new URL("/api/patients", server.address));
      assert.deepEqual([refused.status, refused.headers.get("cache-control")], [401, "no-store"]);
    });

    test("nor where the address is written otherwise, or a whole address is asked for", async () => {
      const cookie = nurse.cookie;
      for (const path of [
        "/%61pi/me",
        "/api/%6de",
        `${server.address}/api/me`,
        "//api/me",
        "/api//me",
        "/API/me",
        "/api/me?x",
      ])
        for (const method of ["GET", "HEAD"]) {
          const { status, headers } = await sendRaw(server.address, method, path, { headers: { cookie } });
          assert.match(String(headers["cache-control"]), /no-store/, `${method} ${path} ${status}`);
        }
    });

    test("no request, however it is sent, leaves an identity among the answers that are kept", async () => {
      await child("K");
      const headers = { "idempotency-key": "0123456789abcdef" };
      const path = identity("P-K");
      const kept = "Karoline Kanari";
      const who = { ...WHO, name: kept };
      const written = await nurse("PUT", path, who, { "if-match": '"0"', ...headers });
      assert.equal(written.status, 201, written.text);
      for (const one of [path, path.replace("identity", "identit%79"), path.replace("identity", "%69dentity")]) {
        for (const method of ["GET", "HEAD"]) {
          const sent = { ...headers, cookie: nurse.cookie, origin: server.address };
          assert.equal((await sendRaw(server.address, method, one, { headers: sent })).status, 200, `${method} ${one}`);
        }
        const changed = await nurse("PUT", one, who, { "if-match": '"1"', ...headers, ...WHY });
        assert.ok(changed.status < 500);
      }
      const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
        sql<{ n: string }>`select count(*) as n from work.answered where account = ${nurse.account}`.execute(session),
      );
      assert.equal(Number(rows[0]?.n), 0, "neither the answer nor the hash of what was sent");
    });

    async function ended(run: string): Promise<Readonly<Record<string, unknown>>> {
      for (;;) {
        const { json } = await manager("GET", `/api/runs/${run}`);
        if (json.state === "failed" || json.state === "done") return json;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  });
}
