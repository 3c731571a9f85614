import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process has the folder. */
export class FolderInUse extends Error {
  readonly pid: number | undefined;
  constructor(folder: string, pid: number | undefined) {
    const holder = pid === undefined ? "another process" : `process ${pid}`;
    super(
      `${folder} is in use by ${holder}: two processes on one folder would lose data. End that process, or name another folder.`,
    );
    this.pid = pid;
  }
}

const LOCK_FILE = "lock";
const HOLDER_FILE = "lock-holder";

/**
 * Takes a folder for this process alone. The lock is the operating system's own lock on a file, held through SQLite,
 * so it ends with the process however that ends, and the number of a dead process is never mistaken for a living one.
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new FolderInUse(folder, holderOf(folder));
  }
  writeFileSync(join(folder, HOLDER_FILE), `${process.pid}\n`);
  return { release: () => lock.close() };
}

function holderOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, HOLDER_FILE), "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
