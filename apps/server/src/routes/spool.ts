import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyReply } from "fastify";

/** A folder that its owner alone may read, and how to take it away. */
export interface ScratchFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

const PREFIX = "osteon-server-";
const own = new Set<string>();

/** A new scratch folder; its name tells whose it is, so that what a crash leaves is known. */
export async function newScratchFolder(): Promise<ScratchFolder> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  own.add(folder);
  return {
    folder,
    remove: async () => {
      own.delete(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes away what servers left that run no more; the number of an ended process may be this one's again. */
export async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^osteon-server-(\d+)-/.exec(name) ?? [];
    const folder = join(tmpdir(), name);
    if (pid === undefined || own.has(folder) || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Runs work with a folder of its own, which is gone afterwards. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const { folder, remove } = await newScratchFolder();
  try {
    return await work(folder);
  } finally {
    await remove();
  }
}

/**
 * Sends a file that `write` makes in a scratch folder; its name may be asked for once it is made. It is made whole first: no reader on a slow line holds a transaction
 * open, and an error comes before the first byte.
 */
export async function sendMade(
  reply: FastifyReply,
  { name, type }: { readonly name: string | (() => string); readonly type: string },
  write: (path: string) => Promise<void>,
): Promise<FastifyReply> {
  const { folder, remove } = await newScratchFolder();
  try {
    const path = join(folder, "made");
    await write(path);
    const stream = createReadStream(path);
    stream.once("close", remove);
    return reply
      .headers({
        "content-type": type,
        "content-length": (await stat(path)).size,
        "content-disposition": `attachment; filename="${typeof name === "string" ? name : name()}"`,
        "cache-control": "no-store",
      })
      .send(stream);
  } catch (error) {
    await remove();
    throw error;
  }
}
