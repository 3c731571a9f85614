import type { FastifyInstance } from "fastify";
import { Refused } from "./problem-reply.ts";
import type { Desk } from "./signed-in.ts";

/** What changes who may do what, or takes charts or the trail away: method, and the route as it is declared. */
const ASKS: ReadonlySet<string> = new Set([
  "POST /api/people",
  "PUT /api/people/:account",
  "DELETE /api/people/:account",
  "POST /api/people/:account/enabled",
  "POST /api/people/:account/links",
  "DELETE /api/people/:account/second-factor",
  "POST /api/memberships",
  "DELETE /api/memberships/:membership",
  "PUT /api/administration/sign-in",
  "PUT /api/kept-tables",
  "POST /api/tokens",
  "GET /api/audit/trail.:format",
  "GET /api/audit/changes.csv",
]);

/** Everything below takes charts away, whatever is added there; but what one needs to read them is of no child. */
const EXPORTS = "/api/exports/";
const OF_NO_CHILD = /^\/api\/exports\/(codebook\.[a-z]+|read-charts\.R)$/;

/** Refuses what is sensitive to a person who has not proved within five minutes who they are; the page asks and sends it again. */
export function askAgain(app: FastifyInstance, desk: Desk): void {
  app.addHook("preHandler", async (request) => {
    const route = request.routeOptions.url ?? "";
    const method = request.method === "HEAD" ? "GET" : request.method;
    if (!ASKS.has(`${method} ${route}`) && !(route.startsWith(EXPORTS) && !OF_NO_CHILD.test(route))) return;
    const { fresh } = await desk.check(request, async (_session, person) => person);
    if (!fresh) throw passwordNeeded();
  });
}

/** The page asks for the password, or for a new sign-in at the provider, and sends the request again. */
export const passwordNeeded = (): Refused =>
  new Refused(
    403,
    "password-needed",
    "For this your password is asked again.",
    "Type it, or sign in again at your hospital's provider; it is good for five minutes.",
  );
