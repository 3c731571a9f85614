import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeMigratedStores } from "../../packages/registry/tests/migrated-stores.ts";
import { addHeadlessShell, shareChromium } from "../acceptance/chromium.ts";
import { share, startPostgres } from "./postgres-server.ts";

const ends: (() => Promise<void>)[] = [];

/** Before all tests: one PostgreSQL server and one browser, shared by every file that needs them, a migrated store of each engine, and a place for what files leave for each other. */
export async function globalSetup(): Promise<void> {
  addHeadlessShell();
  const runs = await mkdtemp(join(tmpdir(), "osteon-runs-of-tests-"));
  ends.push(() => rm(runs, { recursive: true, force: true }));
  process.env.OSTEON_TEST_RUNS = runs;
  const { stop } = await shareChromium();
  ends.push(stop);
  const server = await startPostgres();
  ends.push(() => server.stop());
  share(server.port);
  const { remove } = await makeMigratedStores(server);
  ends.push(remove);
}

export async function globalTeardown(): Promise<void> {
  for (const end of ends.reverse()) await end();
}
