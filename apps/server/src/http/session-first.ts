import { type Database, NotSignedIn, personOf } from "@osteon/registry";
import type { FastifyInstance } from "fastify";
import type { Door } from "../sign-in/door.ts";
import { Refused } from "./problem-reply.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The account that asks; empty at a route that needs no session. */
    account: string;
  }
}

/** Routes of the interface that need no session; everything else under `/api/` does. */
export const OPEN_ROUTES: ReadonlySet<string> = new Set([
  "/api/auth/*",
  "/api/auth/link",
  "/api/auth/reset-password",
  "/api/sign-in-methods",
  "/api/openapi.json",
]);

/**
 * Routes that ask for the session themselves, or not at all: while an import is written the embedded engine has no time to be
 * asked, and nobody can end a session then either.
 */
const ASK_THEMSELVES: ReadonlySet<string> = new Set(["/api/imports/under-way/:work"]);

const IS_READ = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Asks who is there before a byte of a body is read: the session is looked up in the database, and ended ones and those of
 * disabled accounts are refused. The look-up also prolongs the session, so that no long transaction has to.
 */
export function askWhoFirst(app: FastifyInstance, database: Database, door: Door): void {
  app.decorateRequest("account", "");
  app.addHook("onRequest", async (request) => {
    const { url } = request.routeOptions;
    if (url === undefined || request.is404) {
      if (IS_READ.has(request.method)) return;
      throw new Refused(
        404,
        "no-such-route",
        "There is nothing at this address.",
        "See /api/openapi.json for what there is.",
      );
    }
    if (!url.startsWith("/api/") || OPEN_ROUTES.has(url)) return;
    const token = door.tokenOf(request.headers.cookie);
    if (token === undefined) throw new NotSignedIn();
    if (ASK_THEMSELVES.has(url) && database.engine === "embedded") return;
    request.account = (await personOf(database, token)).account;
  });
}

/** Milliseconds that a sender has to read an answer that came before the end of its body. */
const LINGER = 1_000;

/** A body that was answered before it was read is thrown away as it comes, for a moment; then its connection is closed. */
export function cutUnreadBodies(app: FastifyInstance): void {
  app.addHook("onResponse", async ({ raw }) => {
    if (raw.complete) return;
    const { socket } = raw;
    raw.resume();
    const cut = setTimeout(() => socket?.destroy(), LINGER).unref();
    for (const event of ["end", "close"]) raw.once(event, () => clearTimeout(cut));
  });
}
