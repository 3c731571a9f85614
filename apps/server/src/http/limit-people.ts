import type { FastifyInstance } from "fastify";
import { tooMany } from "../sign-in/tries.ts";

/** Far more than a person at a page sends: a page of the web app reads some ten addresses. */
const A_MINUTE = 1500;
const MINUTE = 60_000;

/** Counts what each person sends, by whatever session, in this process: two servers allow twice as much. Refuses what is too much. */
export function limitPace(most: number): (account: string) => void {
  let counts = new Map<string, number>();
  let since = Date.now();
  return (account) => {
    const now = Date.now();
    if (now - since >= MINUTE) {
      counts = new Map();
      since = now;
    }
    const count = (counts.get(account) ?? 0) + 1;
    counts.set(account, count);
    if (count > most) throw tooMany(Math.max(1, Math.ceil((since + MINUTE - now) / 1000)));
  };
}

/** Limits what each person sends in all. Comes after the session was asked for and before anything of the request is read. */
export function limitPeople(app: FastifyInstance, most = A_MINUTE): void {
  const pace = limitPace(most);
  app.addHook("onRequest", async ({ account }) => {
    if (account !== "") pace(account);
  });
}
