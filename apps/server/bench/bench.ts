// Speed of the registry: `npm run bench -w apps/server -- [--patients 100000] [--laboratory 1000000] [--seconds 5] [--out FILE]`
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tableNamed } from "@osteon/codebook";
import { asRole, saveRow } from "@osteon/registry";
import { sql } from "kysely";
import { runningServer } from "../tests/running-server.ts";
import { importAgainstCopy } from "./import-against-copy.ts";
import { centreOf, inventCharts, patientOf } from "./invented-registry.ts";
import { type Latency, loaded, timed } from "./measure.ts";

const { values } = parseArgs({
  options: {
    patients: { type: "string", default: "100000" },
    laboratory: { type: "string", default: "1000000" },
    seconds: { type: "string", default: "5" },
    out: { type: "string" },
    engine: { type: "string", default: "server,embedded" },
  },
});
const patients = Number(values.patients);
const seconds = Number(values.seconds);
const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const row = (name: string, clients: number | string, { perSecond, p50, p95, p99 }: Latency): void =>
  say(`| ${name} | ${clients} | ${perSecond.toFixed(0)} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${p99.toFixed(2)} |`);

say(
  "# How fast the registry is\n\nWritten by `npm run bench -w apps/server`; a shared machine of 2 cores: ratios within one run tell more than milliseconds.",
);
for (const engine of values.engine.split(",") as ("server" | "embedded")[]) {
  const server = await runningServer(engine);
  const { database, address } = server;
  const began = performance.now();
  await inventCharts(database, patients, () => {});
  say(
    `\n## ${engine === "server" ? "PostgreSQL" : "PGlite, embedded"}: ${patients} children with six visits each\n\nEntered in ${((performance.now() - began) / 1000).toFixed(0)} s, every row with its entry in the audit trail.\n`,
  );
  const nurse = await server.person("bench-nurse", "investigator", centreOf(0));
  const own = (turn: number): number => ((turn * 7919) % Math.floor(patients / 20)) * 20;
  say("| request | clients | per second | p50 ms | p95 ms | p99 ms |\n| --- | ---: | ---: | ---: | ---: | ---: |");
  let turn = 0;
  const visit = () =>
    JSON.stringify({
      cells: { patient: patientOf(own(turn++)), visited_on: "2014-01-01", pain_nrs: "3", weight_kg: "31" },
      status: "complete",
    });
  for (const clients of [1, 8, 64]) {
    const load = (next: Parameters<typeof loaded>[0]["next"]) =>
      loaded({ address, cookie: nurse.cookie, clients, seconds, next });
    row(
      "patient page",
      clients,
      await load(() => ({
        path: `/api/centres/${encodeURIComponent(centreOf(0))}/patients/${patientOf(own(turn++))}`,
      })),
    );
    row(
      "patient list, filtered",
      clients,
      await load(() => ({ path: `/api/patients?cohort=cno&from=2009-06-01&begins=B-00${turn++ % 10}&limit=50` })),
    );
    row(
      "saving a visit",
      clients,
      await load(() => ({
        method: "POST",
        path: `/api/centres/${encodeURIComponent(centreOf(0))}/charts/visit`,
        body: visit(),
      })),
    );
    row("dashboard", clients, await load(() => ({ path: "/api/dashboard" })));
  }
  await database.script("create schema if not exists bench; create table if not exists bench.bare (n int)");
  const bare = await timed(1, seconds, (n) => sql`insert into bench.bare values (${n})`.execute(database.kysely));
  const save = await timed(1, seconds, () =>
    asRole(database, { role: "osteon_member", account: nurse.account }, (session) =>
      saveRow(session, {
        table: tableNamed("visit"),
        cells: { patient: patientOf(own(turn++)), visited_on: "2014-01-01", pain_nrs: "3" },
        centre: centreOf(0),
        status: "complete",
        version: 0,
      }),
    ),
  );
  row("one bare commit, no HTTP", 1, bare);
  row("saving a visit, no HTTP", 1, save);
  say(
    `\nSaving a visit costs ${(save.p50 / bare.p50).toFixed(1)} times one bare commit that is forced to the disk (goal: 3).`,
  );
  if (engine === "server" && Number(values.laboratory) > 0) {
    const rows = Number(values.laboratory);
    const { copy, plan, apply } = await importAgainstCopy(database, server.place, rows, patients);
    say(
      `\nImport of ${rows} laboratory rows: COPY alone into a bare table ${copy.toFixed(1)} s; compared and checked ${plan.toFixed(1)} s, written with checks, references and trail ${apply.toFixed(1)} s: ${((plan + apply) / copy).toFixed(1)} times COPY (goal: 3).`,
    );
  }
  say(`\nMemory of the process at the end: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB.`);
  await server.end();
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
process.exit(0);
