import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

/** Requests of each round; `npm run test:soak` sends an hour's worth of a busy centre. */
const ROUND = process.env.OSTEON_SOAK === undefined ? 240 : 12_000;

let server: RunningServer;
let nurse: Client;
before(async () => {
  server = await runningServer("server");
  nurse = await server.person("nurse", "study_nurse", "Aachen");
  for (const [table, cells] of inventedChart("Aachen", "A"))
    await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
});
after(() => server.end());

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

test("the server's memory is flat: what requests leave behind does not grow with their number", {
  timeout: 3_600_000,
}, async () => {
  const heaps: number[] = [];
  for (let round = 0; round < 6; round++) {
    for (let n = 0; n < ROUND; n += 8) {
      await Promise.all(
        Array.from({ length: 8 }, (_, place) =>
          place === 0
            ? nurse("POST", "/api/centres/Aachen/charts/culture", {
                cells: { patient: "P-A", sampled_on: "2010-01-01" },
                status: "draft",
              })
            : nurse("GET", place % 2 === 0 ? "/api/patients" : "/api/centres/Aachen/charts/visit/visit-A"),
        ),
      );
    }
    (server.log as string[]).length = 0;
    collect();
    heaps.push(process.memoryUsage().heapUsed / 1e6);
  }
  const [, settled = 0, , , , last = 0] = heaps;
  console.log(`heap after each ${ROUND} requests, MB: ${heaps.map((one) => one.toFixed(1)).join(", ")}`);
  assert.ok(last - settled < 8, "four more rounds leave less than 8 MB behind");
});
