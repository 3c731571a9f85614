import type { FastifyInstance } from "fastify";
import { tooMany } from "../sign-in/tries.ts";

/** Far more than a person at a page sends: a page of the web app reads some ten addresses. */
const A_MINUTE = 1500;
/** Ten a second: a program that asks for one child after the other. Those of a person count together, and apart from its pages. */
const A_MINUTE_BY_TOKEN = 600;
const MINUTE = 60_000;

/**
 * Limits what each person sends, by whatever session or token, counted in this process: two servers allow twice as much. Comes after the
 * session was asked for and before anything of the request is read.
 */
export function limitPeople(app: FastifyInstance, most = A_MINUTE): void {
  let counts = new Map<string, number>();
  let since = Date.now();
  app.addHook("onRequest", async (request) => {
    const { sender, token } = request;
    if (sender === "") return;
    const now = Date.now();
    if (now - since >= MINUTE) {
      counts = new Map();
      since = now;
    }
    const count = (counts.get(sender) ?? 0) + 1;
    counts.set(sender, count);
    if (count > (token === undefined ? most : Math.min(most, A_MINUTE_BY_TOKEN)))
      throw tooMany(Math.max(1, Math.ceil((since + MINUTE - now) / 1000)));
  });
}
