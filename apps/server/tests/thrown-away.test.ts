import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { sweepThrownAway } from "../src/runs/thrown-away.ts";
import { type Client, type RunningServer, runningServer, shelfWith } from "./running-server.ts";

const WHY = { "x-reason": "made twice" };

describe("the folder of a run that was thrown away", () => {
  let server: RunningServer;
  let statistician: Client;
  let runs = "";
  /** Behind a run that lasts nothing is taken away: as if the server ended there. */
  const { promise: lasting, resolve: end } = Promise.withResolvers<void>();

  before(async () => {
    runs = await mkdtemp(join(tmpdir(), "osteon-thrown-"));
    server = await runningServer("server", {
      shelf: shelfWith("alone", "shared", "lasting"),
      runner: async ({ protocol: { id } }) => {
        if (id === "lasting") await lasting;
        const folder = join(runs, id);
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, "results.json"), "{}");
        return { ok: true, folder, freezeHash: "f0" };
      },
    });
    statistician = await server.person("statistician", "statistician", "Aachen");
  });
  after(async () => {
    end();
    await server.end();
    await rm(runs, { recursive: true, force: true });
  });

  const begun = async (study: string) => String((await statistician("POST", "/api/runs", { study })).json.run);
  async function finished(study: string): Promise<string> {
    const run = await begun(study);
    while ((await statistician("GET", `/api/runs/${run}`)).json.state !== "done");
    return run;
  }

  test("stays where the server ends before it is gone, and goes at the next start; one in which others lie stays", async () => {
    const alone = await finished("alone");
    const [one, other] = [await finished("shared"), await finished("shared")];
    const again = await finished("alone");
    await begun("lasting");
    for (const run of [alone, again, one])
      assert.equal((await statistician("DELETE", `/api/runs/${run}`, undefined, WHY)).status, 204);
    assert.deepEqual((await readdir(runs)).sort(), ["alone", "shared"]);
    await mkdir(join(runs, "of-another-registry"));

    await sweepThrownAway(server.database, runs);
    assert.deepEqual((await readdir(runs)).sort(), ["of-another-registry", "shared"]);
    assert.deepEqual(await readdir(join(runs, "shared")), ["results.json"]);
    assert.equal((await statistician("GET", `/api/runs/${other}/results.json`)).text, "{}");
    await sweepThrownAway(server.database, join(runs, "nowhere"));
  });
});
