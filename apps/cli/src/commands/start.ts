import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { appoint, type Database, hasCharts, hasPasswords, isAdministrator } from "@osteon/registry";
import { EXIT, newestRun, readStudy, reportInput, runInto, SHOWN_STUDY } from "@osteon/run";
import type { Door } from "@osteon/server";
import { loadCohort, serveRegistry } from "@osteon/server";
import type { Command } from "commander";
import { headlineText } from "../headline-text.ts";
import { progressBar } from "../terminal/progress.ts";
import { bold, cyan, dim, onWebBuild, say, sayNotice } from "../terminal/say.ts";
import { showProblems } from "../terminal/show-problems.ts";
import { portNumber } from "./port-number.ts";

interface Options {
  readonly once?: true;
  readonly port: number;
  readonly out: string;
  readonly data: string;
  readonly keys: string;
}

const ADMINISTRATOR = "admin@osteon.localhost";
/** The centre of the invented cohort. */
const INVENTED_CENTRE = "Dresden";

/** `osteon start`: run the Dresden study, load its charts into a registry, serve the registry and the report. */
export function addStart(program: Command, finish: (code: number) => void): void {
  program
    .command("start")
    .description("run the Dresden study on its synthetic cohort, load its charts into the registry, serve both")
    .option("--once", "end after writing the report; no registry is opened")
    .option("--port <number>", "port of the registry and the report; 0 takes any free one", portNumber, 4117)
    .option("--out <folder>", "folder of the run, replaced each time", `out/${SHOWN_STUDY}`)
    .option("--data <folder>", "folder of the embedded engine; DATABASE_URL names a PostgreSQL server instead", "data")
    .option("--keys <folder>", "folder of the keys, made at the first start", "data.keys")
    .action(async (options: Options) => {
      const study = await readStudy(SHOWN_STUDY);
      const out = resolve(options.out);
      await mkdir(dirname(out), { recursive: true });
      const outcome = await newestRun(out, () => runInto(study, study.cohort, out, { bars: progressBar }));
      if (!outcome.ok) {
        showProblems(outcome.problems, false);
        return finish(EXIT.problems);
      }
      say(bold(study.protocol.title));
      sayNotice(outcome.run.results.inputs.notice);
      say(headlineText(reportInput(study, outcome.run.results)));
      say(`\n  Everything the run wrote is in ${options.out}`);
      if (options.once === true) return;
      await serveAll(options, join(out, "report"), study.cohort);
    });
}

async function serveAll({ data, keys, port }: Options, report: string, cohort: string): Promise<void> {
  let link: string | undefined;
  const prepare = async (database: Database, door: Door): Promise<void> => {
    if (await hasPasswords(database)) return;
    const { account, path } = await door.invite(ADMINISTRATOR, "Administrator");
    link = path;
    if (!(await isAdministrator(database, account))) await appoint(database, account, "administrator", null);
    if (await hasCharts(database)) return;
    await loadCohort(database, account, cohort, progressBar);
    // The children are invented: whoever opens the link may try everything, as an investigator and a data manager would.
    for (const role of ["investigator", "data_manager"]) await appoint(database, account, role, INVENTED_CENTRE);
  };
  const place = { data: resolve(data), keys: resolve(keys), runs: "out/runs", host: "127.0.0.1" };
  const { address } = await serveRegistry({
    ...place,
    port: await portOr(port),
    openReport: report,
    log: false,
    prepare,
    onWebBuild,
  });
  say(`  ${bold("Report:")}    ${cyan(`${address}/report/`)}`);
  say(`  ${bold("Registry:")}  ${cyan(`${address}/`)}   ${dim("its interface: /api/openapi.json")}`);
  if (link !== undefined)
    say(`  ${bold("Administrator, once:")} ${cyan(`${address}${link}`)}   ${dim(`then sign in as ${ADMINISTRATOR}`)}`);
  say(`\n  ${dim("Ctrl+C ends it.")}`);
}

/** The port, or any free one where it is taken. */
async function portOr(port: number): Promise<number> {
  const { createServer } = await import("node:net");
  return await new Promise((found) => {
    const probe = createServer().once("error", () => found(0));
    probe.listen(port, "127.0.0.1", () => probe.close(() => found(port)));
  });
}
