import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Charts, tableNamed } from "@osteon/codebook";
import { applyImport, asRole, ImportOvertaken, planImport, readRow, saveRow } from "@osteon/registry";
import { sql } from "kysely";
import { child } from "../../apps/server/tests/edges/edge-registry.ts";
import { type Client, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../packages/registry/tests/invented-chart.ts";
import { CSV } from "./hostile-files.ts";

/** Something that is held until it is let go, and that others can wait for to be held. */
function held() {
  const { promise: holds, resolve: hold } = Promise.withResolvers<void>();
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
  return { holds, hold, until, letGo };
}

const VISIT = tableNamed("visit");

for (const engine of ENGINES_BELOW) {
  describe(`an import and what others do meanwhile (${engine})`, () => {
    let server: RunningServer;
    let manager: Client;
    let nurse: Client;
    before(async () => {
      server = await runningServer(engine);
      manager = await server.person("manager", "data_manager", "Ulm");
      nurse = await server.person("nurse", "study_nurse", "Ulm");
      for (const [table, cells] of inventedChart("Ulm", "U"))
        await nurse("POST", `/api/centres/Ulm/charts/${table}`, { cells, status: "complete" });
    });
    after(() => server.end());

    const cellsNow = async () => {
      const row = await asRole(server.database, { role: "osteon_member", account: nurse.account }, (session) =>
        readRow(session, VISIT, "Ulm", "visit-U"),
      );
      if (row === undefined) throw new Error("the visit is not there");
      return row;
    };
    const charts = async (pain_nrs: string): Promise<Charts> => [
      { name: "visit", file: "visit.csv", rows: [{ row: 2, cells: { ...(await cellsNow()).cells, pain_nrs } }] },
    ];
    const correct = async (session: Parameters<typeof saveRow>[0], pain_nrs: string) => {
      const { cells, version } = await cellsNow();
      const saved = await saveRow(session, {
        table: VISIT,
        cells: { ...cells, pain_nrs },
        centre: "Ulm",
        status: "complete",
        version,
      });
      assert.ok(saved.ok);
    };

    test("a correction that was confirmed after the plan stands: the import is overtaken", async () => {
      const file = await charts("6");
      const plan = await asRole(server.database, { role: "osteon_member", account: manager.account }, (session) =>
        planImport(session, file),
      );
      assert.equal(plan.changes.length, 1);
      const { cells, version } = await cellsNow();
      const saved = await nurse(
        "PUT",
        "/api/centres/Ulm/charts/visit/visit-U",
        { cells: { ...cells, pain_nrs: "9" }, status: "complete", reason: "read again" },
        { "if-match": `"${version}"` },
      );
      assert.equal(saved.status, 200, saved.text);
      const batch = "00000000-0000-4000-8000-000000000001";
      await assert.rejects(
        asRole(server.database, { role: "osteon_member", account: manager.account, reason: "x", batch }, (session) =>
          applyImport(session, plan, { batch, source: "x" }),
        ),
        ImportOvertaken,
      );
      assert.equal((await cellsNow()).cells.pain_nrs, "9");
    });

    /** A child of whom nothing but itself is entered, born so that a visit of 2010 may be. */
    const enterChild = async (patient: string) => {
      const cells = child(patient, { centre: "Ulm", diagnosed_on: "2012-02-01" });
      const entered = await nurse("POST", "/api/centres/Ulm/charts/patient", { cells, status: "complete" });
      assert.equal(entered.status, 201, entered.text);
    };
    /** Says of the child that it was born after 2010. */
    const bornLater = async (session: Parameters<typeof saveRow>[0], patient: string) => {
      const cells = child(patient, { centre: "Ulm", diagnosed_on: "2012-02-01", born_on: "2011-01" });
      const wanted = { table: tableNamed("patient"), centre: "Ulm", status: "complete", version: 1 } as const;
      const saved = await saveRow(session, { ...wanted, cells });
      assert.ok(saved.ok, JSON.stringify(saved));
    };
    const EARLY = { visited_on: "2010-01-01" };
    const nurseWrites = () =>
      ({ role: "osteon_member", account: nurse.account, reason: "read again", writes: true }) as const;

    test("a row beside those of an import that was saved after the plan: the import was checked without it, and is overtaken", async () => {
      await enterChild("U-BESIDE");
      const cells = { visit: "V-BESIDE", patient: "U-BESIDE", ...EARLY };
      const plan = await asRole(server.database, { role: "osteon_member", account: manager.account }, (session) =>
        planImport(session, [{ name: "visit", file: "visit.csv", rows: [{ row: 2, cells }] }]),
      );
      assert.deepEqual(plan.problems, []);
      await asRole(server.database, nurseWrites(), (session) => bornLater(session, "U-BESIDE"));
      const batch = "00000000-0000-4000-8000-000000000002";
      await assert.rejects(
        asRole(server.database, { role: "osteon_member", account: manager.account, reason: "x", batch }, (session) =>
          applyImport(session, plan, { batch, source: "x" }),
        ),
        ImportOvertaken,
      );
    });

    if (engine === "server") {
      test("of two saves of one child that break a rule together, the second is checked against the first", async () => {
        for (const [patient, route, body] of [
          ["U-ROW", "charts/visit", { cells: { ...EARLY, patient: "U-ROW" }, status: "complete" }],
          ["U-WHOLE", "patients/U-WHOLE/encounters", { visit: { cells: EARLY }, rows: [], status: "complete" }],
        ] as const) {
          await enterChild(patient);
          const wait = held();
          const saving = asRole(server.database, nurseWrites(), async (session) => {
            await bornLater(session, patient);
            wait.hold();
            await wait.until;
          });
          await wait.holds;
          const second = nurse("POST", `/api/centres/Ulm/${route}`, body);
          await someoneWaits(server, 1);
          wait.letGo();
          await saving;
          const { status, json } = await second;
          assert.equal(status, 422, route);
          assert.equal((json.problems as { code: string }[])[0]?.code, "before-birth");
        }
      });

      test("a correction under way while the import is carried out: 409, and the correction stands", async () => {
        const file = await charts("6");
        const [row] = file[0]?.rows ?? [];
        const header = VISIT.fields.map(({ name }) => name);
        const csv = `${header.join(",")}\n${header.map((name) => row?.cells[name] ?? "").join(",")}\n`;
        const wait = held();
        const correcting = asRole(
          server.database,
          { role: "osteon_member", account: nurse.account, reason: "read again", writes: true },
          async (session) => {
            await correct(session, "8");
            wait.hold();
            await wait.until;
          },
        );
        await wait.holds;
        const importing = manager("POST", "/api/imports?commit=yes&table=visit", Buffer.from(csv), {
          ...CSV,
          "x-reason": "import",
        });
        await someoneWaits(server, 1);
        wait.letGo();
        await correcting;
        const { status, json } = await importing;
        assert.equal(status, 409);
        assert.equal((json.problems as { code: string }[])[0]?.code, "import-overtaken");
        assert.equal((await cellsNow()).cells.pain_nrs, "8");
      });

      test("while a centre's chain is held, its writers are told so in time and readers elsewhere wait for nothing", async () => {
        const reader = await server.person("reader", "investigator", "Dresden");
        const wait = held();
        const holding = asRole(
          server.database,
          { role: "osteon_member", account: nurse.account, reason: "long work", writes: true },
          async (session) => {
            await correct(session, "7");
            wait.hold();
            await wait.until;
          },
        );
        await wait.holds;
        const writers = await Promise.all(
          Array.from({ length: 5 }, (_, n) => server.person(`writer-${n}`, "study_nurse", "Ulm")),
        );
        const cells = { patient: "P-U", visited_on: "2014-01-01" };
        const writing = writers.flatMap((writer) =>
          Array.from({ length: 8 }, () => writer("POST", "/api/centres/Ulm/charts/visit", { cells, status: "draft" })),
        );
        await someoneWaits(server, 5);
        for (let n = 0; n < 20; n++) assert.equal((await reader("GET", "/api/patients")).status, 200);
        const first = await Promise.race(writing);
        assert.equal(first.status, 503);
        assert.ok(Number(first.headers.get("retry-after")) > 0);
        wait.letGo();
        await holding;
        for (const { status } of await Promise.all(writing)) assert.ok(status === 201 || status === 503, `${status}`);
      });

      test("of twelve exports of one person one is under way, and the others wait in line without a connection", async () => {
        const wait = held();
        const holding = asRole(
          server.database,
          { role: "osteon_member", account: nurse.account, reason: "long work", writes: true },
          async (session) => {
            await correct(session, "4");
            wait.hold();
            await wait.until;
          },
        );
        await wait.holds;
        const taking = Array.from({ length: 12 }, (_, n) =>
          manager("GET", n % 2 === 0 ? "/api/exports/tables/visit" : "/api/audit/changes.csv"),
        );
        try {
          await someoneWaits(server, 1);
          for (let n = 0; n < 50; n++) assert.ok((await waiting(server)) <= 1);
        } finally {
          wait.letGo();
          await holding;
        }
        for (const { status } of await Promise.all(taking)) assert.ok(status === 200 || status === 503, `${status}`);
      });

      test("writes whose connection the database ends are answered 503, not 500", async () => {
        const wait = held();
        const holding = asRole(
          server.database,
          { role: "osteon_member", account: nurse.account, reason: "long work" },
          async (session) => {
            await correct(session, "5");
            wait.hold();
            await wait.until;
          },
        );
        await wait.holds;
        const cells = { patient: "P-U", visited_on: "2014-01-01" };
        const writing = nurse("POST", "/api/centres/Ulm/charts/visit", { cells, status: "draft" });
        try {
          await someoneWaits(server, 1);
          await sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`.execute(server.database.kysely);
          assert.equal((await writing).status, 503);
        } finally {
          wait.letGo();
          await holding;
        }
      });
    }
  });

  test(`writes under way when the database is closed are written or answered 503 (${engine})`, async () => {
    const server = await runningServer(engine);
    const nurse = await server.person("nurse", "study_nurse", "Ulm");
    const others = await Promise.all(Array.from({ length: 3 }, (_, n) => server.person(`n${n}`, "study_nurse", "Ulm")));
    const writing = [nurse, ...others].flatMap((person) =>
      Array.from({ length: 6 }, (_, n) =>
        person("POST", "/api/centres/Ulm/charts/patient", {
          cells: { patient: `${person.account.slice(0, 5)}-${n}`, cohort: "cno", centre: "Ulm" },
          status: "draft",
        }),
      ),
    );
    await Promise.race(writing);
    const closing = server.database.close();
    const states = (await Promise.all(writing)).map(({ status }) => status);
    await closing;
    assert.ok(
      states.every((status) => status === 201 || status === 503),
      states.join(),
    );
    assert.equal((await nurse("GET", "/api/me")).status, 503);
    await server.end().catch(() => {});
  });
}

/** Waits until so many connections wait for a lock. */
async function someoneWaits(server: RunningServer, least: number): Promise<void> {
  for (let tries = 0; tries < 3_000; tries++) {
    if ((await waiting(server)) >= least) return;
    await new Promise((go) => setTimeout(go, 10));
  }
  throw new Error("nobody waits");
}

/** How many connections wait for a lock. */
async function waiting({ database }: RunningServer): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.kysely);
  return rows[0]?.n ?? 0;
}
