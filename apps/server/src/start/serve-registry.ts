import { join, resolve } from "node:path";
import { type Database, registryMark } from "@osteon/registry";
import { STUDIES, shelfOf } from "@osteon/run";
import { builtWeb } from "@osteon/web";
import { createApp } from "../http/create-app.ts";
import { courseOfChart } from "../runs/course-of-chart.ts";
import { readStudies } from "../runs/read-studies.ts";
import { runInWorker } from "../runs/run-in-worker.ts";
import { sweepThrownAway } from "../runs/thrown-away.ts";
import { toldBackOfChart } from "../runs/told-back.ts";
import type { Door } from "../sign-in/door.ts";
import { openDoor } from "../sign-in/open-door.ts";
import { clearCutRuns, REGISTRY } from "./clear-cut-runs.ts";
import { operatorCommands } from "./commands-here-or-there.ts";
import { openControl } from "./control-socket.ts";
import { failedStart } from "./failed-start.ts";
import { readKeys, refuseDamagedKeys } from "./keys.ts";
import { oidcOfEnvironment } from "./oidc.ts";
import { openRegistry } from "./open-registry.ts";

export interface ServeOptions {
  readonly data: string;
  readonly keys: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Where browsers reach the server, where a proxy stands before it. */
  readonly address?: string;
  /** Addresses of the proxies before it. */
  readonly proxies?: string;
  readonly runs: string;
  /** The folder of studies that may be run; those that come with Osteon without it. */
  readonly studies?: string;
  readonly openReport?: string;
  readonly log: boolean;
  /** Told where the web app has to be built first, which takes a while. */
  readonly onWebBuild?: () => void;
  /** What to do with the registry before the first request. */
  readonly prepare?: (database: Database, door: Door) => Promise<void>;
}

export interface Served {
  readonly address: string;
  readonly database: Database;
  readonly door: Door;
}

/**
 * Opens the registry, serves it, and ends gracefully at SIGTERM or Ctrl+C: requests under way are answered first. A start
 * that fails closes what it had opened, so that the process ends, and says why in one sentence.
 */
export async function serveRegistry(options: ServeOptions): Promise<Served> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.reverse()) await one();
  };
  try {
    const served = await serving(options, (one) => void opened.push(one));
    const end = (): void => void close().finally(() => process.exit(0));
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, end);
    return served;
  } catch (error) {
    await close();
    throw failedStart(error, options);
  }
}

async function serving(options: ServeOptions, opens: (close: () => Promise<unknown>) => void): Promise<Served> {
  // What ends a start is told first, before a registry is opened or made: damaged keys, a folder of studies that is not there.
  await refuseDamagedKeys(options.keys);
  const shelf = shelfOf(resolve(options.studies ?? STUDIES));
  shelf.list();
  const database = await openRegistry(options);
  opens(() => database.close());
  const keys = await readKeys(options.keys, database);
  // Registries that share a folder run in folders of their own: equal charts of two would lie in one, and go with either.
  // What lies beside these was run before there were such folders.
  const shared = resolve(options.runs);
  const runs = join(shared, `${REGISTRY}${await registryMark(database, options.data)}`);
  for (const folder of [shared, runs]) {
    await clearCutRuns(folder);
    await sweepThrownAway(database, folder);
  }
  const port = options.port === 0 ? await freePort(options.host) : options.port;
  const address = options.address ?? `http://${options.host === "0.0.0.0" ? "127.0.0.1" : options.host}:${port}`;
  const door = await openDoor(database, { secret: keys.secret, address, oidc: oidcOfEnvironment() });
  await options.prepare?.(database, door);
  const web = await builtWeb(options.onWebBuild ?? (() => {}));
  const app = await createApp({
    database,
    web,
    door,
    address,
    identityKeys: keys.identities,
    ...proxiesOf(options),
    courseOf: courseOfChart(),
    toldBackOf: toldBackOfChart(),
    // Set by tests and by who works on Osteon: an answer that tells more than its route fails instead of being cut.
    ...(process.env.OSTEON_ANSWERS === "strict" ? { answers: "strict" as const } : {}),
    shelf,
    studies: readStudies(),
    runner: runInWorker(runs),
    ...(options.openReport === undefined ? {} : { openReport: options.openReport }),
    ...(options.log ? { log: (line: string) => void process.stdout.write(line) } : {}),
  });
  opens(() => app.close());
  await app.listen({ host: options.host, port });
  if (database.engine === "embedded") {
    const control = await openControl(options.data, operatorCommands(database, door, address));
    opens(() => control.close());
  }
  return { address, database, door };
}

/** Whose word on the client's address is believed: a proxy's, where there is one. Nobody else can make up addresses. */
function proxiesOf({ proxies, address }: ServeOptions): { readonly proxies?: string } {
  if (proxies !== undefined) return { proxies };
  return address === undefined ? {} : { proxies: "loopback" };
}

async function freePort(host: string): Promise<number> {
  const { createServer } = await import("node:net");
  return await new Promise((found, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, host, () => {
      const place = probe.address();
      probe.close(() => found(typeof place === "object" && place !== null ? place.port : 0));
    });
  });
}
