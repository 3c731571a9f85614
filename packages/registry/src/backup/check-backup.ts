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
  let head: BackupHead | undefined;
  let waiting: string | undefined;
  for await (const line of readBackupLines(path, key)) {
    if (waiting === undefined) head = JSON.parse(line);
    else whole.update(waiting).update("\n");
    waiting = line;
  }
  const end = endOf(waiting);
  if (head === undefined || head.osteonBackup === undefined || end === undefined)
    throw new BackupUnreadable(path, "its end is missing");
  if (end.hash !== whole.digest("hex")) throw new BackupUnreadable(path, "its content is not what was written");
  refuseNewer(path, head);
  return { head, end };
}

function endOf(line: string | undefined): BackupEnd | undefined {
  try {
    const end = JSON.parse(line ?? "");
    return typeof end.hash === "string" && end.tables !== undefined ? end : undefined;
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
