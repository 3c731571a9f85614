import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type ChartRow, CODEBOOK } from "@osteon/codebook";
import { csvText } from "@osteon/interop";
import { appoint, asRole, type Database } from "@osteon/registry";
import { unzipSync, zipSync } from "fflate";
import { sql } from "kysely";
import { type Client, PASSWORD, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { ENGINES_BELOW, member, outcome } from "../../packages/registry/tests/both-engines.ts";
import { inventedChart, keyFor } from "../../packages/registry/tests/invented-chart.ts";

type Centre = "Ulm" | "Dresden";
const CENTRES: readonly Centre[] = ["Ulm", "Dresden"];
const [P, V, L] = [keyFor("patient", "1"), keyFor("visit", "1"), keyFor("lesion", "1")];
/** A visit that Dresden alone has. */
const DRESDENS = "D-ONLY";

const at = (centre: Centre, path: string): string => `/api/centres/${centre}${path}`;
const visitAt = (centre: Centre, key: string = V): string => at(centre, `/charts/visit/${key}`);

for (const engine of ENGINES_BELOW) {
  describe(`numbers within a centre (${engine})`, () => {
    let server: RunningServer;
    let people: Record<Centre, Record<"manager" | "nurse" | "other" | "doctor", Client>>;
    let both: Client;
    before(async () => {
      server = await runningServer(engine);
      people = { Ulm: await staff(server, "Ulm"), Dresden: await staff(server, "Dresden") };
      both = await server.person("both", "data_manager", "Ulm");
      await appoint(server.database, both.account, "data_manager", "Dresden");
    });
    after(() => server.end());

    const enter = (client: Client, centre: Centre, table: string, cells: ChartRow, status = "complete") =>
      client("POST", at(centre, `/charts/${table}`), { cells, status, centre });
    const change = async (client: Client, centre: Centre, cells: ChartRow, key: string = V) => {
      const read = await client("GET", visitAt(centre, key));
      return await client(
        "PUT",
        visitAt(centre, key),
        { cells: { ...(read.json.cells as ChartRow), ...cells }, status: "complete", reason: "read again" },
        { "if-match": read.headers.get("etag") ?? "" },
      );
    };

    test("two centres enter whole charts under the same numbers, and neither is told of the other's", async () => {
      const answers = new Map<Centre, string[]>();
      for (const centre of CENTRES) {
        for (const [table, cells] of inventedChart(centre, "1")) {
          const { status, json } = await enter(people[centre].nurse, centre, table, cells);
          const told = answers.get(centre) ?? [];
          answers.set(centre, [...told, `${status} ${(json.row as { version?: number } | undefined)?.version}`]);
        }
      }
      assert.deepEqual(answers.get("Dresden"), answers.get("Ulm"));
      assert.ok(answers.get("Ulm")?.every((answer) => answer === "201 1"));
      const own = { visit: DRESDENS, patient: P, visited_on: "2010-03-03" };
      assert.equal((await enter(people.Dresden.nurse, "Dresden", "visit", own)).status, 201);
    });

    test("a row of another centre is not there, whatever is tried with its address", async () => {
      const { doctor } = people.Ulm;
      for (const path of [
        visitAt("Dresden"),
        at("Dresden", `/patients/${P}`),
        at("Dresden", `/patients/${P}/identity`),
      ])
        assert.equal((await doctor("GET", path)).status, 404, path);
      assert.equal((await doctor("GET", visitAt("Ulm", DRESDENS))).status, 404, "nor under the own centre");
      const changed = { cells: {}, status: "draft", reason: "an attack" };
      assert.equal((await doctor("PUT", visitAt("Dresden"), changed, { "if-match": '"1"' })).status, 404);
      assert.equal((await doctor("DELETE", visitAt("Dresden"), undefined, { "if-match": '"1"' })).status, 404);
      const signed = { meaning: "approved", password: PASSWORD };
      assert.equal((await doctor("POST", at("Dresden", `/visits/${V}/signatures`), signed)).status, 404);
      assert.equal((await doctor("POST", at("Ulm", `/visits/${DRESDENS}/signatures`), signed)).status, 404);
      const { json } = await doctor("GET", at("Dresden", `/audit/rows/visit/${V}`));
      assert.deepEqual(json.entries, []);
    });

    test("a lock holds at its own centre, and is set on a visit that stands there alone", async () => {
      const { manager } = people.Ulm;
      const lock = (visit: string, centre: Centre = "Ulm") =>
        manager("POST", "/api/locks", { scope: "visit", centre, patient: P, visit });
      for (const visit of [DRESDENS, "FUTURE-1", "V00001", `${V} `])
        assert.ok((await lock(visit)).status >= 400, `a lock of ${visit}`);
      assert.equal((await lock(V, "Dresden")).status, 403);
      assert.equal((await lock("FUTURE-1", "Dresden")).status, 403, "the same, whether the visit stands or not");
      assert.equal((await change(people.Dresden.nurse, "Dresden", { pain_nrs: "3" }, DRESDENS)).status, 200);
      const own = await lock(V);
      assert.equal(own.status, 201);
      assert.equal((await change(people.Ulm.nurse, "Ulm", { pain_nrs: "3" })).status, 423);
      assert.equal((await change(people.Dresden.nurse, "Dresden", { pain_nrs: "3" })).status, 200);
      const results = { patient: P, visit: V, sampled_on: "2010-03-03", analyte: "esr", value: "9", unit: "mm/h" };
      assert.equal((await enter(people.Ulm.nurse, "Ulm", "laboratory", results, "draft")).status, 423);
      assert.equal((await enter(people.Dresden.nurse, "Dresden", "laboratory", results, "draft")).status, 201);
      assert.equal((await people.Dresden.manager("DELETE", `/api/locks/${own.json.lock}`)).status, 404);
      assert.equal((await manager("DELETE", `/api/locks/${own.json.lock}`)).status, 204);
    });

    test("readings, decisions and queries are about a row that stands, of that child at that centre", async () => {
      const { nurse, other, doctor, manager } = people.Ulm;
      const second = { patient: "P-2", cohort: "cno" };
      assert.equal((await enter(nurse, "Ulm", "patient", second, "draft")).status, 201);
      const about = { centre: "Ulm", patient: P, table: "visit", key: V, cells: { pain_nrs: "6" } };
      const strange = [
        { ...about, key: DRESDENS },
        { ...about, key: "FUTURE-1" },
        { ...about, patient: "P-2" },
        { ...about, table: "lesion" },
        { ...about, cells: { pain_nrs: "eleven" } },
      ];
      for (const one of strange) {
        assert.equal((await nurse("POST", "/api/readings", one)).status, 422, JSON.stringify(one));
        const { cells: _, ...asked } = one;
        const query = { ...asked, says: "Is it so?" };
        if (one.cells === about.cells)
          assert.equal((await manager("POST", "/api/queries", query)).status, 422, JSON.stringify(one));
      }
      const noField = { ...about, field: "no_field", says: "Is it so?" };
      assert.equal((await manager("POST", "/api/queries", noField)).status, 422);
      for (const centre of CENTRES) {
        const { nurse: one, other: another, doctor: decides } = people[centre];
        for (const reader of [one, another])
          assert.equal((await reader("POST", "/api/readings", { ...about, centre })).status, 201, centre);
        assert.equal((await decides("POST", "/api/adjudications", { ...about, centre })).status, 201, centre);
      }
      assert.equal((await doctor("POST", "/api/adjudications", { ...about, key: DRESDENS })).status, 403);
      const { json } = await other("GET", "/api/readings/visit");
      assert.deepEqual(
        (json.readings as { centre: string }[]).map(({ centre }) => centre),
        ["Ulm"],
      );
    });

    test("inside the database, too, nothing is about a row of another centre or one that is not there", async () => {
      const ulm = people.Ulm;
      const lock = (visit: string) =>
        `insert into work.lock (centre, scope, patient, visit) values ('Ulm', 'visit', '${P}', '${visit}')`;
      const reading = (entity: string, key: string) =>
        `insert into work.reading (centre, patient, entity, row_key, cells) values ('Ulm', '${P}', '${entity}', '${key}', '{}')`;
      const lesion = `insert into chart.laboratory (laboratory, patient, visit, centre) values ('X', '${P}', '${DRESDENS}', 'Ulm')`;
      for (const [client, statement] of [
        [ulm.manager, lock(DRESDENS)],
        [ulm.manager, lock("FUTURE-2")],
        [ulm.nurse, reading("visit", DRESDENS)],
        [ulm.nurse, reading("nothing", V)],
        [ulm.nurse, reading("visit; drop table chart.visit", V)],
        [ulm.nurse, lesion],
      ] as const)
        assert.equal(await done(server.database, client.account, statement), "23503", statement);
      const foreign = reading("visit", V).replace("'Ulm'", "'Dresden'");
      assert.equal(await done(server.database, ulm.nurse.account, foreign), "42501", "rights come before rows");
      assert.equal(await done(server.database, ulm.nurse.account, foreign.replace(V, "X")), "42501");
    });

    test("a signature stands for the visit of its own centre", async () => {
      const standing = async (centre: Centre) =>
        (
          (await people[centre].doctor("GET", at(centre, `/patients/${P}`))).json.signatures as { voidedAt: unknown }[]
        ).map(({ voidedAt }) => voidedAt === null);
      for (const centre of CENTRES) {
        const signed = { meaning: "approved", password: PASSWORD };
        assert.equal((await people[centre].doctor("POST", at(centre, `/visits/${V}/signatures`), signed)).status, 201);
      }
      const found = { laboratory: "LAB-9", patient: P, visit: V, sampled_on: "2009-05-17", analyte: "esr", value: "9" };
      assert.equal(
        (await enter(people.Dresden.nurse, "Dresden", "laboratory", { ...found, unit: "mm/h" }, "draft")).status,
        201,
      );
      assert.deepEqual([await standing("Ulm"), await standing("Dresden")], [[true], [false]]);
      assert.equal((await change(people.Ulm.nurse, "Ulm", { pain_nrs: "1" })).status, 200);
      assert.deepEqual(await standing("Ulm"), [false]);
    });

    test("children of one pseudonym keep an identity each, and each row its own story", async () => {
      for (const centre of CENTRES) {
        const identity = { name: `Child of ${centre}`, bornOn: "1999-11-01", recordNumber: centre };
        const path = at(centre, `/patients/${P}/identity`);
        assert.equal((await people[centre].nurse("PUT", path, identity, { "if-match": '"0"' })).status, 201);
      }
      for (const centre of CENTRES) {
        const { json } = await people[centre].doctor("GET", at(centre, `/patients/${P}/identity`));
        assert.equal(json.name, `Child of ${centre}`);
        const story = (await people[centre].doctor("GET", at(centre, `/audit/rows/visit/${V}`))).json.entries;
        assert.deepEqual(
          (story as { action: string; actor: string }[])
            .filter(({ action }) => action === "insert")
            .map(({ actor }) => actor),
          [people[centre].nurse.account],
        );
      }
    });

    test("both centres import the same numbers side by side; each takes back its own alone", async () => {
      const batches = new Map<Centre, string>();
      for (const centre of CENTRES) {
        const { status, json, text } = await imported(people[centre].manager, centre, "9");
        assert.equal(status, 201, text.slice(0, 500));
        batches.set(centre, String(json.batch));
      }
      const ulms = batches.get("Ulm") ?? "";
      const undo = (client: Client, centre: Centre) =>
        client("POST", at(centre, `/imports/${ulms}/undo`), { reason: "an attack" });
      assert.equal((await undo(people.Dresden.manager, "Dresden")).status, 409);
      assert.equal((await undo(people.Dresden.manager, "Ulm")).status, 409);
      const there = (centre: Centre) => people[centre].nurse("GET", visitAt(centre, keyFor("visit", "9")));
      assert.deepEqual([(await there("Ulm")).status, (await there("Dresden")).status], [200, 200]);
      assert.equal((await undo(people.Ulm.manager, "Ulm")).status, 200);
      assert.deepEqual([(await there("Ulm")).status, (await there("Dresden")).status], [404, 200]);
      assert.equal((await imported(people.Ulm.manager, "Ulm", "9")).status, 201, "and in again");
    });

    test("a dry run names the number that another child of the centre has", async () => {
      const visit = { visit: V, patient: "P-7", visited_on: "2012-01-01" };
      const patient = { ...inventedChart("Ulm", "7")[0]?.[1] };
      const { status, json } = await people.Ulm.manager(
        "POST",
        "/api/imports",
        packed({ patient: [patient], visit: [visit] }),
        {
          "content-type": "application/zip",
        },
      );
      assert.equal(status, 200);
      const problems = json.problems as { code: string; where: { value?: string } }[];
      assert.deepEqual(
        problems.filter(({ code }) => code === "number-taken").map(({ where }) => where.value),
        [V],
      );
    });

    test("a file that does not say which of two children it means is asked about", async () => {
      const send = (query: string) =>
        both("POST", `/api/imports?table=lesion&absent=keep${query}`, `lesion,patient,bone\nNEW-1,${P},femur\n`, {
          "content-type": "text/csv",
        });
      const codes = async (query: string) =>
        ((await send(query)).json.problems as { code: string }[])
          .map(({ code }) => code)
          .filter((code) => code === "which-centre");
      assert.deepEqual(await codes(""), ["which-centre"]);
      assert.deepEqual(await codes("&centre=Ulm"), []);
    });

    test("who works at both centres sees both, told apart, in every list", async () => {
      const lines = async (path: string, name: string) =>
        (await both("GET", path)).json[name] as { centre: string; patient: string }[];
      const named = (of: readonly { centre: string; patient: string }[]) =>
        of.map(({ centre, patient }) => `${centre} ${patient}`);
      const all = named(await lines("/api/patients", "patients"));
      assert.deepEqual(
        all.filter((one) => one.endsWith(` ${P}`)),
        [`Dresden ${P}`, `Ulm ${P}`],
      );
      for (const [path, name] of [
        ["/api/patients?limit=1", "patients"],
        ["/api/schedule?limit=1", "patients"],
        ["/api/dashboard/missing-by-visit/rows?field=chaq&reason=missing&limit=1", "visits"],
      ] as const) {
        const walked: string[] = [];
        for (let after: unknown = ""; after !== undefined; ) {
          const { json } = await both("GET", after === "" ? path : `${path}&after=${after}`);
          walked.push(
            ...(json[name] as { centre: string; patient: string; visit?: string }[]).map(
              (one) => `${one.centre} ${one.patient} ${one.visit ?? ""}`,
            ),
          );
          after = json.next;
        }
        assert.equal(new Set(walked).size, walked.length, path);
        assert.ok(
          CENTRES.every((centre) => walked.some((one) => one.startsWith(`${centre} ${P}`)) || name === "visits"),
          path,
        );
      }
      const { json } = await both("GET", at("Ulm", `/patients/${P}`));
      assert.ok((json.rows as { centre: string }[]).every(({ centre }) => centre === "Ulm"));
      assert.equal((json.rows as { key: string }[]).filter(({ key }) => key === L).length, 1);
    });

    test("an export never mixes two rows of one number", async () => {
      const refused = await both("GET", "/api/exports/charts.zip");
      assert.deepEqual(
        [refused.status, (refused.json.problems as { code: string }[])[0]?.code],
        [409, "numbers-shared"],
      );
      for (const path of ["/api/exports/charts.xlsx", "/api/exports/tables/visit"])
        assert.equal((await both("GET", path)).status, 409, path);
      const visits = async (query: string) => {
        const answer = await fetch(new URL(`/api/exports/charts.zip${query}`, server.address), {
          headers: { cookie: both.cookie },
        });
        assert.equal(answer.status, 200, query);
        const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
        return Buffer.from(files["visit.csv"] ?? [])
          .toString("utf8")
          .trimEnd()
          .split("\n")
          .slice(1)
          .map((line) => line.split(",")[0]);
      };
      const ulm = await visits("?centre=Ulm");
      const dresden = await visits("?centre=Dresden");
      assert.ok(ulm.includes(V) && dresden.includes(V) && dresden.includes(DRESDENS) && !ulm.includes(DRESDENS));
      const whole = [...ulm.map((key) => `Ulm/${key}`), ...dresden.map((key) => `Dresden/${key}`)];
      assert.deepEqual((await visits("?numbers=by-centre")).sort(), whole.sort());
      assert.equal((await people.Ulm.manager("GET", "/api/exports/charts.zip?centre=Dresden")).status, 403);
      assert.equal((await people.Ulm.manager("GET", "/api/exports/charts.zip")).status, 200);
    });
  });
}

async function staff(server: RunningServer, centre: Centre) {
  const named = (name: string): string => `${name}-${centre.toLowerCase()}`;
  return {
    manager: await server.person(named("manager"), "data_manager", centre),
    nurse: await server.person(named("nurse"), "study_nurse", centre),
    other: await server.person(named("other"), "study_nurse", centre),
    doctor: await server.person(named("doctor"), "investigator", centre),
  };
}

const done = (database: Database, account: string, statement: string): Promise<string> =>
  outcome(() => asRole(database, member(account), (session) => sql.raw(statement).execute(session)));

/** A chart folder as a ZIP archive. */
function packed(tables: Readonly<Record<string, readonly ChartRow[]>>): Uint8Array {
  const files = CODEBOOK.flatMap((table) => {
    const rows = tables[table.name];
    return rows === undefined ? [] : [[`${table.name}.csv`, Buffer.from(csvText(table, rows))] as const];
  });
  return zipSync(Object.fromEntries(files));
}

const imported = (client: Client, centre: Centre, tag: string) =>
  client(
    "POST",
    "/api/imports?commit=yes&source=side-by-side",
    packed(Object.fromEntries(inventedChart(centre, tag).map(([table, cells]) => [table, [cells]]))),
    { "content-type": "application/zip", "x-reason": "side by side" },
  );
