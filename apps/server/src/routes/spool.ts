import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyReply } from "fastify";

/** The number of the process stands in the name, so that what a dead one left can be told from what is in use. */
const PREFIX = "osteon-server-";
function scratchFolder(): Promise<string> {
  inUse = true;
  return mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Takes away the scratch folders of servers that are no more: they may hold charts. Asked before this server makes any. */
export async function clearScratch(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const pid = name.startsWith(PREFIX) ? /^(\d+)-/.exec(name.slice(PREFIX.length))?.[1] : undefined;
    if (pid !== undefined && (Number(pid) === process.pid ? !inUse : !isAlive(Number(pid))))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
}

let inUse = false;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== "ESRCH";
  }
}

/** Runs work with a folder of its own, which is gone afterwards. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await scratchFolder();
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Sends a file that `write` makes in a scratch folder. It is made whole first: no reader on a slow line holds a transaction
 * open, and an error comes before the first byte.
 */
export async function sendMade(
  reply: FastifyReply,
  { name, type }: { readonly name: string; readonly type: string },
  write: (path: string) => Promise<void>,
): Promise<FastifyReply> {
  const folder = await scratchFolder();
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "made");
    await write(path);
    const stream = createReadStream(path);
    stream.once("close", remove);
    return reply
      .headers({
        "content-type": type,
        "content-length": (await stat(path)).size,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      })
      .send(stream);
  } catch (error) {
    await remove();
    throw error;
  }
}
