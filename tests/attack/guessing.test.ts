import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Client, PASSWORD, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { behindTheDoors, sendRaw } from "./behind-the-doors.ts";

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

for (const engine of ENGINES_BELOW) {
  describe(`guesses at the sign-in (${engine})`, () => {
    let server: RunningServer;
    let doctor: Client;
    const { nobody, forgiven, refusals } = behindTheDoors(() => server);
    before(async () => {
      server = await runningServer(engine);
      doctor = await server.person("doctor", "investigator", "Ulm");
      const nurse = await server.person("nurse", "study_nurse", "Ulm");
      for (const [table, cells] of inventedChart("Ulm", "U")) {
        const entered = await nurse("POST", `/api/centres/Ulm/charts/${table}`, { cells, status: "complete" });
        assert.equal(entered.status, 201, entered.text);
      }
    });
    after(() => server.end());

    for (const bent of BENT) {
      test(`${JSON.stringify(bent)} signs nobody in and is no free guess`, async () => {
        await forgiven();
        const statuses: number[] = [];
        for (let n = 0; n < 10; n++)
          statuses.push(
            (
              await sendRaw(server.address, "POST", bent, {
                body: { email: doctor.email, password: `guess ${n}, long` },
              })
            ).status,
          );
        assert.equal(statuses.includes(401), false, String([...new Set(statuses)]));
        assert.equal(
          (await sendRaw(server.address, "POST", bent, { body: { email: doctor.email, password: PASSWORD } })).status >=
            400,
          true,
        );
      });
    }

    test("a body that names nothing is refused, and is no bug", async () => {
      for (const path of [
        "sign-in/email",
        "sign-in/social",
        "two-factor/verify-totp",
        "change-password",
        "two-factor/enable",
      ])
        for (const [body, type] of [
          ["5", "application/json"],
          ['"a word"', "application/json"],
          ["true", "application/json"],
          ["null", "application/json"],
          ["[]", "application/json"],
          ['{"__proto__":{"email":"a@example.org"}}', "application/json"],
          ['{"email":{"a":1},"password":[1],"code":{}}', "application/json"],
          ["email=a", "text/plain"],
        ] as const) {
          await forgiven();
          const { status, text } = await nobody()("POST", `/api/auth/${path}`, body, { "content-type": type });
          assert.ok(status >= 400 && status < 500, `${path} ${body} ${status} ${text}`);
        }
    });

    test("every POST at the sign-in's addresses is counted, whatever stands behind", async () => {
      await forgiven();
      const statuses: number[] = [];
      for (let n = 0; n < 40; n++)
        statuses.push((await sendRaw(server.address, "POST", `/api/auth/nothing-${n}`, { body: {} })).status);
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
  });
}
