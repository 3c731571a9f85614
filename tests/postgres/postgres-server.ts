import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A PostgreSQL server of our own, on a free port, gone with everything in it once it is stopped. */
export interface PostgresServer {
  /**
   * A new database, owned by a login that is no superuser; its address for `DATABASE_URL`. It copies the one that it is to be
   * like, where a run of several files has made that; elsewhere it is empty.
   */
  newDatabase(like?: Like, name?: string): Promise<string>;
  /** Whether a database is there to be copied. */
  has(like: keyof typeof COPIED): Promise<boolean>;
  /** Keeps a database that nobody uses any more for others to be like; the first of its kind is kept. */
  keep(address: string, like: keyof typeof COPIED): Promise<void>;
  /** Ends at once, as in a power cut, and starts again on the same files. */
  restart(how?: "immediate" | "fast"): Promise<void>;
  stop(): Promise<void>;
}

/** A database that has taken every migration, to be copied. */
export const MIGRATED_DATABASE = "osteon_migrated";
/** What is copied, by what it holds. */
const COPIED = { migrated: MIGRATED_DATABASE, cohort: "osteon_sample_cohort" } as const;
export type Like = "empty" | keyof typeof COPIED;
/** What a test ends is the server and never the machine, so that the disk need not be waited for: the kernel keeps what was written. */
const UNFORCED = ["fsync=off", "full_page_writes=off"];
const OWNER = "osteon_owner";
/** Where the run of all tests has started a server for everyone. */
const SHARED = "OSTEON_TEST_POSTGRES";

/** The server that this run of the tests shares, or one of our own. */
export async function postgresServer(): Promise<PostgresServer> {
  const shared = process.env[SHARED];
  if (shared === undefined) return await startPostgres();
  return {
    ...databasesOf(Number(shared)),
    restart: notShared,
    stop: async () => {},
  };
}

/** Whether files share a server, and with it what one of them kept. */
export const isShared = (): boolean => process.env[SHARED] !== undefined;

/** Lets the processes started after this share a server. */
export function share(port: number): void {
  process.env[SHARED] = String(port);
}

const notShared = async (): Promise<never> => {
  throw new Error("a shared server is not restarted: call startPostgres");
};

/** Starts a server, its files within a folder; installs PostgreSQL by apt where it is missing and may be. */
export async function startPostgres(within = tmpdir()): Promise<PostgresServer & { readonly port: number }> {
  const programs = installedPrograms() ?? installed();
  const folder = mkdtempSync(join(within, "osteon-postgres-"));
  const user = asUser(folder);
  const files = join(folder, "files");
  const initdb = [
    "-D",
    files,
    "-A",
    "trust",
    "-U",
    "postgres",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-instructions",
    "--no-sync",
  ];
  execFileSync(join(programs, "initdb"), initdb, { ...user, stdio: "ignore" });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "max_connections=200", ...UNFORCED].flatMap((one) => ["-c", one]);
  const options = ["-D", files, "-p", String(port), "-k", folder, ...settings];
  const begin = () => serve(join(programs, "postgres"), options, user, port);
  let server = await begin();
  await asSuperuser(port, `create role ${OWNER} login createrole`);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await ended;
  };
  return {
    port,
    ...databasesOf(port),
    restart: async (how = "immediate") => {
      await end(how === "immediate" ? "SIGQUIT" : "SIGINT");
      server = await begin();
    },
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function databasesOf(port: number): Pick<PostgresServer, "newDatabase" | "has" | "keep"> {
  return {
    newDatabase: async (like = "empty", name = `osteon_${randomUUID().replaceAll("-", "")}`) => {
      const copied = like !== "empty" && (await isThere(port, COPIED[like])) ? ` template ${COPIED[like]}` : "";
      await asSuperuser(port, `create database ${name} owner ${OWNER}${copied}`);
      return `postgres://${OWNER}@127.0.0.1:${port}/${name}`;
    },
    has: (like) => isThere(port, COPIED[like]),
    keep: async (address, like) => {
      const name = new URL(address).pathname.slice(1);
      await asSuperuser(port, `alter database ${name} rename to ${COPIED[like]}`).catch(async (error) => {
        if (!(await isThere(port, COPIED[like]))) throw error;
        await asSuperuser(port, `drop database ${name}`);
      });
    },
  };
}

async function isThere(port: number, name: string): Promise<boolean> {
  return (await asSuperuser(port, `select from pg_database where datname = '${name}'`)) === 1;
}

/** Answers with the number of rows. */
async function asSuperuser(port: number, statement: string): Promise<number | null> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rowCount;
}

async function serve(program: string, options: readonly string[], user: object, port: number) {
  const server = spawn(program, options, { ...user, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr?.on("data", (text) => {
    said = (said + text).slice(-2000);
  });
  process.once("exit", () => server.kill("SIGQUIT"));
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    try {
      await asSuperuser(port, "select 1");
      return server;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** PostgreSQL refuses to run as root. */
function asUser(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid = 65_534, gid = 65_534] = ["-u", "-g"].map((option) =>
    Number(spawnSync("id", [option, "postgres"], { encoding: "utf8" }).stdout || 65_534),
  );
  chownSync(folder, uid, gid);
  return { uid, gid };
}

const PLACES = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt"];

/** The folder of the newest PostgreSQL of version 15 or later. */
function installedPrograms(): string | undefined {
  const versions = PLACES.flatMap((place) =>
    existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [],
  );
  const number = (folder: string): number => Number(/(\d+)$/.exec(folder)?.[1] ?? 0);
  return versions
    .filter((folder) => number(folder) >= 15 && existsSync(join(folder, "bin", "initdb")))
    .sort((a, b) => number(b) - number(a))
    .map((folder) => join(folder, "bin"))[0];
}

function installed(): string {
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" } as const;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    execFileSync("apt-get", ["update", "-qq"], quiet);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], quiet);
  }
  const programs = installedPrograms();
  if (programs === undefined)
    throw new Error("These tests need PostgreSQL 15 or newer: install it (apt-get install postgresql).");
  return programs;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
