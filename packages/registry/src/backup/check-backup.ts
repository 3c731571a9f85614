import { createHash } from "node:crypto";
import { migrations } from "../database/migrate.ts";
import { BackupUnreadable, readBackupLines } from "./backup-file.ts";
import { BACKUP_FORMAT, type BackupEnd, type BackupHead } from "./backup-lines.ts";

/** A backup that was read to its end and found whole. */
export interface CheckedBackup {
  readonly head: BackupHead;
  readonly end: BackupEnd;
}

/** Reads a backup to its end before anything is restored: it must be whole, unchanged, and of a schema that is known here. */
export async function checkBackup(path: string, key?: Uint8Array): Promise<CheckedBackup> {
  const whole = createHash("sha256");
  let first: string | undefined;
  let waiting: string | undefined;
  for await (const line of readBackupLines(path, key)) {
    first ??= line;
    if (waiting !== undefined) whole.update(waiting).update("\n");
    waiting = line;
  }
  const end = jsonOf<BackupEnd>(waiting, "tables");
  const head = jsonOf<BackupHead>(first, "osteonBackup");
  if (head === undefined || end === undefined) throw new BackupUnreadable(path, "its beginning or its end is missing");
  const { hash, ...held } = end;
  if (hash !== whole.update(JSON.stringify(held)).digest("hex")) {
    throw new BackupUnreadable(path, "its content is not what was written");
  }
  refuseNewer(path, head);
  return { head, end };
}

/** A line that was read as JSON and has the member by which it is known. */
function jsonOf<T>(line: string | undefined, member: keyof T & string): T | undefined {
  try {
    const read = JSON.parse(line ?? "");
    return read?.[member] === undefined ? undefined : read;
  } catch {
    return undefined;
  }
}

function refuseNewer(path: string, { osteonBackup, steps }: BackupHead): void {
  const known = new Map(migrations().map(({ name, hash }) => [name, hash]));
  const strange = steps.find(({ name, hash }) => known.get(name) !== hash);
  if (osteonBackup > BACKUP_FORMAT || strange !== undefined) {
    throw new BackupUnreadable(
      path,
      `it was made by a newer Osteon${strange === undefined ? "" : ` (step ${strange.name})`}; update Osteon first`,
    );
  }
}
