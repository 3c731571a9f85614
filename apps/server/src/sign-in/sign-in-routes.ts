import { createHash } from "node:crypto";
import { asRole, type Database } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { type ProblemReply, problemReply } from "../http/problem-reply.ts";

/** How often something may be tried from one address, and for one account. */
const LIMITS = { address: { most: 30, seconds: 60 }, account: { most: 8, seconds: 900 } } as const;

/** Routes that try a secret. */
const TRIES =
  /\/(sign-in|two-factor\/(enable|disable)|verify-totp|verify-backup-code|reset-password|verify-password|change-password|request-password-reset)/;

/** The library's routes, with every try of a secret counted before it costs a hash, and refusals noted. */
export function addSignIn({ app, database, door, address }: RouteParts): void {
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    // Read without a session, so no more than an address and a password need.
    bodyLimit: 16_384,
    schema: { hide: true },
    handler: async (request, reply) => {
      const wait = TRIES.test(request.url) ? await countTry(database, request) : 0;
      if (wait > 0) {
        const { status, body } = problemReply(
          429,
          "too-many-tries",
          "Too many tries.",
          `Wait ${wait} seconds and try again.`,
        );
        return reply.code(status).header("retry-after", wait).send(body);
      }
      const answer = await door.handle(asFetchRequest(request, address));
      if (answer.status >= 400 && TRIES.test(request.url)) await noteFailure(database, request);
      if (answer.status >= 400) return reply.code(answer.status).send(await refusalOf(answer));
      reply.code(answer.status);
      for (const [name, value] of answer.headers) if (name !== "content-length") reply.header(name, value);
      return reply.send(answer.body === null ? null : Buffer.from(await answer.arrayBuffer()));
    },
  });
}

/** What the library refused, in the shape of every other refusal; its own code stands where a value would. */
async function refusalOf(answer: Response): Promise<ProblemReply["body"]> {
  const { message, code } = (await answer.json().catch(() => ({}))) as { message?: string; code?: string };
  const says = message ?? "This could not be done.";
  const fix = "Check what you typed; a link is good once, for a day, and an administrator makes a new one.";
  return problemReply(answer.status, "sign-in-refused", says, fix, code === undefined ? {} : { value: code }).body;
}

async function countTry(database: Database, request: FastifyRequest): Promise<number> {
  const keys = [{ key: `address ${hash(request.ip)}`, ...LIMITS.address }];
  const account = accountOf(request);
  if (account !== undefined) keys.push({ key: `account ${hash(account)}`, ...LIMITS.account } as never);
  return await asRole(database, { role: "osteon_door", account: "door" }, async (session) => {
    let longest = 0;
    for (const { key, most, seconds } of keys) {
      const { rows } = await sql<{ wait: number }>`
        select access.try(${key}, ${most}::integer, make_interval(secs => ${seconds})) as wait`.execute(session);
      longest = Math.max(longest, rows[0]?.wait ?? 0);
    }
    return longest;
  });
}

async function noteFailure(database: Database, request: FastifyRequest): Promise<void> {
  const told = JSON.stringify({
    route: request.url.split("?")[0],
    account: hash(accountOf(request) ?? ""),
    address: hash(request.ip),
  });
  await asRole(database, { role: "osteon_door", account: "nobody" }, (session) =>
    sql`select audit.note('sign-in-refused', 'auth.session', null, null, null, ${told}::jsonb)`.execute(session),
  );
}

/** What is tried may be a password typed into the wrong box: only its hash is kept. */
const hash = (text: string): string =>
  createHash("sha256").update(text.trim().toLowerCase()).digest("hex").slice(0, 24);

function accountOf({ body }: FastifyRequest): string | undefined {
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === "string" ? email : undefined;
}

function asFetchRequest({ method, url, headers, body }: FastifyRequest, address: string): Request {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (typeof value === "string" && name !== "content-length") kept.set(name, value);
  if (!kept.has("origin")) kept.set("origin", address);
  return new Request(new URL(url, address), {
    method,
    headers: kept,
    ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
  });
}
