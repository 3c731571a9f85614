import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Row, SentTogether } from "@osteon/api";
import { inventedChart } from "../../../../packages/registry/tests/invented-chart.ts";
import { type Client, type RunningServer, runningServer } from "../running-server.ts";

const AT = "/api/centres/Aachen/patients/P-A";

describe("a lesion and how an examination shows it", () => {
  let server: RunningServer;
  let nurse: Client;
  before(async () => {
    server = await runningServer("server");
    nurse = await server.person("nurse", "study_nurse", "Aachen");
    for (const [table, cells] of inventedChart("Aachen", "A")) {
      const made = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
      assert.equal(made.status, 201, made.text);
    }
  });
  after(() => server.end());

  const rowsOf = async (table: string): Promise<readonly Row[]> =>
    ((await nurse("GET", AT)).json.rows as readonly Row[]).filter((row) => row.table === table);
  const send = (body: SentTogether, key = crypto.randomUUID(), who = nurse) =>
    who("POST", `${AT}/rows`, body, { "idempotency-key": key });
  const lesion = async (state: string, bone = "tibia"): Promise<SentTogether> => {
    const [imaging] = await rowsOf("imaging");
    assert.ok(imaging);
    return {
      status: "complete",
      rows: [
        { table: "lesion", name: "lesion", cells: { bone, side: "left" } },
        { table: "lesion_observation", refers: { lesion: "lesion" }, cells: { imaging: imaging.key, state } },
      ],
    };
  };

  test("are written as one, and once however often they are sent under one key", async () => {
    const before = (await rowsOf("lesion")).length;
    const key = crypto.randomUUID();
    const body = await lesion("active");
    const first = await send(body, key);
    const again = await send(body, key);
    assert.deepEqual([first.status, again.status], [200, 200]);
    const [made, observation] = again.json.rows as readonly Row[];
    assert.deepEqual([made?.table, observation?.cells.lesion], ["lesion", made?.key]);
    assert.equal((await rowsOf("lesion")).length, before + 1);
  });

  test("or not at all: where one is refused the other is not there", async () => {
    const before = [await rowsOf("lesion"), await rowsOf("lesion_observation")];
    const refused = await send(await lesion("somewhat", "fibula"));
    assert.equal(refused.status, 422, refused.text);
    const told = refused.json.problems as readonly { at: unknown; where: { column: string } }[];
    assert.deepEqual(
      told.map(({ at, where }) => [at, where.column]),
      [[1, "state"]],
    );
    assert.deepEqual([await rowsOf("lesion"), await rowsOf("lesion_observation")], before);
  });

  test("by nobody of another centre, nor without the right to write", async () => {
    const body = await lesion("active");
    const stranger = await server.person("stranger", "study_nurse", "Bonn");
    const monitor = await server.person("mona", "monitor", "Aachen");
    assert.equal((await send(body, undefined, stranger)).status, 404);
    const before = (await rowsOf("lesion")).length;
    assert.equal((await send(body, undefined, monitor)).status, 403);
    assert.equal((await rowsOf("lesion")).length, before);
  });
});
