import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyReply } from "fastify";

/** Runs work with a folder of its own, which is gone afterwards. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "osteon-server-"));
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
  const folder = await mkdtemp(join(tmpdir(), "osteon-server-"));
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
