import { resolve } from "node:path";
import { appoint, type Database, hasCharts, hasPasswords, isAdministrator } from "@osteon/registry";
import { type Door, loadCohort, serveRegistry } from "@osteon/server";
import { progressBar } from "../terminal/progress.ts";
import { bold, cyan, dim, onWebBuild, say } from "../terminal/say.ts";

/** Where the demonstration is kept, and the port it is served at. */
export interface Served {
  readonly port: number;
  readonly data: string;
  readonly keys: string;
}

const ADMINISTRATOR = "admin@osteon.localhost";
/** The centre of the invented cohort. */
const INVENTED_CENTRE = "Dresden";

/** Serves a registry with the cohort and the report of a run; the cohort is loaded at the first start. */
export async function serveDemonstration({ data, keys, port }: Served, report: string, cohort: string): Promise<void> {
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
