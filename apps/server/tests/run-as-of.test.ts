import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { asRole } from "@osteon/registry";
import { readStudy } from "@osteon/run";
import { sql } from "kysely";
import { runInWorker } from "../src/runs/run-in-worker.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort/", import.meta.url));
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "osteon-as-of-"));
});
after(() => rm(folder, { recursive: true, force: true }));

describe("a run as of a day", () => {
  let server: RunningServer;
  let statistician: Client;
  const asked: (string | undefined)[] = [];

  before(async () => {
    server = await runningServer("server", {
      runner: async (_study, _charts, _step, _left, asOf) => {
        asked.push(asOf);
        return { ok: true, folder, freezeHash: "f0" };
      },
    });
    statistician = await server.person("statistician", "statistician", "Aachen");
  });
  after(() => server.end());

  const ask = (asOf?: string) => statistician("POST", "/api/runs", { study: "a-study", ...(asOf && { asOf }) });
  const told = async (run: unknown) => {
    for (;;) {
      const { json } = await statistician("GET", `/api/runs/${run}`);
      if (json.state === "done") return json.asOf;
    }
  };

  test("is asked for, told with the run and kept in the trail; without a day it has all that the charts hold", async () => {
    const [dated, whole] = [(await ask("2014-12-31")).json.run, (await ask()).json.run];
    assert.deepEqual([await told(dated), await told(whole)], ["2014-12-31", null]);
    assert.deepEqual(asked, ["2014-12-31", undefined]);
    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
      sql<{ on: string | null }>`select after ->> 'as_of' as on from audit.entry
        where entity = 'work.run' and action = 'insert' order by after ->> 'as_of' nulls last`.execute(session),
    );
    assert.deepEqual(
      rows.map(({ on }) => on),
      ["2014-12-31", null],
    );
  });

  test("a day to come, and what is no day, are refused", async () => {
    const later = await ask("2999-01-01");
    assert.equal(later.status, 422);
    assert.match(later.text, /"later-than-today"/);
    for (const none of ["2014-02-30", "2014", "yesterday"]) assert.equal((await ask(none)).status, 400, none);
  });
});

test("the worker freezes the charts as of the day, and keeps such a run apart from others of the same charts", async () => {
  const study = await readStudy("registry-report");
  const run = runInWorker(join(folder, "runs"), { dotsPerInch: 36 });
  const left = { withdrawn: 0, optedOut: 0, notGiven: 0, blank: 0 };
  const ran = async (asOf?: string) => {
    const outcome = await run(study, COHORT, () => {}, left, asOf);
    assert.ok(outcome.ok);
    const { inputs, results } = JSON.parse(await readFile(join(outcome.folder, "results.json"), "utf8"));
    const { value } = results.find(({ id }: { id: string }) => id === "children.all.n");
    return { folder: outcome.folder, asOf: inputs.asOf as string | undefined, children: Number(value) };
  };
  const [dated, whole] = [await ran("2010-12-31"), await ran()];
  assert.deepEqual([dated.asOf, whole.asOf], ["2010-12-31", undefined]);
  assert.notEqual(dated.folder, whole.folder);
  const diagnosed = (await readFile(join(COHORT, "patient.csv"), "utf8")).trimEnd().split("\n");
  const [cohort, on] = ["cohort", "diagnosed_on"].map((name) => (diagnosed[0] ?? "").split(",").indexOf(name));
  const until = (day: string) =>
    diagnosed.slice(1).filter((line) => {
      const cells = line.split(",");
      return cells[cohort ?? -1] === "cno" && (cells[on ?? -1] ?? "") <= day;
    }).length;
  assert.deepEqual([dated.children, whole.children], [until("2010-12-31"), until("9999-12-31")]);
});
