import type { FastifyInstance } from "fastify";
import { tooMany } from "../sign-in/tries.ts";

/** Far more than a person at a page sends: a page of the web app reads some ten addresses. */
const A_MINUTE = 1500;
/** Ten a second: a program that asks for one child after the other. Those of a person count together, and apart from its pages. */
const A_MINUTE_BY_TOKEN = 600;
const MINUTE = 60_000;

/** Counts what each sender sends, in this process: two servers allow twice as much. Refuses what is too much. */
export function limitPace(most: number): (sender: string) => void {
  let counts = new Map<string, number>();
  let since = Date.now();
  return (sender) => {
    const now = Date.now();
    if (now - since >= MINUTE) {
      counts = new Map();
      since = now;
    }
    const count = (counts.get(sender) ?? 0) + 1;
    counts.set(sender, count);
    if (count > most) throw tooMany(Math.max(1, Math.ceil((since + MINUTE - now) / 1000)));
  };
}

/**
 * Limits what each person sends in all, by whatever session, and by tokens apart. Comes after the session was asked for and before anything of
 * the request is read.
 */
export function limitPeople(app: FastifyInstance, most = A_MINUTE): void {
  const byPages = limitPace(most);
  const byToken = limitPace(Math.min(most, A_MINUTE_BY_TOKEN));
  app.addHook("onRequest", async ({ sender, token }) => {
    if (sender === "") return;
    if (token === undefined) byPages(sender);
    else byToken(sender);
  });
}
