import type { FastifyReply, FastifyRequest } from "fastify";
import { Refused, refused } from "./problem-reply.ts";

/** Large bodies over all people; each has a file on the disk, and later a thread. */
const MOST_AT_ONCE = 4;

/** Who sends a large body now, and until what was asked with it is done. */
export class LargeBodies {
  readonly #under = new Set<string>();

  /** Takes the person's one turn before the body is read; it ends with the answer, or when the connection breaks off before the work began. */
  take({ account }: FastifyRequest, reply: FastifyReply): void {
    if (this.#under.has(account)) {
      throw new Refused(429, refused("one-file-at-a-time"));
    }
    if (this.#under.size >= MOST_AT_ONCE) {
      throw new Refused(503, refused("busy", { what: "reading" }));
    }
    this.#under.add(account);
    reply.raw.once("close", () => {
      if (!this.#working.has(account)) this.#under.delete(account);
    });
  }

  readonly #working = new Set<string>();

  /** The work with a body that has come. A broken connection does not give the turn away while it goes on. */
  async work<T>({ account }: FastifyRequest, does: () => Promise<T>): Promise<T> {
    this.#working.add(account);
    try {
      return await does();
    } finally {
      this.#working.delete(account);
      this.#under.delete(account);
    }
  }
}
