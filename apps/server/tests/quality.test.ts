import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sinceOf, tableNamed } from "@osteon/codebook";
import { asRole } from "@osteon/registry";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

const CSV = { "content-type": "text/csv" };

/** Diagnosed on 2010-01-01; each visit so many days later. */
const VISITS: readonly (readonly [visit: string, day: string, cells: Readonly<Record<string, string>>])[] = [
  ["before", "2009-12-20", { pain_nrs: "7" }],
  ["day-35", "2010-02-05", { pain_nrs: "not done" }],
  ["day-36", "2010-02-06", { pain_nrs: "unknown" }],
  ["half-year", "2010-07-01", {}],
  ["year", "2011-01-01", { pain_nrs: "not applicable" }],
  ["day-912", "2012-07-01", { pain_nrs: "3" }],
  ["day-913", "2012-07-02", { pain_nrs: "3" }],
  ["no-day", "", { pain_nrs: "twelve" }],
];

interface Map {
  readonly classes: readonly { readonly class: string; readonly visits: number }[];
  readonly fields: readonly {
    readonly field: string;
    readonly classes: readonly Readonly<Record<string, number | string>>[];
  }[];
}

for (const engine of ENGINES_BELOW) {
  describe(`data quality (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let monitor: Client;
    let manager: Client;
    let foreigner: Client;

    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      monitor = await server.person("monitor", "monitor", "Aachen");
      manager = await server.person("manager", "data_manager", "Aachen");
      foreigner = await server.person("foreigner", "data_manager", "Berlin");
      const enter = async (table: string, cells: Readonly<Record<string, string>>) => {
        const status = cells.visited_on === "" ? "draft" : "complete";
        const answer = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status });
        assert.equal(answer.status, 201, answer.text);
      };
      const child = { patient: "P-1", cohort: "cno", sex: "female", born_on: "2000", status: "alive" };
      await enter("patient", { ...child, diagnosed_on: "2010-01-01", last_contact_on: "2013-01-01", consent: "given" });
      for (const [visit, visited_on, cells] of VISITS)
        await enter("visit", { visit, patient: "P-1", visited_on, ...cells });
      const crp = { patient: "P-1", analyte: "crp", sampled_on: "2010-02-06" };
      await enter("laboratory", { ...crp, laboratory: "L1", visit: "day-36", value: "not done" });
      await enter("laboratory", { ...crp, laboratory: "L2", visit: "day-36", value: "12", unit: "mg/L" });
      await enter("laboratory", {
        ...crp,
        laboratory: "L3",
        visit: "year",
        sampled_on: "2011-01-01",
        value: "unknown",
      });
      await enter("laboratory", { ...crp, laboratory: "L4", value: "5", unit: "mg/L" });
    });
    after(() => server.end());

    const missing = async (client: Client, search = ""): Promise<Map> =>
      (await client("GET", `/api/dashboard/missing-by-visit${search}`)).json as unknown as Map;
    const behind = async (client: Client, search: string) =>
      (await client("GET", `/api/dashboard/missing-by-visit/rows?${search}`)).json as {
        visits: readonly { visit: string; class: string; reason: string }[];
        next?: string;
      };

    test("what is missing at visits is counted by the windows of the plan since diagnosis and by reason", async () => {
      const { classes, fields } = await missing(monitor);
      assert.deepEqual(
        classes.map((one) => [one.class, one.visits]),
        [
          ["before-first", 1],
          ["week2", 1],
          ["month3", 1],
          ["month6", 1],
          ["month12", 1],
          ["month24", 1],
          ["after-last", 1],
          ["no-date", 1],
        ],
      );
      const counts = (name: string) => fields.find(({ field }) => field === name)?.classes;
      const none = { given: 0, notDone: 0, unknown: 0, notApplicable: 0, notEntered: 0 };
      assert.deepEqual(counts("pain_nrs"), [
        { class: "before-first", ...none, given: 1 },
        { class: "week2", ...none, notDone: 1 },
        { class: "month3", ...none, unknown: 1 },
        { class: "month6", ...none, notEntered: 1 },
        { class: "month12", ...none, notApplicable: 1 },
        { class: "month24", ...none, given: 1 },
        { class: "after-last", ...none, given: 1 },
        { class: "no-date", ...none, notEntered: 1 },
      ]);
      assert.deepEqual(counts("crp")?.[2], { class: "month3", ...none, given: 1 });
      assert.deepEqual(counts("crp")?.[4], { class: "month12", ...none, unknown: 1 });
      assert.deepEqual(counts("esr")?.[0], { class: "before-first", ...none, notEntered: 1 });
      const asked = tableNamed("visit").fields.filter(({ required }) => !required);
      assert.equal(fields.length, asked.length + ["crp", "esr"].length);
    });

    test("a count opens the visits that it counts, a page at a time", async () => {
      const found = async (search: string) => (await behind(monitor, search)).visits.map(({ visit }) => visit);
      assert.deepEqual(await found("field=pain_nrs&class=week2&reason=not-done"), ["day-35"]);
      assert.deepEqual(await found("field=pain_nrs&class=week2&reason=missing"), ["day-35"]);
      assert.deepEqual(await found("field=crp&reason=given"), ["day-36"]);
      const first = await behind(monitor, "field=pain_nrs&reason=missing&limit=3");
      const second = await behind(monitor, `field=pain_nrs&reason=missing&limit=3&after=${first.next}`);
      assert.deepEqual(
        [...first.visits, ...second.visits].map(({ visit, reason }) => [visit, reason]),
        [
          ["day-35", "not-done"],
          ["day-36", "unknown"],
          ["half-year", "not-entered"],
          ["no-day", "not-entered"],
          ["year", "not-applicable"],
        ],
      );
      assert.equal(second.next, undefined);
      for (const search of ["field=patient&reason=given", "field=crp&reason=lost", "field=crp&reason=given&class=9"])
        assert.equal((await monitor("GET", `/api/dashboard/missing-by-visit/rows?${search}`)).status, 400, search);
    });

    test("another centre counts nothing of these visits, also when it asks for them by name", async () => {
      assert.deepEqual((await missing(foreigner)).classes, []);
      assert.deepEqual((await missing(foreigner, "?centre=Aachen")).classes, []);
      assert.deepEqual((await missing(monitor, "?centre=Berlin")).classes, []);
      assert.equal((await missing(monitor, "?centre=Aachen")).classes.length, 8);
      assert.deepEqual((await behind(foreigner, "field=pain_nrs&reason=missing&centre=Aachen")).visits, []);
    });

    test("queries are found by field, centre and who raised them, and counted by state", async () => {
      const ask = async (key: string, field: string) => {
        const about = { centre: "Aachen", patient: "P-1", table: "visit", key, field, says: "Is it so?" };
        return (await monitor("POST", "/api/queries", about)).json.query;
      };
      const [pain, heat] = [await ask("before", "pain_nrs"), await ask("year", "heat")];
      await nurse("POST", `/api/queries/${heat}/messages`, { state: "answered", says: "It is." });
      const heavy = { visit: "heavy", patient: "P-1", visited_on: "2010-02-01", weight_kg: "190" };
      await nurse("POST", "/api/centres/Aachen/charts/visit", { cells: heavy, status: "complete" });
      const found = async (search: string) =>
        ((await manager("GET", `/api/queries?${search}`)).json.queries as { query: number; field: string }[]).map(
          ({ field }) => field,
        );
      assert.deepEqual(await found("table=visit&raisedBy=person"), ["pain_nrs", "heat"]);
      assert.deepEqual(await found("table=visit&field=pain_nrs"), ["pain_nrs"]);
      assert.deepEqual(await found("raisedBy=rule"), ["weight_kg"]);
      assert.deepEqual(await found("state=answered&centre=Aachen"), ["heat"]);
      assert.deepEqual(await found("centre=Berlin"), []);
      const summary = async (client: Client, search = "") =>
        (await client("GET", `/api/queries/summary${search}`)).json;
      assert.deepEqual((await summary(manager)).states, { open: 2, answered: 1, closed: 0 });
      await monitor("POST", `/api/queries/${heat}/messages`, { state: "closed", says: "Thank you." });
      assert.deepEqual(await summary(manager, "?raisedBy=person"), {
        states: { open: 1, answered: 0, closed: 1 },
        fields: [
          { entity: "visit", field: "pain_nrs", unsettled: 1 },
          { entity: "visit", field: "heat", unsettled: 0 },
        ],
      });
      assert.deepEqual((await summary(foreigner)).states, { open: 0, answered: 0, closed: 0 });
      assert.equal(typeof pain, "number");
    });

    test("tables that were read twice say how many rows await a decision", async () => {
      const doctor = await server.person("doctor", "investigator", "Aachen");
      const read = (client: Client, key: string, pain_nrs: string) =>
        client("POST", "/api/readings", {
          centre: "Aachen",
          patient: "P-1",
          table: "visit",
          key,
          cells: { pain_nrs },
        });
      const tables = async (client: Client) => (await client("GET", "/api/readings")).json.tables;
      await read(nurse, "before", "7");
      await read(nurse, "year", "1");
      assert.deepEqual(await tables(monitor), []);
      await read(doctor, "before", "6");
      await read(doctor, "year", "1");
      assert.deepEqual(await tables(monitor), [{ table: "visit", rows: 2, undecided: 1 }]);
      assert.deepEqual(await tables(foreigner), []);
      const about = { centre: "Aachen", patient: "P-1", table: "visit", key: "before", cells: { pain_nrs: "7" } };
      assert.equal((await doctor("POST", "/api/adjudications", about)).status, 201);
      assert.deepEqual(await tables(monitor), [{ table: "visit", rows: 2, undecided: 0 }]);
      const { readings } = (await monitor("GET", "/api/readings/visit")).json as { readings: readonly object[] };
      const { centre, patient, decided, decidedBy } = readings[0] as Readonly<Record<string, unknown>>;
      assert.deepEqual([centre, patient, decided, decidedBy], ["Aachen", "P-1", { pain_nrs: "7" }, doctor.account]);
    });

    test("a CSV without some columns keeps what stands there; without leave to do so it is refused", async () => {
      const csv = Buffer.from("visit,pain_nrs\nyear,2\nhalf-year,1\n");
      const before = (await manager("GET", "/api/centres/Aachen/charts/visit/year")).json.cells as Record<
        string,
        string
      >;
      const refused = await manager("POST", "/api/imports?table=visit", csv, CSV);
      assert.ok((refused.json.problems as { code: string }[]).some(({ code }) => code === "missing-column"));
      const dry = await manager("POST", "/api/imports?table=visit&absent=keep", csv, CSV);
      assert.deepEqual(dry.json.problems, []);
      assert.deepEqual(
        (dry.json.changes as { key: string; field: string; was: string; becomes: string }[]).map(
          ({ key, field, was, becomes }) => [key, field, was, becomes],
        ),
        [
          ["year", "pain_nrs", "not applicable", "2"],
          ["half-year", "pain_nrs", "", "1"],
        ],
      );
      const commit = (plan: unknown) =>
        manager("POST", `/api/imports?table=visit&absent=keep&commit=yes&plan=${plan}`, csv, {
          ...CSV,
          "x-reason": "pain%20read%20again",
        });
      await asRole(server.database, { role: "osteon_member", account: nurse.account, reason: "meanwhile" }, (session) =>
        sql`update chart.visit set pain_nrs = 9, pain_nrs_missing = null where visit = 'year'`.execute(session),
      );
      assert.equal((await commit(dry.json.plan)).status, 409, "what would change is not what was looked at");
      const again = await manager("POST", "/api/imports?table=visit&absent=keep", csv, CSV);
      assert.equal((await commit(again.json.plan)).status, 201);
      const now = (await manager("GET", "/api/centres/Aachen/charts/visit/year")).json.cells;
      assert.deepEqual(now, { ...before, pain_nrs: "2" });
    });

    test("a CSV of an earlier codebook keeps what the registry holds in the columns that came later", async () => {
      await asRole(server.database, { role: "osteon_member", account: nurse.account, reason: "measured" }, (session) =>
        sql`update chart.visit set height_cm = 141.5 where visit = 'year'`.execute(session),
      );
      const visit = tableNamed("visit");
      const first = visit.fields.filter((field) => sinceOf(field) === 1).map(({ name }) => name);
      const before = (await manager("GET", "/api/centres/Aachen/charts/visit/year")).json.cells as Record<
        string,
        string
      >;
      assert.equal(before.height_cm, "141.5");
      const cells = first.map((name) => (name === "pain_nrs" ? "3" : (before[name] ?? "")));
      const csv = Buffer.from(`${first.join(",")}\n${cells.join(",")}\n`);
      const dry = await manager("POST", "/api/imports?table=visit", csv, CSV);
      const changes = dry.json.changes as { field: string }[];
      assert.deepEqual(
        changes.map(({ field }) => field),
        ["pain_nrs"],
      );
      const done = await manager("POST", `/api/imports?table=visit&commit=yes&plan=${dry.json.plan}`, csv, {
        ...CSV,
        "x-reason": "an%20old%20file",
      });
      assert.equal(done.status, 201, done.text);
      const now = (await manager("GET", "/api/centres/Aachen/charts/visit/year")).json.cells;
      assert.deepEqual(now, { ...before, pain_nrs: "3" });
    });

    test("a dry run counts the rows that are refused apart from the others", async () => {
      const csv = Buffer.from("visit,patient,visited_on,pain_nrs\nnew-1,P-1,2011-02-03,11\nnew-2,P-1,2011-02-04,1\n");
      const dry = await manager("POST", "/api/imports?table=visit&absent=keep", csv, CSV);
      const visit = (dry.json.tables as { table: string }[]).find(({ table }) => table === "visit");
      assert.deepEqual(visit, {
        table: "visit",
        new: 1,
        changed: 0,
        unchanged: 0,
        rejected: 1,
        removed: 0,
        lacking: 8,
      });
    });
  });
}
