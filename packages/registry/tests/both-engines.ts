import { cpSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { type Claims, type Database, migrate, openEmbedded, openServer, type Session, serveAs } from "@osteon/registry";
import { type Like, postgresServer } from "../../../tests/postgres/postgres-server.ts";
import { migratedFolder } from "./migrated-stores.ts";

export type Engine = Database["engine"];

/** A migrated, empty registry for the tests of one block, and sessions of its people. */
export interface Registry {
  readonly engine: Engine;
  readonly database: () => Database;
}

/**
 * The engines below most tests: PostgreSQL, and in `npm run test:soak` the embedded engine too. On both every time: the role of
 * the server, and what it keeps from people; a backup goes from one to the other and back.
 */
export const ENGINES_BELOW: readonly Engine[] =
  process.env.OSTEON_SOAK === undefined ? ["server"] : ["embedded", "server"];

/** Runs the same tests on the embedded engine and on a server, each with a registry of its own. */
export const onBothEngines = (title: string, tests: (registry: Registry) => void): void =>
  onEngines(["embedded", "server"], title, tests);

/** Runs tests of what is the same SQL on either engine. */
export const onEnginesBelow = (title: string, tests: (registry: Registry) => void): void =>
  onEngines(ENGINES_BELOW, title, tests);

function onEngines(engines: readonly Engine[], title: string, tests: (registry: Registry) => void): void {
  for (const engine of engines) {
    describe(`${title} (${engine})`, () => {
      let opened: Opened | undefined;
      before(async () => {
        opened = await openRegistry(engine);
      });
      after(async () => await opened?.end());
      tests({
        engine,
        database: () => {
          if (opened === undefined) throw new Error("the registry is not open yet");
          return opened.database;
        },
      });
    });
  }
}

export interface Opened {
  readonly database: Database;
  /** Where it is kept: a folder or an address. */
  readonly place: string;
  end(): Promise<void>;
}

/** A new registry with every migration taken, held by its owner, or by the role that serves it; on a server also like one that was kept. */
export async function openRegistry(
  engine: Engine,
  by: "owner" | "server" = "owner",
  like: Like = "migrated",
): Promise<Opened> {
  if (engine === "server") {
    const server = await postgresServer();
    const place = await server.newDatabase(like);
    const owner = await openServer(place);
    await migrate(owner);
    const database = by === "owner" ? owner : await serveAs(owner, { owner: place });
    const end = () => database.close().then(() => server.stop());
    return { database, place, end };
  }
  const place = await mkdtemp(join(tmpdir(), "osteon-registry-"));
  // All at once: one file after the other costs ten times as much.
  cpSync(await migratedFolder(), place, { recursive: true });
  const database = await openEmbedded(place);
  if (by === "server") await serveAs(database, { owner: place });
  const end = async () => {
    await database.close();
    rmSync(place, { recursive: true, force: true });
  };
  return { database, place, end };
}

/** The claims of a member. */
export const member = (account: string, more: Partial<Claims> = {}): Claims => ({
  role: "osteon_member",
  account,
  ...more,
});

/** The SQLSTATE that a piece of work ends with; `done` where it ends well. */
export async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    return String((error as { code?: unknown }).code ?? error);
  }
}

export type { Session };
