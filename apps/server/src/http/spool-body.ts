import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance } from "fastify";
import { newScratchFolder } from "../routes/spool.ts";
import { Refused, refused } from "./problem-reply.ts";

/** A body that lies in a file, which goes with the answer. */
export class SpooledBody {
  readonly path: string;
  readonly sha256: string;
  constructor(path: string, sha256: string) {
    this.path = path;
    this.sha256 = sha256;
  }
  /** What names the body where requests are compared. */
  toJSON(): string {
    return this.sha256;
  }
}

/** How slowly a body may come. */
export interface Pace {
  /** Bytes at least in each of these spans; a sender below it is cut. */
  readonly bytes: number;
  readonly milliseconds: number;
}

/** 4 kB a second: a telephone line of the last century. The whole has the two minutes of every request. */
const SLOWEST: Pace = { bytes: 40_000, milliseconds: 10_000 };

/** Writes a body to a file of the folder as it comes; what is too large or too slow is refused, and its file is gone. */
export async function spoolBody(body: Readable, folder: string, largest: number, pace: Pace): Promise<SpooledBody> {
  const path = join(folder, "body");
  const hash = createHash("sha256");
  let size = 0;
  let before = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, next) {
      size += piece.length;
      if (size > largest) return next(tooLarge(largest));
      hash.update(piece);
      next(null, piece);
    },
  });
  const watch = setInterval(() => {
    if (size - before < pace.bytes) counted.destroy(tooSlow());
    before = size;
  }, pace.milliseconds);
  try {
    await pipeline(body, counted, createWriteStream(path, { mode: 0o600 }));
    return new SpooledBody(path, hash.digest("hex"));
  } finally {
    clearInterval(watch);
  }
}

const tooLarge = (largest: number): Refused =>
  new Refused(413, refused("too-large", { megabytes: Math.floor(largest / 1_000_000) }));

const tooSlow = (): Refused => new Refused(408, refused("too-slow"));

/** Takes bodies of these types to files, in the scope of `app` alone. */
export function takeBodiesToFiles(
  app: FastifyInstance,
  types: readonly string[],
  largest: number,
  slowest: Pace = SLOWEST,
): void {
  app.addContentTypeParser(
    [...types],
    async (
      request: {
        readonly headers: Record<string, unknown>;
        readonly raw: { readonly socket: { readonly destroyed: boolean } };
      },
      body: Readable,
    ) => {
      if (Number(request.headers["content-length"] ?? 0) > largest) throw tooLarge(largest);
      const { folder, remove } = await newScratchFolder();
      try {
        const spooled = await spoolBody(body, folder, largest, slowest);
        // The answer's end was told before there was anything to take away.
        if (request.raw.socket.destroyed) await remove();
        folders.set(spooled, remove);
        return spooled;
      } catch (error) {
        await remove();
        throw error;
      }
    },
  );
  // Whoever goes away while the answer is made ends it without a response and, with the body read, without an abort.
  app.addHook("onRequest", async (request, { raw }) => void raw.once("close", () => void removalOf(request.body)));
}

const folders = new WeakMap<SpooledBody, () => Promise<void>>();

const removalOf = async (body: unknown): Promise<void> => {
  if (body instanceof SpooledBody) await folders.get(body)?.();
};
