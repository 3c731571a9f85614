// What others notice while a hostile or a large file is read: `node apps/server/bench/hostile-files.ts [--engine server,embedded]`
import { parseArgs } from "node:util";
import { BOMBS, CSV } from "../../../tests/attack/hostile-files.ts";
import { runningServer } from "../tests/running-server.ts";

const { values } = parseArgs({ options: { engine: { type: "string", default: "server,embedded" } } });
const LARGE = "a sound CSV of 100,000 visits";

/** A table of visits that is large and right in form. */
const manyVisits = (): Uint8Array =>
  Buffer.from(
    `visit,patient,visited_on\n${Array.from({ length: 100_000 }, (_, n) => `V${n},P${n % 5000},2014-01-01\n`).join("")}`,
  );

console.log(
  "| engine | file | seconds to its answer | status | another person's longest answer, ms | memory at most, MB |",
);
console.log("| --- | --- | ---: | ---: | ---: | ---: |");
for (const engine of values.engine.split(",") as ("server" | "embedded")[]) {
  const server = await runningServer(engine);
  const manager = await server.person("manager", "data_manager", "Ulm");
  const other = await server.person("other", "investigator", "Dresden");
  for (const [what, bytes, type] of [...BOMBS, [LARGE, manyVisits, CSV] as const]) {
    const body = bytes();
    const begin = performance.now();
    let seconds = 0;
    const sent = manager("POST", `/api/imports${type === CSV ? "?table=visit&absent=keep" : ""}`, body, type);
    const read = sent.finally(() => {
      seconds = (performance.now() - begin) / 1000;
    });
    let longest = 0;
    let memory = 0;
    while (seconds === 0) {
      const asked = performance.now();
      await other("GET", "/api/patients");
      longest = Math.max(longest, performance.now() - asked);
      memory = Math.max(memory, process.memoryUsage.rss());
    }
    const { status } = await read;
    console.log(
      `| ${engine} | ${what} | ${seconds.toFixed(1)} | ${status} | ${longest.toFixed(0)} | ${(memory / 1e6).toFixed(0)} |`,
    );
  }
  await server.end();
}
process.exit(0);
