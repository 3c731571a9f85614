// What others notice while a hostile or a large file is read: `node apps/server/bench/hostile-files.ts [--engine server,embedded]`
import { parseArgs } from "node:util";
import { BOMBS, CSV } from "../../../tests/attack/hostile-files.ts";
import { serverApart } from "./server-apart.ts";

const { values } = parseArgs({ options: { engine: { type: "string", default: "server,embedded" } } });
const LARGE = "a sound CSV of 100,000 visits";
/** What is promised: bytes of the server's process, and milliseconds to anybody else's answer. */
const MOST_MEMORY = 1_000_000_000;
const LONGEST_WAIT = 1000;

/** A table of visits that is large and right in form. */
const manyVisits = (): Uint8Array =>
  Buffer.from(
    `visit,patient,visited_on\n${Array.from({ length: 100_000 }, (_, n) => `V${n},P${n % 5000},2014-01-01\n`).join("")}`,
  );

console.log(
  `| engine | file | seconds to its answer | status | another person's longest answer, ms | of ${LONGEST_WAIT} | memory of the server at most, MB | of ${MOST_MEMORY / 1e6} |`,
);
console.log("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;
let kept = true;
for (const engine of values.engine.split(",") as ("server" | "embedded")[]) {
  const server = await serverApart(engine);
  console.log(
    `| ${engine} | none yet | | | | | ${(server.peak() / 1e6).toFixed(0)} | ${share(server.peak(), MOST_MEMORY)} |`,
  );
  for (const [what, bytes, type] of [...BOMBS, [LARGE, manyVisits, CSV] as const]) {
    const body = bytes();
    server.beginPeak();
    const begin = performance.now();
    let seconds = 0;
    const read = server
      .manager("POST", `/api/imports${type === CSV ? "?table=visit&absent=keep" : ""}`, body, type)
      .finally(() => {
        seconds = (performance.now() - begin) / 1000;
      });
    let longest = 0;
    while (seconds === 0) {
      const asked = performance.now();
      await server.other("GET", "/api/patients");
      longest = Math.max(longest, performance.now() - asked);
    }
    const { status } = await read;
    const memory = server.peak();
    console.log(
      `| ${engine} | ${what} | ${seconds.toFixed(1)} | ${status} | ${longest.toFixed(0)} | ${share(longest, LONGEST_WAIT)} | ${(memory / 1e6).toFixed(0)} | ${share(memory, MOST_MEMORY)} |`,
    );
    kept &&= longest < LONGEST_WAIT && memory < MOST_MEMORY;
  }
  await server.end();
}
process.exit(kept ? 0 : 1);
