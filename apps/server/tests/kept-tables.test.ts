import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as api from "@osteon/api";
import {
  CHART_ROLES,
  type ChartRole,
  CODEBOOK,
  type KeptTables,
  keptProblems,
  keptWhole,
  mayBeKept,
  tableNamed,
} from "@osteon/codebook";
import { asRole, saveRow } from "@osteon/registry";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { ENGINES_BELOW, member } from "../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { csvOf } from "./edges/edge-registry.ts";
import { type Answer, type Client, PASSWORD, type RunningServer, runningServer } from "./running-server.ts";

const { signIn: _, ...SUBJECTS } = api;
/** Every route that reads, whatever is added to the table. */
const READS = Object.values(SUBJECTS).flatMap((subject) =>
  typeof subject !== "object" || subject === null
    ? []
    : Object.values(subject).filter(
        (one): one is api.Route => typeof one === "object" && one !== null && "answers" in one && one.method === "GET",
      ),
);
const KEEPABLE = CODEBOOK.filter(mayBeKept).map(({ name }) => name);
const anyRule: fc.Arbitrary<KeptTables> = fc
  .dictionary(fc.constantFrom(...KEEPABLE), fc.uniqueArray(fc.constantFrom(...CHART_ROLES), { minLength: 1 }), {
    minKeys: 2,
    maxKeys: 5,
  })
  .map((kept) => keptWhole(kept))
  .filter((kept) => keptProblems(kept).length === 0);

/** The number of the one row of a table; nothing else in the registry reads so. */
const keyOf = (table: string): string => (table === "patient" ? "P-1" : `${table}-K7`);
/** Each door is tried as these: who enters, who imports and reviews, who runs and takes away. */
const TRIED: readonly ChartRole[] =
  process.env.OSTEON_SOAK === undefined ? ["study_nurse", "data_manager", "statistician"] : CHART_ROLES;
const WHY = { "x-reason": encodeURIComponent("read blind") };

