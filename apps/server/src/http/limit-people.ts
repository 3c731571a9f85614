import type { FastifyInstance } from "fastify";
import type { Door } from "../sign-in/door.ts";
import { tooMany } from "../sign-in/tries.ts";

/** Far more than a person at a page sends: a page of the web app reads some ten addresses. */
const A_MINUTE = 1500;
const MINUTE = 60_000;

/**
 * Limits what each session sends, counted in this process: two servers allow twice as much. Counted before anything of the
 * request is read; whose cookie is forged has no session to count and is refused by the routes.
 */
export function limitPeople(app: FastifyInstance, door: Door, most = A_MINUTE): void {
  let counts = new Map<string, number>();
  let since = Date.now();
  app.addHook("onRequest", async (request) => {
    const token = door.tokenOf(request.headers.cookie);
    if (token === undefined) return;
    const now = Date.now();
    if (now - since >= MINUTE) {
      counts = new Map();
      since = now;
    }
    const count = (counts.get(token) ?? 0) + 1;
    counts.set(token, count);
    if (count > most) throw tooMany(Math.max(1, Math.ceil((since + MINUTE - now) / 1000)));
  });
}
