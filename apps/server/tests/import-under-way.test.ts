import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { scratchFolders, until } from "../../../tests/attack/scratch-folders.ts";
import { type Client, type RunningServer, runningServer, signIn } from "./running-server.ts";

const HEADERS = { "content-type": "text/csv", "x-reason": "test" };
const patients = `patient,centre,cohort,sex,born_on,onset_on,diagnosed_on,consent,status,last_contact_on,published_before
DD-001,Dresden,cno,female,1999-11,2009,2009-05-17,given,alive,2012-03-01,no
`;
const ROWS = 15_000;
/** So many results that several statements write them. */
const BODY = [
  "laboratory,patient,visit,sampled_on,analyte,value,unit,finding,lower_limit,upper_limit",
  ...Array.from({ length: ROWS }, (_, at) => {
    const day = `20${10 + (at % 2)}-0${1 + (at % 9)}-${10 + (at % 19)}`;
    return `L${at},DD-001,,${day},crp,${((at % 397) + 10) / 10},mg/L,,,`;
  }),
].join("\n");

// Each on the engine on which it is harder: an embedded one has a single connection, a server answers beside the import. All in the soak.
const SOAK = process.env.OSTEON_SOAK !== undefined;
for (const engine of ["embedded", "server"] as const) {
  const [isHeld, isBeside] = [SOAK || engine === "embedded", SOAK || engine === "server"];
  describe(`an import under way (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let other: Client;
    before(async () => {
      server = await runningServer(engine);
      manager = await server.person("manager", "data_manager", "Dresden");
      other = await server.person("other", "data_manager", "Dresden");
      const done = await manager("POST", "/api/imports?table=patient&commit=yes", patients, HEADERS);
      assert.equal(done.status, 201, done.text);
    });
    after(() => server.end());

    const held = async (): Promise<number> => {
      const { json } = await manager("GET", "/api/centres/Dresden/patients/DD-001");
      return (json.rows as readonly unknown[]).length;
    };
    /** Looks until the rows begin to be written. */
    const writing = async (work: string): Promise<Record<string, unknown>> => {
      for (;;) {
        const { json } = await manager("GET", `/api/imports/under-way/${work}`);
        if (json.step === "importing" && Number(json.done) > 0) return json;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };

    if (isHeld)
      test("tells how far it is, and is ended by who sent it alone; nothing of it is kept", {
        timeout: 300_000,
      }, async () => {
        const work = randomUUID();
        const sent = manager("POST", `/api/imports?table=laboratory&commit=yes&work=${work}`, BODY, HEADERS);
        const state = await writing(work);
        assert.deepEqual([state.of, state.table], [ROWS, "laboratory"]);
        assert.equal((await other("GET", `/api/imports/under-way/${work}`)).json.step, "none");
        assert.equal((await other("DELETE", `/api/imports/under-way/${work}`)).status, 404);
        assert.equal((await manager("DELETE", `/api/imports/under-way/${work}`)).status, 204);
        const answer = await sent;
        assert.equal(answer.status, 409, answer.text);
        assert.match(answer.text, /import-ended/);
        assert.equal(await held(), 1);
        assert.equal((await manager("GET", `/api/imports/under-way/${work}`)).json.step, "none");
      });

    if (isBeside)
      test("is told and ended by the session, and no more by the cookie of one that was signed out", async () => {
        const work = randomUUID();
        const again = await signIn(server.address, manager.account, manager.email);
        const sent = again("POST", `/api/imports?table=laboratory&commit=no&work=${work}`, BODY, HEADERS);
        const at = `/api/imports/under-way/${work}`;
        while ((await again("GET", at)).json.step === "none") await new Promise((resolve) => setTimeout(resolve, 10));
        assert.equal((await again("POST", "/api/auth/sign-out", {})).status, 200);
        const [told, ended] = [await again("GET", at), await again("DELETE", at)];
        // Where the import is over by then, an embedded engine is not asked: there is nothing to tell or to end.
        const over = engine === "embedded" && told.json.step === "none";
        assert.equal(over ? 401 : told.status, 401, told.text);
        assert.ok(ended.status === 401 || (engine === "embedded" && ended.status === 404), ended.text);
        await sent;
      });

    if (isHeld)
      test("ends with the client that goes away", { timeout: 300_000 }, async () => {
        const work = randomUUID();
        const gone = new AbortController();
        const sent = fetch(new URL(`/api/imports?table=laboratory&commit=yes&work=${work}`, server.address), {
          method: "POST",
          headers: { ...HEADERS, cookie: manager.cookie, origin: server.address },
          body: BODY,
          signal: gone.signal,
        }).catch(() => undefined);
        await writing(work);
        gone.abort();
        await sent;
        while ((await manager("GET", `/api/imports/under-way/${work}`)).json.step !== "none")
          await new Promise((resolve) => setTimeout(resolve, 20));
        assert.equal(await held(), 1);
        const { json } = await manager("GET", "/api/imports");
        assert.equal((json.imports as readonly unknown[]).length, 1);
        await until(() => scratchFolders().length === 0);
      });
  });
}
