import { type Database, NotSignedIn, personOf, readerOf, type TokenHash, TokenRefused } from "@osteon/registry";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Door } from "../sign-in/door.ts";
import { TOKEN_PREFIX, tokenIn } from "../sign-in/personal-token.ts";
import { Refused, refused } from "./problem-reply.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The account that asks; empty at a route that needs no session. */
    account: string;
    /** The personal token by which is read; nothing where a person is signed in. */
    token: TokenHash | undefined;
    /** Whose requests are counted, and wait for each other: a person's pages apart from what programs read by all tokens of that person. */
    sender: string;
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
  app.decorateRequest("token", undefined);
  app.decorateRequest("sender", "");
  app.addHook("onRequest", async (request) => {
    if (request.url.includes(TOKEN_PREFIX)) throw tokenInAddress();
    const { url } = request.routeOptions;
    if (url === undefined || request.is404) {
      if (IS_READ.has(request.method)) return;
      throw new Refused(404, refused("no-such-route"));
    }
    if (!url.startsWith("/api/") || OPEN_ROUTES.has(url)) return;
    const byToken = tokenIn(request.headers.authorization);
    if (byToken !== undefined) return await letTokenIn(request, database, byToken);
    const token = door.tokenOf(request.headers.cookie);
    if (token === undefined) throw new NotSignedIn();
    if (ASK_THEMSELVES.has(url) && database.engine === "embedded") return;
    request.account = (await personOf(database, token)).account;
    request.sender = request.account;
  });
}

/** A personal token reads, and only what its routes are marked for; it goes before a session, since it may do less. */
async function letTokenIn(request: FastifyRequest, database: Database, token: TokenHash | "no token"): Promise<void> {
  if (token === "no token") throw new TokenRefused();
  request.token = token;
  request.account = (await readerOf(database, token)).account;
  request.sender = `${request.account} by token`;
  if (!IS_READ.has(request.method)) throw new Refused(403, refused("token-reads-only"));
  if (request.routeOptions.config.route?.byToken !== true) throw new Refused(403, refused("token-not-here"));
}

/** What stands in an address stands in logs of proxies and in histories. */
const tokenInAddress = (): Refused => new Refused(400, refused("token-in-address"));

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
