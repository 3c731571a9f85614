import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { EncounterConflict, Row, SavedEncounter, SentEncounter } from "@osteon/api";
import { ENGINES_BELOW } from "../../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../../packages/registry/tests/invented-chart.ts";
import { type Client, type RunningServer, runningServer } from "../running-server.ts";

const AT = "/api/centres/Aachen/patients/P-A";

for (const engine of ENGINES_BELOW) {
  describe(`rows that an encounter takes back (${engine})`, () => {
    let server: RunningServer;
    let nurse: Client;
    let doctor: Client;

    before(async () => {
      server = await runningServer(engine);
      nurse = await server.person("nurse", "study_nurse", "Aachen");
      doctor = await server.person("doctor", "investigator", "Aachen");
      for (const [table, cells] of inventedChart("Aachen", "A")) {
        const made = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
        assert.equal(made.status, 201, made.text);
      }
    });
    after(() => server.end());

    const chart = async (): Promise<readonly Row[]> => (await nurse("GET", AT)).json.rows as readonly Row[];
    const enter = (body: SentEncounter) => nurse("POST", `${AT}/encounters`, body);

    test("go with the same save, in the version that was read, and none that another row still names", async () => {
      const day = "2012-08-20";
      const result = { sampled_on: day, analyte: "crp", unit: "mg/L" };
      const made = (
        await enter({
          status: "draft",
          visit: { cells: { visited_on: day } },
          rows: [
            { table: "laboratory", refers: { visit: "visit" }, cells: { ...result, value: "1" } },
            { table: "imaging", name: "mri", cells: { imaged_on: day, modality: "whole_body_mri" } },
            {
              table: "lesion_observation",
              refers: { imaging: "mri" },
              cells: { lesion: "lesion-A", state: "remaining" },
            },
          ],
        })
      ).json as unknown as SavedEncounter;
      const [crp, mri, seen] = made.rows;
      const remove = (rows: readonly (Row | undefined)[], version = 1) =>
        nurse("PUT", `${AT}/encounters/${made.visit.key}`, {
          status: "draft",
          visit: { version: made.visit.version, cells: { ...made.visit.cells, pain_nrs: "3" } },
          rows: [],
          removed: rows.map((row) => ({ table: row?.table, key: row?.key, version })),
        });
      const isThere = async (row: Row | undefined) =>
        (await chart()).some(({ table, key }) => table === row?.table && key === row?.key);
      const named = await remove([mri]);
      assert.deepEqual([named.status, (named.json.problems as { code: string }[])[0]?.code], [422, "no-such-row"]);
      const stale = await remove([crp], 7);
      assert.deepEqual(
        [stale.status, ((stale.json as unknown as EncounterConflict).conflicts ?? []).map(({ at }) => at)],
        [409, [0]],
      );
      assert.ok((await isThere(crp)) && (await isThere(mri)), "nothing went");
      const gone = await remove([crp, mri, seen]);
      assert.equal(gone.status, 200, gone.text);
      assert.deepEqual([await isThere(crp), await isThere(mri), await isThere(seen)], [false, false, false]);
      assert.equal((gone.json as unknown as SavedEncounter).visit.cells.pain_nrs, "3");
      // A complete row is the investigator's to take back, with a reason.
      const whole = (
        await enter({
          status: "complete",
          visit: { cells: { visited_on: "2012-08-21" } },
          rows: [
            {
              table: "laboratory",
              refers: { visit: "visit" },
              cells: { ...result, sampled_on: "2012-08-21", value: "1" },
            },
          ],
        })
      ).json as unknown as SavedEncounter;
      const [complete] = whole.rows;
      const takeBack = (who: Client) =>
        who("PUT", `${AT}/encounters/${whole.visit.key}`, {
          status: "complete",
          reason: "another child's",
          rows: [],
          removed: [{ table: "laboratory", key: complete?.key, version: 1 }],
        });
      assert.equal((await takeBack(nurse)).status, 403);
      assert.equal(await isThere(complete), true);
      assert.equal((await takeBack(doctor)).status, 200);
      assert.equal(await isThere(complete), false);
    });
  });
}
