import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Database } from "../database/database.ts";
import { forceFolder } from "../database/force-folder.ts";
import { linesOf } from "../lines-of.ts";
import { type BackupEnd, type BackupProgress, backupLines } from "./backup-lines.ts";
import { openFrames, sealFrames } from "./sealed-frames.ts";

const PLAIN = "OSTEON-BACKUP-PLAIN\n";
const SEALED = "OSTEON-BACKUP-AES\n\n\n";

export interface BackupOptions {
  /** 32 bytes; without it the backup is compressed only. */
  readonly key?: Uint8Array;
  readonly progress?: BackupProgress;
}

/** Writes a backup of a registry that is in use. The file appears whole, and on the disk, or not at all. */
export async function writeBackup(
  database: Database,
  path: string,
  { key, progress }: BackupOptions = {},
): Promise<BackupEnd> {
  const unfinished = `${path}.unfinished`;
  const lines = new PassThrough();
  const put = async (line: string): Promise<void> => {
    if (!lines.write(`${line}\n`)) await new Promise<void>((resolve) => lines.once("drain", resolve));
  };
  const file = createWriteStream(unfinished, { mode: 0o600 });
  file.write(key === undefined ? PLAIN : SEALED);
  const packed = lines.pipe(createGzip());
  const written = pipeline(key === undefined ? packed : Readable.from(sealFrames(key, packed)), file);
  try {
    const [end] = await Promise.all([backupLines(database, put, progress).finally(() => lines.end()), written]);
    await forceFile(unfinished);
    await rename(unfinished, path);
    await forceFolder(dirname(path));
    return end;
  } catch (error) {
    lines.destroy();
    await written.catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Windows forces only what is open for writing. */
async function forceFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

/** The lines of a backup; throws where it cannot be opened, at the place where that is noticed. */
export async function* readBackupLines(path: string, key: Uint8Array | undefined): AsyncGenerator<string> {
  const mark = await firstBytes(path, PLAIN.length);
  if (mark !== PLAIN && mark !== SEALED) throw new BackupUnreadable(path, "it is no backup of Osteon");
  if (mark === SEALED && key === undefined) throw new BackupUnreadable(path, "it is encrypted and no key was given");
  const bytes = createReadStream(path, { start: PLAIN.length });
  const unpacked = createGunzip().setEncoding("utf8");
  const through = pipeline(
    mark === SEALED && key !== undefined ? Readable.from(openFrames(key, bytes)) : bytes,
    unpacked,
  );
  through.catch(() => {});
  try {
    yield* linesOf(unpacked);
    await through;
  } catch (error) {
    throw new BackupUnreadable(path, `${(error as Error).message}: it was cut or changed, or the key is another`);
  }
}

async function firstBytes(path: string, length: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } finally {
    await file.close();
  }
}

/** A backup that cannot be restored; nothing was written. */
export class BackupUnreadable extends Error {
  constructor(path: string, why: string) {
    super(`${path} cannot be restored: ${why}. Nothing was written.`);
  }
}