for (const engine of ENGINES_BELOW) {
  describe(`tables kept from roles, over the API (${engine})`, () => {
    let server: RunningServer;
    let admin: Client;
    const people = new Map<ChartRole, Client>();
    let folder = "";
    let run = "";
    let version = 0;
    const as = (role: ChartRole): Client => people.get(role) as Client;
    const keep = async (kept: KeptTables): Promise<Answer> => {
      await admin("POST", "/api/proof", { password: PASSWORD });
      const answer = await admin("PUT", "/api/kept-tables", { kept }, { ...WHY, "if-match": `"${version}"` });
      if (answer.status === 200) version += 1;
      return answer;
    };
    const problemsOf = ({ json }: Answer) =>
      (json.problems as readonly { code: string; says: string }[] | undefined)?.map(({ code }) => code) ?? [];

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "osteon-run-"));
      server = await runningServer(engine, {
        requestsAMinute: 1e6,
        runner: async () => ({ ok: true, folder, freezeHash: "f0" }),
      });
      admin = await server.person("admin", "administrator", null);
      for (const role of CHART_ROLES) people.set(role, await server.person(role, role, "Dresden"));
      for (const [name, cells] of inventedChart("Dresden", "K7")) {
        const known = Object.entries(cells).map(([field, cell]) => [field, cell === "P-K7" ? "P-1" : cell]);
        const wanted = { table: tableNamed(name), cells: Object.fromEntries(known), centre: "Dresden" };
        const saved = await asRole(server.database, member(as("study_nurse").account), (session) =>
          saveRow(session, { ...wanted, status: "complete", version: 0 }),
        );
        assert.ok(saved.ok, JSON.stringify(saved));
        const about = { table: name, key: keyOf(name), centre: "Dresden", patient: "P-1" };
        await as("data_manager")("POST", "/api/queries", { ...about, says: `is ${keyOf(name)} so?` });
        for (const role of ["study_nurse", "investigator"] as const)
          await as(role)("POST", "/api/readings", { ...about, cells: {} });
      }
      const asked = await as("statistician")("POST", "/api/runs", { study: "a-study" });
      run = String(asked.json.run);
      while ((await as("statistician")("GET", `/api/runs/${run}`)).json.state !== "done");
    });
    after(async () => {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    });

    /** What one asks for: each value of an address, of every table where the address has one. */
    const addressesOf = (path: string): readonly string[] => {
      const values: Readonly<Record<string, string>> = {
        ...{
          centre: "Dresden",
          patient: "P-1",
          visit: keyOf("visit"),
          imaging: keyOf("imaging"),
          run,
          study: "a-study",
          work: "none-such",
        },
        ...{ format: "ndjson", chart: "none.svg" },
      };
      const filled = path.replaceAll(/:([A-Za-z]+)/g, (part, name: string) =>
        name === "table" || name === "key" ? part : (values[name] ?? assert.fail(`${path}: no value for ${name}`)),
      );
      if (!filled.includes(":table")) return [filled.replace("/*", "/index.html")];
      return CODEBOOK.map(({ name }) => filled.replace(":table", name).replace(":key", keyOf(name)));
    };
    const QUERIES: Readonly<Record<string, readonly string[]>> = {
      "/api/runs/:run/members": ["?result=a"],
      "/api/runs/:run/survival": ["?analysis=a"],
      "/api/dashboard/missing-by-visit/rows": ["?field=crp&reason=given", "?field=pain_nrs&reason=given"],
      "/api/patients": ["", "?form=unifocal", "?treatment=bisphosphonate", "?visit=done", "?sort=-lesions"],
      "/api/exports/charts.zip": ["", "?form=typed"],
      "/api/exports/charts.xlsx": ["", "?form=typed"],
    };

    /** Everything that the person is told at any door, without the numbers that were asked for. */
    async function everythingTold(role: ChartRole): Promise<readonly (readonly [address: string, told: string])[]> {
      await as(role)("POST", "/api/proof", { password: PASSWORD });
      const told: [string, string][] = [];
      for (const { path } of READS)
        for (const address of addressesOf(path).flatMap((one) => (QUERIES[path] ?? [""]).map((query) => one + query))) {
          const answer = await fetch(new URL(address, server.address), { headers: { cookie: as(role).cookie } });
          const bytes = new Uint8Array(await answer.arrayBuffer());
          assert.ok(
            answer.status < 500,
            `${role}: ${address} answers ${answer.status}; ${server.log.slice(-3).join(" ")}`,
          );
          const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
          const texts = packed ? Object.values(unzipSync(bytes)).map((one) => strFromU8(one)) : [strFromU8(bytes)];
          told.push([address, texts.join("\n")]);
        }
      return told;
    }

    test("whatever is kept from whom, no door shows a row of it, and some door shows each other row", async () => {
      await fc.assert(
        fc.asyncProperty(anyRule, async (kept) => {
          assert.equal((await keep(kept)).status, 200);
          for (const role of TRIED) {
            const told = await everythingTold(role);
            for (const table of KEEPABLE) {
              const shown = told.filter(([, text]) => text.includes(keyOf(table))).map(([address]) => address);
              const about = `${role}, ${table}, ${JSON.stringify(kept)}`;
              if (kept[table]?.includes(role)) assert.deepEqual(shown, [], about);
              else assert.ok(shown.length >= 3, `${about}: ${shown.join(" ")}`);
            }
          }
        }),
        { numRuns: process.env.OSTEON_SOAK === undefined ? 1 : 15 },
      );
    });

    test("an administrator says it, with a reason; what cannot be is said table by table", async () => {
      await keep({});
      const nurse = await as("study_nurse")("PUT", "/api/kept-tables", { kept: {} }, { ...WHY, "if-match": '"0"' });
      assert.equal(nurse.status, 403);
      const silent = await admin("PUT", "/api/kept-tables", { kept: {} }, { "if-match": `"${version}"` });
      assert.deepEqual([silent.status, problemsOf(silent)], [422, ["reason-needed"]]);
      for (const [kept, code] of [
        [{ patient: ["monitor"] }, "kept-needed"],
        [{ nothing: ["monitor"] }, "kept-no-table"],
        [{ laboratory: ["administrator"] }, "kept-no-role"],
        [{ laboratory: [...CHART_ROLES] }, "kept-from-all"],
        // Observations hang on both.
        [
          { imaging: ["monitor", "statistician"], lesion: ["data_manager", "investigator", "study_nurse"] },
          "kept-from-all",
        ],
      ] as const)
        assert.deepEqual(problemsOf(await keep(kept)), [code], JSON.stringify(kept));
      const { status, json } = await keep({ imaging: ["statistician"] });
      assert.deepEqual([status, json.kept], [200, { imaging: ["statistician"], lesion_observation: ["statistician"] }]);
      version -= 1;
      assert.deepEqual(problemsOf(await keep({})), ["conflict"], "someone else changed it meanwhile");
      version += 1;
      const me = (await as("statistician")("GET", "/api/me")).json.kept;
      assert.deepEqual(me, [
        { centre: "Dresden", table: "imaging", roles: ["statistician"] },
        { centre: "Dresden", table: "lesion_observation", roles: ["statistician"] },
      ]);
    });

    test("nothing is made of a part of the charts unsaid", async () => {
      await keep({ reported_score: ["statistician", "data_manager"], laboratory: ["statistician"] });
      const statistician = as("statistician");
      for (const [method, path, body] of [
        ["POST", "/api/runs", { study: "a-study" }],
        ["GET", `/api/runs/${run}`],
        ["GET", `/api/runs/${run}/results.json`],
        ["GET", "/api/readiness"],
      ] as const) {
        const answer = await statistician(method, path, body);
        assert.deepEqual([answer.status, problemsOf(answer)], [403, ["tables-kept"]], path);
        assert.match(answer.text, /from your role at Dresden these tables are kept: [^"]*\./, path);
      }
      assert.deepEqual((await statistician("GET", "/api/runs")).json.runs, []);
      await as("data_manager")("POST", "/api/proof", { password: PASSWORD });
      const trail = await as("data_manager")("GET", "/api/audit/trail.ndjson");
      assert.deepEqual(problemsOf(trail), ["tables-kept"], "a chain with gaps cannot be verified");

      await statistician("POST", "/api/proof", { password: PASSWORD });
      const zip = await fetch(new URL("/api/exports/charts.zip", server.address), {
        headers: { cookie: statistician.cookie },
      });
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      assert.ok(files["imaging.csv"] !== undefined && files["laboratory.csv"] === undefined);
      assert.match(
        strFromU8(files["notice.txt"] ?? new Uint8Array()),
        /^Incomplete: without Laboratory, .*, which are kept from the role/m,
      );
      const alone = await statistician("GET", "/api/exports/tables/laboratory");
      assert.deepEqual([alone.status, problemsOf(alone)], [403, ["table-kept"]]);
    });

    test("who is kept from a table writes nothing there: by a form, a visit, an import, an undo, a removal, a signature", async () => {
      await keep({});
      const csv = { "content-type": "text/csv", ...WHY };
      const manager = as("data_manager");
      const culture = {
        culture: "C-imported",
        patient: "P-1",
        sampled_on: "2010-01-01",
        material: "blood",
        growth: "none",
      };
      const send = () => manager("POST", "/api/imports?table=culture&commit=yes", csvOf("culture", culture), csv);
      const { json: imported, text, status } = await send();
      assert.equal(status, 201, text);
      await keep({ culture: ["study_nurse", "data_manager"], laboratory: ["investigator"] });
      assert.deepEqual(problemsOf(await send()), ["table-kept"]);
      const nurse = as("study_nurse");
      const cells = { patient: "P-1", sampled_on: "2010-01-01", material: "bone", growth: "none" };
      const at = { "if-match": '"1"', ...WHY };
      const [place, own] = [
        "/api/centres/Dresden/charts/culture",
        `/api/centres/Dresden/charts/culture/${keyOf("culture")}`,
      ];
      const visit = { visited_on: "2010-01-01" };
      const tries: readonly (readonly [Client, string, string, unknown?, Record<string, string>?])[] = [
        [nurse, "POST", place, { cells, status: "draft" }],
        [nurse, "PUT", own, { cells, status: "draft" }, at],
        [nurse, "DELETE", own, undefined, at],
        [nurse, "GET", `${own}/removal`],
        [
          nurse,
          "POST",
          "/api/centres/Dresden/patients/P-1/encounters",
          { status: "draft", visit: { cells: visit }, rows: [{ table: "culture", cells }] },
        ],
        [
          nurse,
          "POST",
          "/api/readings",
          { table: "culture", key: keyOf("culture"), centre: "Dresden", patient: "P-1", cells: {} },
        ],
        [
          manager,
          "POST",
          "/api/queries",
          { table: "culture", key: keyOf("culture"), centre: "Dresden", patient: "P-1", says: "so?" },
        ],
        [manager, "POST", `/api/centres/Dresden/imports/${imported.batch}/undo`, {}, WHY],
        [
          as("investigator"),
          "POST",
          `/api/centres/Dresden/visits/${keyOf("visit")}/signatures`,
          { meaning: "author", password: PASSWORD },
        ],
      ];
      for (const [who, method, path, body, headers] of tries) {
        const answer = await who(method, path, body, headers);
        assert.deepEqual(
          [answer.status, problemsOf(answer)],
          [403, ["table-kept"]],
          `${method} ${path}: ${answer.text}`,
        );
      }
      // Nothing of the visit was written either.
      const chart = await nurse("GET", "/api/centres/Dresden/patients/P-1");
      assert.ok(!chart.text.includes("2010-01-01"));
      await keep({});
      assert.equal((await manager("POST", `/api/centres/Dresden/imports/${imported.batch}/undo`, {}, WHY)).status, 200);
    });

    test("an answer that was kept is not given again to who may not see it any more", async () => {
      await keep({});
      const key = { "idempotency-key": "one-sequela-entered" };
      const body = { cells: { patient: "P-1", kind: "pain_syndrome", noticed_on: "2011" }, status: "draft" };
      const enter = () => as("study_nurse")("POST", "/api/centres/Dresden/charts/sequela", body, key);
      assert.equal((await enter()).status, 201);
      assert.equal((await enter()).status, 201, "sent again");
      await keep({ sequela: ["study_nurse"] });
      const answer = await enter();
      assert.deepEqual([answer.status, problemsOf(answer)], [403, ["roles-changed"]]);
    });
  });
}
