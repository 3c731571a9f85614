import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asRole, type Database, liesInFolder } from "@osteon/registry";

/** Stands in the folder of a run that was thrown away, until it is known whether other runs lie there. */
const MARK = ".thrown-away";

/** Marks a folder before the registry forgets its run: where the server ends between, the next start finds it. */
export async function markThrownAway(folder: string): Promise<void> {
  if (existsSync(folder)) await writeFile(join(folder, MARK), "");
}

/** Takes away the folder of a run that was thrown away, where no other run lies in it: equal charts are run once. */
export async function removeThrownAway(database: Database, folder: string): Promise<void> {
  const used = await asRole(database, { role: "osteon_member", account: "server" }, (session) =>
    liesInFolder(session, folder),
  );
  const gone = used ? join(folder, MARK) : folder;
  await rm(gone, { recursive: true, force: true });
}

/** Takes away what a server that ended meanwhile left of runs that were thrown away. Asked before any run begins. */
export async function sweepThrownAway(database: Database, runs: string): Promise<void> {
  for (const entry of await readdir(runs, { withFileTypes: true }).catch(() => [])) {
    const folder = join(runs, entry.name);
    if (entry.isDirectory() && existsSync(join(folder, MARK))) await removeThrownAway(database, folder);
  }
}
