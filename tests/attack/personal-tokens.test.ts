import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as api from "@osteon/api";
import {
  type Answer,
  type Client,
  type RunningServer,
  runningServer,
  signIn,
} from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { behindTheDoors } from "./behind-the-doors.ts";

const ROUTES = api.routesIn(api).map(({ route }) => route);

/** A day so many days from now, in UTC. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Values for the parameters of addresses: of a row and a child that are there. */
const ADDRESS: Readonly<Record<string, string>> = {
  centre: "Ulm",
  patient: "P-ULM",
  table: "visit",
  key: "visit-ULM",
  run: "none",
};

const ASKED: Readonly<Record<string, string>> = {
  "/api/dashboard/missing-by-visit/rows": "?table=visit&field=pain_nrs&reason=given",
};

for (const engine of ENGINES_BELOW) {
  describe(`personal tokens (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    let doctor: Client;
    let secret = "";
    const { stored, nobody } = behindTheDoors(() => server);

    const made = (who: Client, more: object = {}): Promise<Answer> =>
      who("POST", "/api/tokens", { name: "Follow-up in R", centre: "Ulm", endsOn: dayIn(90), ...more });
    const secretOf = (answer: Answer): string => {
      assert.equal(answer.status, 201, answer.text);
      return String(answer.json.secret);
    };
    const numberOf = ({ json }: Answer): string => (json.token as api.PersonalToken).token;
    const by = (token: string, path: string, method = "GET", body?: unknown, more: Record<string, string> = {}) =>
      nobody()(method, path, body, { authorization: `Bearer ${token}`, ...more });
    const codeOf = ({ json }: Answer): string | undefined =>
      (json.problems as { code: string }[] | undefined)?.[0]?.code;
    /** As the database finds them, behind every door. */
    const clockwork = (statement: string): Promise<void> =>
      server.database.script(
        `begin; set local osteon.account = 'clock'; set local role osteon_door; ${statement}; commit;`,
      );

    before(async () => {
      server = await runningServer(engine, { requestsAMinute: 150 });
      admin = await server.person("admin", "administrator", null);
      doctor = await server.person("doctor", "investigator", "Ulm");
      for (const [centre, who] of [
        ["Ulm", doctor],
        ["Aachen", await server.person("other", "investigator", "Aachen")],
      ] as const) {
        for (const [tag, consent] of [
          [centre.toUpperCase(), "given"],
          ["GONE9", "withdrawn"],
        ] as const)
          for (const [table, cells] of inventedChart(centre, tag)) {
            const all = table === "patient" ? { ...cells, consent } : cells;
            const row = await who("POST", `/api/centres/${centre}/charts/${table}`, { cells: all, status: "complete" });
            assert.equal(row.status, 201, `${table} ${row.text}`);
          }
      }
      // The doctor of Ulm has a role at Aachen too, which a token for Ulm must not use.
      const role = { account: doctor.account, role: "investigator", centre: "Aachen", reason: "helps out" };
      assert.equal((await admin("POST", "/api/memberships", role)).status, 201);
      secret = secretOf(await made(doctor));
    });
    after(() => server.end());

    test("a token reads a child of its centre, and says what it is", async () => {
      assert.match(secret, /^osteon_pat_[0-9A-Za-z]{46}$/);
      const child = await by(secret, "/api/centres/Ulm/patients/P-ULM");
      assert.equal(child.status, 200, child.text);
      assert.ok((child.json.rows as unknown[]).length >= 10);
      const own = (await by(secret, "/api/token")).json as { centre: string; rights: { centre: string }[] };
      assert.equal(own.centre, "Ulm");
      assert.deepEqual([...new Set(own.rights.map(({ centre }) => centre))], ["Ulm"]);
    });

    test("another centre of the same person is not there", async () => {
      assert.equal((await doctor("GET", "/api/centres/Aachen/patients/P-AACHEN")).status, 200, "the person sees it");
      for (const path of [
        "/api/centres/Aachen/patients/P-AACHEN",
        "/api/centres/Aachen/charts/visit/visit-AACHEN",
        "/api/centres/Aachen/patients/P-AACHEN/schedule",
      ])
        assert.equal((await by(secret, path)).status, 404, path);
      assert.ok(!(await by(secret, "/api/patients")).text.includes("AACHEN"));
      assert.ok(!(await by(secret, "/api/queries")).text.includes("AACHEN"));
      assert.equal((await made(doctor, { centre: "Nowhere" })).status, 403);
    });

    test("children who stay out of studies are in no answer of any route that tokens may read", async () => {
      assert.ok((await doctor("GET", "/api/patients")).text.includes("GONE9"), "the person sees them");
      assert.equal((await doctor("GET", "/api/centres/Ulm/patients/P-GONE9")).status, 200);
      assert.equal((await by(secret, "/api/centres/Ulm/patients/P-GONE9")).status, 404);
      assert.equal((await by(secret, "/api/centres/Ulm/charts/visit/visit-GONE9")).status, 404);
      for (const { path, method, byToken } of ROUTES) {
        if (byToken !== true) continue;
        assert.equal(method, "GET", path);
        const answer = await by(
          secret,
          path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => ADDRESS[name] ?? name) + (ASKED[path] ?? ""),
        );
        assert.ok(answer.status < 500, `${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
        assert.ok(!answer.text.includes("GONE9"), path);
        if (!path.includes(":run")) assert.ok([200, 404].includes(answer.status), `${path} ${answer.text}`);
      }
    });

    test("nothing is written, made, exported or told of accounts by a token, whatever else is sent with it", async () => {
      for (const { path, method, byToken } of ROUTES) {
        if (byToken === true || path.startsWith("/api/auth/") || path === "/api/sign-in-methods") continue;
        const address = path.replaceAll(/:([A-Za-z]+)|\*$/g, (_, name: string) => ADDRESS[name] ?? "x");
        const answer = await by(secret, address, method, method === "GET" ? undefined : {}, { cookie: doctor.cookie });
        // What computes runs is not served here.
        if (codeOf(answer) === "no-such-route") continue;
        assert.equal(answer.status, 403, `${method} ${path} ${answer.text}`);
        assert.ok(["token-reads-only", "token-not-here"].includes(codeOf(answer) ?? ""), `${path} ${answer.text}`);
      }
      const draft = { cells: { patient: "P-ULM", visited_on: "2010-01-01" }, status: "draft" };
      assert.equal(codeOf(await by(secret, "/api/centres/Ulm/charts/visit", "POST", draft)), "token-reads-only");
    });

    test("no token is taken from an address, a cookie, a body, another scheme, or with a letter changed", async () => {
      const child = "/api/centres/Ulm/patients/P-ULM";
      for (const name of ["token", "access_token", "x"])
        assert.equal(codeOf(await nobody()("GET", `${child}?${name}=${secret}`)), "token-in-address");
      const changed = `${secret.slice(0, 20)}${secret[20] === "a" ? "b" : "a"}${secret.slice(21)}`;
      for (const headers of [
        { cookie: `osteon.session_token=${secret}` },
        { authorization: `Basic ${Buffer.from(`x:${secret}`).toString("base64")}` },
        { authorization: secret },
        { "x-api-key": secret },
        { authorization: `Bearer ${changed}` },
        { authorization: `Bearer ${secret.slice(0, -1)}` },
        { authorization: "Bearer osteon_pat_" },
      ])
        assert.equal((await nobody()("GET", child, undefined, headers)).status, 401, JSON.stringify(headers));
      const refused = await by(changed, child);
      assert.match(refused.headers.get("www-authenticate") ?? "", /^Bearer/);
      // The page of another site may send no such header without being asked first, and nothing answers that question.
      const asked = await fetch(`${server.address}${child}`, {
        method: "OPTIONS",
        headers: { origin: "https://evil.example", "access-control-request-headers": "authorization" },
      });
      assert.equal(asked.headers.get("access-control-allow-origin"), null);
    });

    test("it is made with a fresh password alone, by the person alone, for a year at most", async () => {
      const old = await signIn(server.address, doctor.account, doctor.email);
      await clockwork(
        `update auth.session set created_at = clock_timestamp() - interval '6 minutes', proved_at = null where user_id = '${doctor.account}'`,
      );
      const refused = await made(old);
      assert.equal(codeOf(refused), "password-needed");
      assert.equal((await old("POST", "/api/proof", { password: "correct horse battery staple" })).status, 200);
      for (const [endsOn, status] of [
        [dayIn(-1), 422],
        [dayIn(367), 422],
        [dayIn(364), 201],
      ] as const)
        assert.equal((await made(old, { endsOn })).status, status, endsOn);
      doctor = old;
    });

    test("it ends by being withdrawn, with the account, the password and the role, at once", async () => {
      const child = "/api/centres/Ulm/patients/P-ULM";
      const good = async (token: string): Promise<boolean> => (await by(token, child)).status === 200;
      const whose = async (name: string) => {
        const who = await server.person(name, "investigator", "Ulm");
        const answer = await made(who);
        const token = secretOf(answer);
        assert.ok(await good(token));
        return { who, token, number: numberOf(answer) };
      };

      const eve = await whose("eve");
      const mallory = await whose("mallory");
      assert.equal((await mallory.who("DELETE", `/api/tokens/${eve.number}`)).status, 404, "of somebody else");
      assert.ok(await good(eve.token));
      assert.equal((await eve.who("DELETE", `/api/tokens/${eve.number}`)).status, 204);
      assert.equal(codeOf(await by(eve.token, child)), "token-refused");
      assert.equal((await admin("DELETE", `/api/tokens/${mallory.number}`)).status, 204, "by an administrator");
      assert.ok(!(await good(mallory.token)));

      const disabled = await whose("disabled");
      const away = { "x-reason": "left" };
      assert.equal((await admin("DELETE", `/api/people/${disabled.who.account}`, undefined, away)).status, 204);
      assert.ok(!(await good(disabled.token)));
      assert.equal(
        (await admin("POST", `/api/people/${disabled.who.account}/enabled`, { reason: "back" })).status,
        204,
      );
      assert.ok(!(await good(disabled.token)), "it does not come back");

      const changed = await whose("changed");
      const passwords = {
        currentPassword: "correct horse battery staple",
        newPassword: "another horse, another staple",
      };
      assert.equal((await changed.who("POST", "/api/auth/change-password", passwords)).status, 200);
      assert.ok(!(await good(changed.token)), "with the password");

      const narrowed = await whose("narrowed");
      const queries = "/api/queries";
      assert.equal((await by(narrowed.token, queries)).status, 200);
      const { memberships } = (await admin("GET", "/api/memberships")).json as {
        memberships: api.accounts.Membership[];
      };
      const own = memberships.find(({ account }) => account === narrowed.who.account);
      assert.equal((await admin("DELETE", `/api/memberships/${own?.membership}`, undefined, away)).status, 204);
      assert.equal(codeOf(await by(narrowed.token, child)), "token-refused", "with the last role at its centre");
    });

    test("what a role loses its tokens lose", async () => {
      const who = await server.person("both", "investigator", "Ulm");
      const token = secretOf(await made(who));
      const rights = async () =>
        ((await by(token, "/api/token")).json.rights as api.Right[]).map(({ area, verb }) => `${area} ${verb}`);
      assert.ok((await rights()).includes("reading adjudicate"));
      const monitor = { account: who.account, role: "monitor", centre: "Ulm", reason: "monitors now" };
      assert.equal((await admin("POST", "/api/memberships", monitor)).status, 201);
      const { memberships } = (await admin("GET", "/api/memberships")).json as {
        memberships: api.accounts.Membership[];
      };
      const own = memberships.find(({ account, role }) => account === who.account && role === "investigator");
      const away = { "x-reason": "monitors now" };
      assert.equal((await admin("DELETE", `/api/memberships/${own?.membership}`, undefined, away)).status, 204);
      assert.ok(!(await rights()).includes("reading adjudicate"));
      assert.ok((await rights()).includes("chart read"));
    });

    test("it is of no use where its person has come to need a second factor", async () => {
      const who = await server.person("factor", "monitor", "Ulm");
      const token = secretOf(await made(who));
      const rule = (factorRoles: string[]) =>
        admin("PUT", "/api/administration/sign-in", { contact: "", factorRoles, reason: "decided" });
      assert.equal((await rule(["monitor"])).status, 204);
      assert.equal(codeOf(await by(token, "/api/token")), "token-refused");
      assert.equal((await rule([])).status, 204);
      assert.equal((await by(token, "/api/token")).status, 200);
    });

    test("only its hash is kept; no log, no trail and no list tells it", async () => {
      const everywhere = [
        JSON.stringify(await stored("select * from audit.entry")),
        JSON.stringify(await stored("select * from work.answered")),
        (await doctor("GET", "/api/tokens")).text,
        (await admin("GET", "/api/administration/tokens")).text,
        server.log.join(""),
      ].join("\n");
      assert.ok(everywhere.includes("Follow-up in R"), "the search is blind");
      assert.ok(!everywhere.includes("osteon_pat_"));
      assert.equal((await doctor("GET", "/api/administration/tokens")).status, 403);
    });

    test("the trail tells when it was made, first and last used, withdrawn, and what was refused to it", async () => {
      const who = await server.person("traced", "investigator", "Ulm");
      const answer = await made(who);
      const token = secretOf(answer);
      for (let n = 0; n < 3; n++) await by(token, "/api/token");
      await by(token, "/api/me");
      await who("DELETE", `/api/tokens/${numberOf(answer)}`);
      const entries = await stored(
        `select action, chain, actor, after from audit.entry where entity = 'auth.personal_token' and row_key = '${numberOf(answer)}' order by seq`,
      );
      assert.deepEqual(
        entries.map(({ action, chain, actor }) => [action, chain, actor]),
        ["insert", "update", "update"].map((action) => [action, "Ulm", who.account]),
      );
      assert.deepEqual(Object.keys(entries[1]?.after as object).sort(), ["used_first_on", "used_last_on"]);
      assert.equal((entries[2]?.after as { withdrawn_by: string } | undefined)?.withdrawn_by, who.account);
      const refused = await stored(
        `select after ->> 'code' as code from audit.entry where action = 'refused' and actor = '${who.account}'`,
      );
      assert.deepEqual(refused, [{ code: "token-not-here" }]);
    });

    test("of twenty that stand there is no twenty-first", async () => {
      const who = await server.person("many", "monitor", "Ulm");
      const answers: Answer[] = [];
      for (let n = 0; n < 21; n++) answers.push(await made(who));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [...Array<number>(20).fill(201), 409],
      );
      assert.equal(codeOf(answers[20] as Answer), "too-many-tokens");
    });

    test("a program that asks too often waits, and its person's pages do not", async () => {
      const who = await server.person("busy", "investigator", "Ulm");
      const token = secretOf(await made(who));
      let last = 0;
      for (let n = 0; n < 160 && last !== 429; n++) last = (await by(token, "/api/follow-up-plan")).status;
      assert.equal(last, 429);
      assert.equal((await who("GET", "/api/me")).status, 200);
    });
  });
}
