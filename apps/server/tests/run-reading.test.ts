import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { type Clock, lockText, readStudy, type StudyLock } from "@osteon/run";
import type { StudyReader } from "@osteon/server";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Client, type RunningServer, runningServer, shelfWith } from "./running-server.ts";

/** What the pages of a run hold at least. */
const PAGES = JSON.stringify({
  ...{ inputs: { title: "A study" }, source: "nobody", headlines: [], tables: {}, figures: [], words: [], methods: [] },
  ...{ assumptions: [], comparison: { id: "comparison", title: "", heads: [], rows: [], notes: [] }, cited: [] },
});

for (const engine of ENGINES_BELOW) {
  describe(`reading runs (${engine})`, () => {
    let server: RunningServer;
    let statistician: Client;
    let folder = "";
    let run = "";
    const asked: (readonly [string, Clock])[] = [];
    /** Papers that are read now, or were; those that wait go on when the test lets them. */
    let papers = 0;
    const { promise: untilRead, resolve: letRead } = Promise.withResolvers<void>();
    const { promise: untilRun, resolve: letRun } = Promise.withResolvers<void>();
    /** A sensitivity analysis goes on until the test lets it end. */
    let analyses = 0;
    let part: (done: number, of: number) => void = () => {};
    let end: (how?: Error) => void = () => {};
    const studies: StudyReader = {
      members: async (_run, result, clock) => {
        asked.push([result, clock]);
        if (result === "none") return undefined;
        const number = { id: result, analysis: "a", group: "all", statistic: "n", value: 1 };
        const how = { unit: "", method: "count", tally: "a" };
        return {
          asked: { ...number, ...how },
          counts: [result],
          exact: true,
          children: [{ centre: "Aachen", patient: "P-1" }],
          columns: [],
          cells: [[]],
        };
      },
      table: async (_run, table) => (table === "none_such" ? undefined : `patient_no\n1\n`),
      survival: async (_run, analysis, clock) =>
        analysis === "none" ? undefined : { says: `from ${clock}`, clocked: true, rows: [] },
      bind: async (_run, lines) => {
        papers++;
        if (lines.includes("waits")) await untilRead;
        if (lines.includes("endless")) return undefined;
        return {
          numbers: [],
          unmatched: lines.map((line) => ({ printed: line, status: "not-found", quote: "", line: 1 })),
        };
      },
      moved: async () => ({ numbers: [], study: { sameResults: true, protocol: [], models: [], others: [] } }),
      movedBy: async () => [],
      report: async () => {},
      sensitivity: (place, onPart) => {
        analyses++;
        part = onPart;
        return new Promise((resolve, reject) => {
          end = async (how) => {
            if (how !== undefined) return reject(how);
            await mkdir(join(place.folder, "sensitivity"));
            await writeFile(join(place.folder, "sensitivity", "outcomes.json"), '{"outcomes":[]}');
            await writeFile(join(place.folder, "sensitivity", "a-number.svg"), "<svg/>");
            resolve();
          };
        });
      },
    };
    const runs = ["", "/pages", "/members?result=a.all.n", "/survival?analysis=a", "/sensitivity"] as const;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "osteon-run-"));
      server = await runningServer(engine, {
        studies,
        shelf: shelfWith("a-study", "a-long-one"),
        runner: async ({ protocol }) => {
          if (protocol.id === "a-long-one") await untilRun;
          return { ok: true, folder, freezeHash: "f0" };
        },
      });
      statistician = await server.person("statistician", "statistician", "Aachen");
      run = await finished("a-study");
    });
    after(async () => {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    });

    async function finished(study: string): Promise<string> {
      const { json } = await statistician("POST", "/api/runs", { study });
      for (;;) {
        const { state } = (await statistician("GET", `/api/runs/${json.run}`)).json;
        assert.notEqual(state, "failed");
        if (state === "done") return String(json.run);
      }
    }
    async function untilState(state: string): Promise<Readonly<Record<string, unknown>>> {
      for (;;) {
        const { json } = await statistician("GET", `/api/runs/${run}/sensitivity`);
        if (json.state === state) return json;
      }
    }

    test("an analysis table is taken by whoever may export, and noted at each centre of the run", async () => {
      const taken = await statistician("GET", `/api/runs/${run}/tables/response`);
      assert.deepEqual([taken.status, taken.text], [200, "patient_no\n1\n"]);
      assert.match(taken.headers.get("content-disposition") ?? "", /filename="response\.csv"/);
      assert.equal((await statistician("GET", `/api/runs/${run}/tables/none_such`)).status, 404);
      assert.equal((await statistician("GET", `/api/runs/${run}/tables/..%2Fkeys`)).status, 400);
      const monitor = await server.person("table-monitor", "monitor", "Aachen");
      const elsewhere = await server.person("table-elsewhere", "statistician", "Berlin");
      for (const other of [monitor, elsewhere])
        assert.equal((await other("GET", `/api/runs/${run}/tables/response`)).status, 404);
      const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
        sql`select chain, actor from audit.entry where action = 'export' and entity = ${`run ${run} response.csv`}`.execute(
          session,
        ),
      );
      assert.deepEqual(rows, [{ chain: "Aachen", actor: statistician.account }]);
    });

    test("who may run the study reads it; other centres and other roles learn nothing, not even that it is there", async () => {
      await writeFile(join(folder, "pages.json"), PAGES);
      for (const path of runs) assert.equal((await statistician("GET", `/api/runs/${run}${path}`)).status, 200, path);
      const others = [
        await server.person("elsewhere", "statistician", "Berlin"),
        await server.person("nurse", "study_nurse", "Aachen"),
      ];
      asked.length = 0;
      for (const other of others) {
        for (const path of [...runs, "/sensitivity/outcomes.json", "/sensitivity/a-number.svg", "/results.json"])
          assert.equal((await other("GET", `/api/runs/${run}${path}`)).status, 404, path);
        assert.equal((await other("POST", `/api/runs/${run}/sensitivity`)).status, 404);
      }
      assert.deepEqual(asked, []);
      assert.equal(analyses, 0);
    });

    test("the clock is handed on, diagnosis where none is named; no other clock and no unknown number is answered", async () => {
      asked.length = 0;
      const members = (query: string) => statistician("GET", `/api/runs/${run}/members?${query}`);
      assert.deepEqual((await members("result=a.all.n")).json.children, [{ centre: "Aachen", patient: "P-1" }]);
      await members("result=a.all.n&clock=onset");
      assert.deepEqual(asked, [
        ["a.all.n", "diagnosis"],
        ["a.all.n", "onset"],
      ]);
      assert.equal((await members("result=a.all.n&clock=birth")).status, 400);
      assert.equal((await members("")).status, 400);
      assert.equal((await members("result=none")).status, 404);
      const survival = await statistician("GET", `/api/runs/${run}/survival?analysis=a&clock=first-treatment`);
      assert.deepEqual(survival.json, {
        analysis: "a",
        clock: "first-treatment",
        says: "from first-treatment",
        clocked: true,
        rows: [],
      });
      assert.equal((await statistician("GET", `/api/runs/${run}/survival?analysis=none`)).status, 404);
    });

    test("a paper that takes too long is refused; of one that lasts, no page waits, and its person's next does", async () => {
      const laid = (line: string, who = statistician) => who("POST", `/api/runs/${run}/paper`, { lines: [line] });
      const endless = await laid("endless");
      assert.equal(endless.status, 422);
      assert.match(endless.text, /"paper-takes-too-long"/);
      const begun = papers;
      const [one, two] = [laid("waits"), laid("waits")];
      const other = await server.person("colleague", "statistician", "Aachen");
      while (papers === begun) await new Promise((go) => setTimeout(go, 10));
      assert.equal((await statistician("GET", `/api/runs/${run}/members?result=a.all.n`)).status, 200);
      assert.equal((await laid("5 of 7", other)).status, 200, "somebody else's paper is read meanwhile");
      assert.equal(papers, begun + 2);
      letRead();
      assert.deepEqual([(await one).status, (await two).status], [200, 200]);
    });

    test("a person has three runs under way at most, so that those of others come soon", async () => {
      const eager = await server.person("eager", "statistician", "Aachen");
      const ask = (who: Client) => who("POST", "/api/runs", { study: "a-long-one" });
      const statuses = [];
      for (let n = 0; n < 4; n++) statuses.push((await ask(eager)).status);
      assert.deepEqual(statuses, [202, 202, 202, 429]);
      const theirs = await ask(statistician);
      assert.equal(theirs.status, 202, "others may still ask");
      letRun();
      while ((await statistician("GET", `/api/runs/${theirs.json.run}`)).json.state !== "done")
        await new Promise((go) => setTimeout(go, 20));
      assert.equal((await ask(eager)).status, 202);
    });

    test("a run is named, kept and thrown away by those who may run it, with a reason in the trail; the folder goes with its last run", async () => {
      const [one, two] = [await finished("a-study"), await finished("a-study")];
      const path = (which: string) => `/api/runs/${which}`;
      const elsewhere = await server.person("elsewhere-too", "statistician", "Berlin");
      const why = { "x-reason": "made twice" };
      assert.equal((await elsewhere("PATCH", path(one), { name: "mine" })).status, 404);
      assert.equal((await elsewhere("DELETE", path(one), undefined, why)).status, 404);
      const named = await statistician("PATCH", path(one), { name: " For the board ", kept: true });
      assert.deepEqual([named.json.name, named.json.kept], ["For the board", true]);
      assert.match((await statistician("DELETE", path(one), undefined, why)).text, /"run-kept"/);
      await statistician("PATCH", path(one), { kept: false });
      assert.match((await statistician("DELETE", path(one))).text, /"reason-needed"/);
      assert.equal((await statistician("DELETE", path(one), undefined, why)).status, 204);
      assert.equal((await statistician("GET", path(one))).status, 404);
      assert.equal((await statistician("GET", `${path(two)}/members?result=a.all.n`)).status, 200);
      assert.ok(existsSync(folder), "others lie in it");
      const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
        sql<{
          actor: string;
          reason: string;
          kept: string;
        }>`select actor, reason, before ->> 'name' as kept from audit.entry
          where entity = 'work.run' and action = 'delete'`.execute(session),
      );
      assert.deepEqual(rows, [{ actor: statistician.account, reason: "made twice", kept: "For the board" }]);
    });

    test("administrators alone take a lock in, with a reason, and only one in which nothing is wrong", async () => {
      const admin = await server.person("admin", "administrator", null);
      const { directory: _, cohort: __, ...lock } = await readStudy("registry-report");
      const text = lockText(lock);
      const why = { "x-reason": "agreed" };
      const take = (who: Client, of: string, headers = why) => who("POST", "/api/studies", { lock: of }, headers);
      assert.equal((await take(statistician, text)).status, 403);
      assert.equal((await statistician("POST", "/api/studies/looked-at", { lock: text })).status, 403);
      assert.match((await take(admin, text, {} as typeof why)).text, /"reason-needed"/);
      assert.match((await take(admin, text.replace("CNO", "XYZ"))).text, /"no-lock".*changed after it was written/);
      for (const none of [
        "",
        "null",
        "[1]",
        '{"format":2}',
        `{"format":2,"hashes":${"[".repeat(5000)}${"]".repeat(5000)}}`,
      ])
        assert.match((await take(admin, none)).text, /"no-lock"/, none.slice(0, 40));
      const shapeless = { protocol: { id: "shapeless" }, models: 7 } as unknown as StudyLock;
      assert.match((await take(admin, lockText(shapeless))).text, /"no-lock"/);
      const wrong = { ...lock, models: lock.models.slice(1) };
      assert.match((await take(admin, lockText(wrong))).text, /"study-with-problems"/);
      assert.equal((await take(admin, text)).status, 201);
      assert.match((await take(admin, text)).text, /"already-so"/);
      const listed = async () =>
        ((await statistician("GET", "/api/studies")).json.studies as readonly { id: string; taken: { by: string } }[])
          .filter(({ id }) => id === "registry-report")
          .map(({ taken }) => taken.by);
      assert.deepEqual(await listed(), [admin.account]);
      assert.equal((await statistician("DELETE", "/api/studies/registry-report", undefined, why)).status, 403);
      assert.equal((await admin("DELETE", "/api/studies/registry-report", undefined, why)).status, 204);
      assert.deepEqual(await listed(), []);
      assert.equal((await statistician("POST", "/api/runs", { study: "registry-report" })).status, 404);
    });

    test("pages are sent as the run wrote them; a run without them is said to be older", async () => {
      await writeFile(join(folder, "pages.json"), PAGES);
      assert.equal((await statistician("GET", `/api/runs/${run}/pages`)).text, PAGES);
      await rm(join(folder, "pages.json"));
      const { status, text } = await statistician("GET", `/api/runs/${run}/pages`);
      assert.equal(status, 409);
      assert.match(text, /"older-run"/);
    });

    test("a sensitivity analysis is made once, tells how far it is, and after a failure starts again", async () => {
      const path = `/api/runs/${run}/sensitivity`;
      assert.equal((await statistician("GET", path)).json.state, "none");
      for (let asking = 0; asking < 2; asking++) assert.equal((await statistician("POST", path)).status, 202);
      assert.equal(analyses, 1);
      part(3, 216);
      assert.deepEqual((await statistician("GET", path)).json, { state: "running", done: 3, of: 216 });
      end(new Error("no disk"));
      await untilState("failed");
      assert.equal((await statistician("GET", `${path}/outcomes.json`)).status, 404);
      await statistician("POST", path);
      await untilState("running");
      end();
      await untilState("done");
      assert.equal(analyses, 2);
      assert.deepEqual((await statistician("GET", `${path}/outcomes.json`)).json, { outcomes: [] });
      assert.equal((await statistician("GET", `${path}/a-number.svg`)).headers.get("content-type"), "image/svg+xml");
      for (const name of ["..%2f..%2fresults.json", "outcomes.svg", "a-number.html"])
        assert.ok([400, 404].includes((await statistician("GET", `${path}/${name}`)).status), name);
      await statistician("POST", path);
      assert.equal(analyses, 2, "what is made is not made again");
    });
  });
}
