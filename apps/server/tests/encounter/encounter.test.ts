import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { EncounterConflict, Row, SavedEncounter, SentEncounter, ToldEncounter, WhatStands } from "@osteon/api";
import { applyImport, asRole, planImport, undoBatch } from "@osteon/registry";
import { sql } from "kysely";
import { inventedChart } from "../../../../packages/registry/tests/invented-chart.ts";
import { type Client, type RunningServer, runningServer } from "../running-server.ts";
import { CENTRE, CHILD, cardIsThere, cardRequest, importChild, leavesTheCard } from "./visit-card.ts";

const AT = "/api/centres/Aachen/patients/P-A";

for (const engine of ["embedded", "server"] as const) {
  describe(`an encounter (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let doctor: Client;

    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      doctor = await server.person("doctor", "investigator", "Aachen");
      for (const [table, cells] of inventedChart("Aachen", "A")) {
        const { status, text } = await nurse("POST", `/api/centres/Aachen/charts/${table}`, {
          cells,
          status: "complete",
        });
        assert.equal(status, 201, text);
      }
    });
    after(() => server.end());

    const chart = async (who: Client = nurse, at = AT): Promise<readonly Row[]> =>
      (await who("GET", at)).json.rows as readonly Row[];
    const rowOf = async (table: string, key: string): Promise<Row> => {
      const row = (await chart()).find((one) => one.table === table && one.key === key);
      assert.ok(row, `${table} ${key}`);
      return row;
    };
    const enter = (body: SentEncounter, headers: Record<string, string> = {}, who = nurse) =>
      who("POST", `${AT}/encounters`, body, headers);

    /** A follow-up with a result, a dose that changes, an effect of the new one, and an examination with a new lesion. */
    const followUp = async (day: string): Promise<SentEncounter> => {
      const drug = await rowOf("treatment", "treatment-A");
      return {
        status: "complete",
        reason: "another drug",
        visit: { cells: { visited_on: day, weight_kg: "40.5", pain_nrs: "2" } },
        rows: [
          // Rows may stand before those that they name.
          { table: "lesion_observation", refers: { imaging: "mri", lesion: "femur" }, cells: { state: "new" } },
          {
            table: "laboratory",
            refers: { visit: "visit" },
            cells: { sampled_on: day, analyte: "crp", value: "1.5", unit: "mg/L" },
          },
          {
            table: "treatment",
            key: drug.key,
            version: drug.version,
            cells: { ...drug.cells, stopped_on: day, stop_reason: "inefficacy" },
          },
          { table: "adverse_effect", refers: { treatment: "second" }, cells: { noticed_on: day, effect: "fever" } },
          {
            table: "treatment",
            name: "second",
            cells: {
              drug: "naproxen",
              drug_class: "nsaid",
              dose: "10",
              dose_unit: "mg/kg/d",
              started_on: day,
              stopped_on: "not applicable",
            },
          },
          { table: "imaging", name: "mri", cells: { imaged_on: day, modality: "whole_body_mri" } },
          { table: "lesion", name: "femur", cells: { bone: "femur", side: "left", part: "metaphysis" } },
          {
            table: "lesion_observation",
            refers: { imaging: "mri" },
            cells: { lesion: "lesion-A", state: "remaining" },
          },
        ],
      };
    };

    test("leaves every row in one transaction, each naming the numbers that the others got, and is written once", async () => {
      const body = await followUp("2012-06-01");
      const key = { "idempotency-key": crypto.randomUUID() };
      const first = await enter(body, key);
      assert.equal(first.status, 201, first.text);
      const count = (await chart()).length;
      const again = await enter(body, key);
      assert.equal(again.text, first.text);
      assert.equal((await chart()).length, count);
      const { visit, rows } = first.json as unknown as SavedEncounter;
      const [seen, result, stopped, effect, begun, mri, femur, remaining] = rows;
      assert.equal(visit.cells.visited_on, "2012-06-01");
      assert.equal(result?.cells.visit, visit.key);
      assert.deepEqual([stopped?.key, stopped?.cells.stop_reason, stopped?.version], ["treatment-A", "inefficacy", 2]);
      assert.equal(effect?.cells.treatment, begun?.key);
      assert.deepEqual([seen?.cells.imaging, seen?.cells.lesion], [mri?.key, femur?.key]);
      assert.deepEqual([remaining?.cells.imaging, remaining?.cells.lesion], [mri?.key, "lesion-A"]);
      const own = [visit, ...rows].map(({ table, key: number }) => [`chart.${table}`, number]);
      const { rows: written } = await asRole(server.database, { role: "osteon_keeper", account: "check" }, (session) =>
        sql<{ actor: string; n: string }>`select actor, count(*) as n from audit.entry
          where (entity, row_key) in (${sql.join(own.map(([entity, number]) => sql`(${entity}, ${number})`))}) and at > (
            select max(at) from audit.entry where entity = 'chart.relapse') group by 1`.execute(session),
      );
      assert.deepEqual(
        written.map(({ actor, n }) => [actor, Number(n)]),
        [[nurse.account, 9]],
      );
    });

    test("moves the last contact in the same write, and back when the visit is dated anew; what was stated holds", async () => {
      const contact = async () => (await rowOf("patient", "P-A")).cells.last_contact_on;
      const made = (await enter({ status: "complete", visit: { cells: { visited_on: "2013-04-01" } }, rows: [] }))
        .json as unknown as SavedEncounter;
      assert.equal(await contact(), "2013-04-01");
      assert.deepEqual(made.queries, []);
      const earlier = await nurse("PUT", `${AT}/encounters/${made.visit.key}`, {
        status: "complete",
        reason: "misread",
        visit: { version: 1, cells: { visited_on: "2011-04-01" } },
        rows: [],
      });
      assert.equal(earlier.status, 200, earlier.text);
      assert.equal(await contact(), "2012-06-01", "the latest that is left");
      await enter({ status: "draft", visit: { cells: { visited_on: "2013-05-01" } }, rows: [] });
      assert.equal(await contact(), "2012-06-01", "a draft moves nothing");
    });

    test("one problem, and nothing of it is there; each is told at its row", async () => {
      const count = (await chart()).length;
      const body = await followUp("2012-07-01");
      const wrong = await enter({
        ...body,
        visit: { cells: { visited_on: "2012-07-01", pain_nrs: "12" } },
        rows: [...body.rows, { table: "laboratory", cells: { sampled_on: "2012-07-01", analyte: "esr", value: "3" } }],
      });
      assert.equal(wrong.status, 422, wrong.text);
      const refused = (wrong.json.problems as { at: unknown; code: string; severity: string }[]).filter(
        ({ severity }) => severity === "refused",
      );
      assert.deepEqual(
        refused.map(({ at, code }) => [at, code]),
        [
          ["visit", "impossible-value"],
          [8, "required-with"],
        ],
      );
      assert.equal((await chart()).length, count);
      assert.equal((await enter({ ...body, reason: "" })).status, 422, "a complete row is changed only with a reason");
      assert.equal((await chart()).length, count);
      const draft = await enter({
        status: "draft",
        visit: { cells: { visited_on: "2012-07", pain_nrs: "12" } },
        rows: [],
      });
      assert.equal(draft.status, 201, draft.text);
    });

    test("two people, one encounter each: the second is told every field of every row, and nothing is overwritten", async () => {
      const made = (
        await enter({
          status: "complete",
          visit: { cells: { visited_on: "2012-08-01", pain_nrs: "3", chaq: "1" } },
          rows: [
            {
              table: "laboratory",
              refers: { visit: "visit" },
              cells: { sampled_on: "2012-08-01", analyte: "crp", value: "4", unit: "mg/L" },
            },
          ],
        })
      ).json as unknown as SavedEncounter;
      const [result] = made.rows;
      const save = (who: Client, pain: string, value: string, more: SentEncounter["rows"] = []) =>
        who("PUT", `${AT}/encounters/${made.visit.key}`, {
          status: "complete",
          reason: "reread",
          visit: { version: 1, cells: { visited_on: "2012-08-01", pain_nrs: pain, chaq: "1" } },
          rows: [{ table: "laboratory", key: result?.key, version: 1, cells: { ...result?.cells, value } }, ...more],
        });
      assert.equal((await save(nurse, "4", "5")).status, 200);
      const count = (await chart()).length;
      const late = await save(doctor, "6", "7", [
        {
          table: "laboratory",
          refers: { visit: "visit" },
          cells: { sampled_on: "2012-08-01", analyte: "esr", value: "7", unit: "mm/h" },
        },
      ]);
      assert.equal(late.status, 409, late.text);
      const { conflicts = [] } = late.json as unknown as EncounterConflict;
      assert.deepEqual(
        conflicts.map(({ at, differences }) => [at, differences]),
        [
          ["visit", [{ field: "pain_nrs", yours: "6", theirs: "4" }]],
          [0, [{ field: "value", yours: "7", theirs: "5" }]],
        ],
      );
      assert.equal((await chart()).length, count, "not even the row that nobody else wrote");
      const same = await save(doctor, "4", "5");
      assert.equal(same.status, 200, "what stands already is no conflict");
      assert.equal((same.json as unknown as SavedEncounter).visit.version, 2, "and is not written");
      const both = await Promise.all(
        ["2", "1"].map((pain, n) =>
          (n === 0 ? nurse : doctor)("PUT", `${AT}/encounters/${made.visit.key}`, {
            status: "complete",
            reason: "reread",
            rows: [],
            visit: { version: 2, cells: { visited_on: "2012-08-01", pain_nrs: pain, chaq: "1" } },
          }),
        ),
      );
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    });

    test("names only rows of this child, and is nobody's who may not write", async () => {
      const other = { status: "complete", visit: { cells: { visited_on: "2012-09-01" } } } as const;
      const strange = await enter({
        ...other,
        rows: [{ table: "treatment", key: "treatment-Z", version: 1, cells: {} }],
      });
      assert.deepEqual([strange.status, (strange.json.problems as { code: string }[])[0]?.code], [422, "no-such-row"]);
      const unnamed = await enter({
        ...other,
        rows: [{ table: "lesion_observation", refers: { imaging: "mri" }, cells: { state: "new" } }],
      });
      assert.equal(unnamed.status, 422);
      const unread = await enter({ ...other, rows: [{ table: "treatment", key: "treatment-A", cells: {} }] });
      assert.equal(unread.status, 428);
      const monitor = await server.person(`monitor-${engine}`, "monitor", "Aachen");
      assert.equal((await enter({ ...other, rows: [] }, {}, monitor)).status, 403);
      const foreigner = await server.person(`foreign-${engine}`, "study_nurse", "Berlin");
      assert.equal((await enter({ ...other, rows: [] }, {}, foreigner)).status, 404);
    });

    test("what stands before a visit: last values of complete rows, never a draft's, drugs per kilogram, lesions, limits", async () => {
      const at = `/api/centres/Aachen/patients/P-B`;
      for (const [table, cells] of inventedChart("Aachen", "B"))
        await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
      await nurse("POST", `${at}/encounters`, {
        status: "draft",
        visit: { cells: { visited_on: "2009-12-01", temperature_cel: "366", weight_kg: "99" } },
        rows: [
          {
            table: "laboratory",
            refers: { visit: "visit" },
            cells: { sampled_on: "2009-12-01", analyte: "crp", value: "88" },
          },
        ],
      });
      const drug = { drug: "ibuprofen", drug_class: "nsaid", dose: "630", dose_unit: "mg/d", started_on: "2009-06-01" };
      await nurse("POST", "/api/centres/Aachen/charts/treatment", {
        cells: { ...drug, patient: "P-B" },
        status: "complete",
      });
      const { status, json, text } = await nurse("GET", `${at}/encounters?on=2010-01-15`);
      assert.equal(status, 200, text);
      const told = json as unknown as WhatStands;
      assert.equal(told.before?.key, "visit-B");
      assert.deepEqual(
        [told.fields.temperature_cel?.value, told.fields.weight_kg],
        ["37.2", { value: "31.5", on: "2009-05-17", visit: "visit-B" }],
      );
      assert.equal(told.fields.redness, undefined, "not done is no value");
      assert.deepEqual(
        told.results.map(({ key }) => key),
        ["laboratory-B"],
      );
      // 630 mg a day at 31.5 kg are 20 mg per kilogram.
      assert.deepEqual(
        told.drugs.map(({ row, perKg, total, lacks }) => [row.cells.drug, perKg, total, lacks]),
        [
          ["pamidronate", null, null, "dose"],
          ["ibuprofen", "20 mg/kg/d", "630 mg/d", null],
        ],
      );
      assert.deepEqual(
        told.lesions.map(({ last, asBefore }) => [last?.state, last?.imagedOn, asBefore]),
        [["active", "2009-05-17", "active"]],
      );
      const crp = told.analytes.find(({ analyte }) => analyte === "crp");
      assert.deepEqual([crp?.unit, crp?.upperLimit, crp?.from, crp?.isUsual], ["mg/dL", "0.5", "child", true]);
      assert.equal(told.lastContact, "2012-03-01");
      const own = (await nurse("GET", `${at}/encounters/visit-B`)).json as unknown as ToldEncounter;
      assert.equal(own.before, null, "nothing stood before the first visit");
      assert.deepEqual(own.rows.map(({ table }) => table).sort(), [
        "imaging",
        "laboratory",
        "lesion_observation",
        "visit",
      ]);
      assert.equal((await nurse("GET", `${at}/encounters/visit-A`)).status, 404);
    });

    test("an import states the last contact, and is undone although a visit moved it since", async () => {
      const manager = await server.person(`states-${engine}`, "data_manager", "Aachen");
      for (const [table, cells] of inventedChart("Aachen", "C"))
        await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
      const at = "/api/centres/Aachen/patients/P-C";
      const contact = async () =>
        (await chart(nurse, at)).find(({ table }) => table === "patient")?.cells.last_contact_on;
      const [patient] = (await chart(nurse, at)).filter(({ table }) => table === "patient");
      const charts = [
        {
          name: "patient",
          file: "patient.csv",
          rows: [{ row: 2, cells: { ...patient?.cells, last_contact_on: "2012-05-01" } }],
        },
      ];
      const claims = { role: "osteon_member", account: manager.account, reason: "import" } as const;
      await asRole(server.database, { ...claims, batch: "states" }, async (session) =>
        applyImport(session, await planImport(session, charts), { batch: "states", source: "test" }),
      );
      assert.equal(await contact(), "2012-05-01");
      await nurse("POST", `${at}/encounters`, {
        status: "complete",
        visit: { cells: { visited_on: "2012-04-10" } },
        rows: [],
      });
      assert.equal(await contact(), "2012-05-01", "what was stated is later");
      await nurse("POST", `${at}/encounters`, {
        status: "complete",
        visit: { cells: { visited_on: "2012-06-10" } },
        rows: [],
      });
      assert.equal(await contact(), "2012-06-10");
      assert.equal(await asRole(server.database, claims, (session) => undoBatch(session, "Aachen", "states")), 1);
      assert.equal(await contact(), "2012-06-10", "the visit stands and counts");
      const { rows } = await asRole(server.database, claims, (session) =>
        sql<{
          stated: string;
        }>`select contact_stated_on::text as stated from chart.patient where patient = 'P-C'`.execute(session),
      );
      assert.deepEqual(rows, [{ stated: "2012-03-01" }]);
    });

    if (cardIsThere)
      test("the visit card as one request leaves exactly the rows that its truth says", async () => {
        const manager = await server.person("manager", "data_manager", CENTRE);
        const local = await server.person("local", "study_nurse", CENTRE);
        await importChild({ database: server.database }, manager.account);
        const at = `/api/centres/${CENTRE}/patients/${CHILD}`;
        const was = await chart(local, at);
        const saved = await local("POST", `${at}/encounters`, cardRequest(was));
        assert.equal(saved.status, 201, saved.text);
        const moved = leavesTheCard(was, await chart(local, at));
        const { visit, queries } = saved.json as unknown as SavedEncounter;
        assert.ok(moved.filter(({ table }) => table === "laboratory").every(({ cells }) => cells.visit === visit.key));
        assert.deepEqual(
          queries.filter(({ code }) => code === "after-last-contact"),
          [],
        );
      });
  });
}
