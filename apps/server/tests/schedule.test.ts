import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FIRST_PLAN, WINDOW_STATES } from "@osteon/codebook";
import { asRole, countWindows, dayOf, isoOf, listSchedules } from "@osteon/registry";
import fc from "fast-check";
import ICAL from "ical.js";
import { sql } from "kysely";
import { ENGINES_BELOW } from "../../../packages/registry/tests/both-engines.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

/** Months 3 and 6. */
const TIME_POINTS = FIRST_PLAN.slice(1, 3);
const STATES = ["alive", "dead", "lost", "opted_out"];
const CLASSES = ["nsaid", "steroid", "bisphosphonate"];
const iso = fc.integer({ min: dayOf("2019-01-01"), max: dayOf("2021-12-31") }).map(isoOf);
const child = fc.record({
  diagnosedOn: fc.option(iso, { freq: 8 }),
  status: fc.constantFrom(...STATES, null),
  lastContactOn: fc.option(iso),
  starts: fc.array(fc.tuple(fc.constantFrom(...CLASSES, null), fc.option(iso, { freq: 8 })), { maxLength: 4 }),
  visits: fc.array(fc.tuple(fc.option(iso, { freq: 8 }), fc.constantFrom("draft", "complete")), { maxLength: 6 }),
});

for (const engine of ENGINES_BELOW) {
  describe(`the schedule (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let monitor: Client;
    let admin: Client;
    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      monitor = await server.person("monitor", "monitor", "Berlin");
      admin = await server.person("admin", "administrator", null);
      const changed = await admin(
        "PUT",
        "/api/follow-up-plan",
        { points: TIME_POINTS, reason: "seen twice" },
        { "if-match": '"1"' },
      );
      assert.equal(changed.status, 200, changed.text);
      await enter("P,1;a", "2020-01-01", ["2020-04-02"]);
      await enter("P-2", "2020-01-01", []);
    });
    after(() => server.end());

    const enter = async (patient: string, diagnosedOn: string, visits: readonly string[]): Promise<void> => {
      const save = async (table: string, cells: Record<string, string>) => {
        const { status, text } = await nurse("POST", `/api/centres/Aachen/charts/${table}`, {
          cells,
          status: "complete",
        });
        assert.equal(status, 201, text);
      };
      await save("patient", {
        patient,
        cohort: "cno",
        consent: "given",
        born_on: "2010",
        diagnosed_on: diagnosedOn,
        last_contact_on: diagnosedOn,
        centre: "Aachen",
      });
      for (const visitedOn of visits) await save("visit", { patient, visited_on: visitedOn });
    };

    test("a page tells each child's windows, and is narrowed by state and time point", async () => {
      const { json } = await nurse("GET", "/api/schedule?asOf=2020-06-01");
      const patients = json.patients as { patient: string; windows: { timePoint: string; state: string }[] }[];
      assert.deepEqual(
        patients.map(({ patient, windows }) => [patient, ...windows.map(({ state }) => state)]),
        [
          ["P,1;a", "done", "due"],
          ["P-2", "late", "due"],
        ],
      );
      const found = async (query: string) =>
        ((await nurse("GET", `/api/schedule?asOf=2020-06-01&${query}`)).json.patients as typeof patients).map(
          ({ patient }) => patient,
        );
      assert.deepEqual(await found("state=late"), ["P-2"]);
      assert.deepEqual(await found("state=due&timePoint=month3"), []);
      assert.deepEqual(await found("state=due&timePoint=month6"), ["P,1;a", "P-2"]);
      assert.deepEqual(await found("centre=Berlin"), []);
      const first = await nurse("GET", "/api/schedule?asOf=2020-06-01&limit=1");
      assert.deepEqual((first.json.patients as typeof patients)[0]?.patient, "P,1;a");
      assert.deepEqual(await found(`limit=1&after=${first.json.next}`), ["P-2"]);
    });

    test("one child's schedule; another centre's child is not there, and administrators see none", async () => {
      const { json } = await nurse("GET", "/api/centres/Aachen/patients/P-2/schedule?asOf=2020-06-01");
      assert.deepEqual([json.patient, (json.windows as unknown[]).length], ["P-2", 2]);
      assert.equal((await monitor("GET", "/api/centres/Aachen/patients/P-2/schedule")).status, 404);
      assert.deepEqual((await monitor("GET", "/api/schedule")).json.patients, []);
      assert.deepEqual((await admin("GET", "/api/schedule/summary")).json.counts, []);
    });

    test("a day that is none, or far from any, is refused", async () => {
      for (const day of ["2020-02-30", "0000-01-01", "9999-01-01", "yesterday"])
        assert.equal((await nurse("GET", `/api/schedule?asOf=${day}`)).status, 400, day);
    });

    test("an independent reader finds the visits in the calendar; folded, escaped, its identifiers the same each time", async () => {
      const answer = await nurse("GET", "/api/schedule.ics?asOf=2020-06-01&language=de");
      assert.match(answer.headers.get("content-type") ?? "", /^text\/calendar/);
      assert.ok(answer.text.endsWith("END:VCALENDAR\r\n"));
      assert.doesNotMatch(answer.text.replaceAll("\r\n", ""), /[\r\n]/);
      for (const line of answer.text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
      const read = (text: string) =>
        new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
      const events = read(answer.text);
      assert.deepEqual(
        events.map(({ summary, location, startDate, endDate }) => [
          summary,
          location,
          startDate.toString(),
          endDate.toString(),
          startDate.isDate,
        ]),
        [
          ["P,1;a, Monat 6", "Aachen", "2020-07-02", "2020-07-03", true],
          ["Überfällig: P-2, Monat 3", "Aachen", "2020-04-01", "2020-04-02", true],
          ["P-2, Monat 6", "Aachen", "2020-07-02", "2020-07-03", true],
        ],
      );
      const again = read((await nurse("GET", "/api/schedule.ics?asOf=2020-06-02")).text);
      assert.deepEqual(
        again.map(({ uid }) => uid),
        events.map(({ uid }) => uid),
      );
      assert.equal(new Set(events.map(({ uid }) => uid)).size, 3);
      assert.equal(read((await monitor("GET", "/api/schedule.ics?asOf=2020-06-01")).text).length, 0);
      const noted = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
        sql`select 1 from audit.entry where action = 'export' and entity = 'schedule.ics'`.execute(session),
      );
      assert.equal(noted.rows.length, 3);
    });

    test("the rule in SQL counts what the rule in TypeScript says, on random charts", async () => {
      const member = { role: "osteon_member", account: nurse.account, reason: "tests" } as const;
      let told = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(child, { minLength: 1, maxLength: 12 }), iso, async (children, asOf) => {
          const undone = new Error("undone");
          await asRole(server.database, member, async (session) => {
            for (const [place, { diagnosedOn, status, lastContactOn, starts, visits }] of children.entries()) {
              const key = `R-${String(place).padStart(2, "0")}`;
              await sql`insert into chart.patient (patient, centre, diagnosed_on, status, last_contact_on)
                values (${key}, 'Aachen', ${diagnosedOn}, ${status}, ${lastContactOn})`.execute(session);
              for (const [n, [drugClass, startedOn]] of starts.entries())
                await sql`insert into chart.treatment (treatment, patient, centre, drug_class, started_on)
                  values (${`${key}-${n}`}, ${key}, 'Aachen', ${drugClass}, ${startedOn})`.execute(session);
              for (const [n, [visitedOn, row]] of visits.entries())
                await sql`insert into chart.visit (visit, patient, centre, visited_on, row_status)
                  values (${`${key}-${n}`}, ${key}, 'Aachen', ${visitedOn}, ${visitedOn === null ? "draft" : row})`.execute(
                  session,
                );
            }
            const listed = await listSchedules(session, TIME_POINTS, { asOf, limit: 100 });
            const counts: Record<string, number> = {};
            for (const { centre, windows } of listed)
              for (const { timePoint, state } of windows) {
                const cell = `${centre} ${timePoint} ${state}`;
                counts[cell] = (counts[cell] ?? 0) + 1;
                told += 1;
              }
            const bySql = (await countWindows(session, TIME_POINTS, asOf)).map(
              ({ centre, timePoint, state, windows }) => [`${centre} ${timePoint} ${state}`, windows] as const,
            );
            assert.deepEqual(Object.fromEntries(bySql), counts);
            for (const state of WINDOW_STATES) {
              const found = await listSchedules(session, TIME_POINTS, { asOf, states: [state], limit: 100 });
              const wanted = listed.filter(({ windows }) => windows.some((window) => window.state === state));
              assert.deepEqual(found, wanted);
            }
            throw undone;
          }).catch((error: unknown) => {
            if (error !== undone) throw error;
          });
        }),
        { numRuns: process.env.OSTEON_SOAK === undefined ? 60 : 200, seed: 4711 },
      );
      assert.ok(told > 500, `${told} windows compared`);
    });
  });
}
